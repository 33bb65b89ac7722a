"""Two waits are one where one act would end both: in other words, but not in the same words."""

import json
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.reading.same import SAME_FROM, prepare, sameness, score_of
from bot.reading.same_systems import SYSTEMS
from bot.reading.same_things import THINGS
from bot.reading.same_words import NEEDS, PARTIES
from corpus.pairs_training import TUNE, figures, pairs_in

LONGEST_A_PAIR = 0.0005 * 5  # seconds; the promise, and room for a busy machine


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("waiting on ETL changes for churn", "the churn table still needs its ETL change"),
        ("GPU queue is 3 days", "three-day wait for a GPU slot"),
        ("no access to the warehouse", "nobody has granted me warehouse permissions"),
        ("can't start until Priya merges the schema PR", "Priya's schema PR isn't merged yet"),
        ("stuck on DATA-2231", "data-2231: late events, nobody picked it up"),
        ("<https://github.com/acme/models/pull/88|PR 88> needs a reviewer", "no one looked at #88"),
        ("statement of work with Appen isn't signed", "need the SOW signed w/ Appen"),
        ("waiting on the data platfrom team for partiton keys", "data platform: partition keys"),
        ("Jürgen fehlt für die Sensordaten", "waiting on Jürgen for the sensor data"),
        ("esperando permisos en la tabla de ventas", "no permission on the sales table"),
        ("`churn_features` not refreshed", "churn features are stale"),
        ("schema from Anouk", "I need Anouk's final Avro schema, else the parser is a guess"),
    ],
)
def test_the_same_wait_in_other_words_is_one(a: str, b: str) -> None:
    assert sameness(a, b).same


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("waiting on Priya for the churn review", "waiting on Priya for the pricing review"),
        ("access to prod warehouse", "access to staging warehouse"),
        ("waiting for review on PR 412", "waiting for review on PR 421"),
        ("batch 3 of the labels isn't back", "batch 5 of the labels isn't back"),
        ("model v2 isn't deployed", "model v3 isn't deployed"),
        (
            "blocked on schema change for `dim_customer`",
            "blocked on schema change for `dim_product`",
        ),
        ("no access to Snowflake", "snowflake query is too slow, need a bigger warehouse"),
        ("Tableau licence for Sami", "Looker licence for Sami"),
        ("Waiting on Priya", "Waiting on Marcus"),
        ("<@U07MAREK> to merge the loader", "<@U07MAREK> hasn't answered about timezones"),
        ("vendor A hasn't sent the panel file", "vendor B hasn't sent the panel file"),
        ("need someone from DE for the loader", "de la revisión no sé nada"),
        ("can't read table stg_41", "can't read table stg_40"),
        ("waiting on labels", "airflow is down"),
        ("", ""),
        ("waiting", "still waiting"),
    ],
)
def test_different_things_in_the_same_words_are_two(a: str, b: str) -> None:
    assert not sameness(a, b).same


def test_it_says_which_words_decided() -> None:
    one = sameness(
        "waiting on DE for the returns table", "data engineering owes us the returns table"
    )
    assert {"returns", "table", "DE / data engineering"} <= set(one.because)

    two = sameness("labels for the rain images", "labels for the night images")
    assert set(two.because) == {"rain", "night"}


def test_a_wait_prepared_once_says_the_same() -> None:
    a, b = "GPU queue is 3 days", "three-day wait for a GPU slot"
    assert sameness(prepare(a), prepare(b)) == sameness(a, b)


PIECES = ("waiting", "on", "DE", "PR", "412", "#12", "churn_features", "<@U0DANA>", "X-1", "¼")
texts = st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)


@given(texts, texts)
@example("\ud800", "\x01\x01")
@example("A/B " * 900, "B/A " * 900)
@example("²", "v²")
def test_any_two_texts_are_compared_and_either_may_come_first(a: str, b: str) -> None:
    found = sameness(a, b)
    assert 0 <= found.score <= 1
    assert (found.same, found.score) == (sameness(b, a).same, sameness(b, a).score)


def test_no_form_stands_for_two_things() -> None:
    lists = (NEEDS, PARTIES, SYSTEMS, THINGS)
    forms = [form for listed in lists for of_one in listed.values() for form in of_one]
    assert sorted(form for form in set(forms) if forms.count(form) > 1) == []


def test_the_tuning_pairs_keep_their_score() -> None:
    """Not what it is worth, which unseen pairs tell, but that nothing was broken."""
    pairs = pairs_in(TUNE / "pairs.jsonl", TUNE / "more_pairs.jsonl")
    told = figures(pairs, [score_of(pair.signs) for pair in pairs], SAME_FROM)

    assert told["F1"] >= 0.90
    assert told["wrong merges"] <= 0.01


def test_it_is_quick_enough_to_compare_with_all_open_waits() -> None:
    written = (TUNE / "pairs.jsonl").read_text(encoding="utf-8").strip().split("\n")
    lines = [json.loads(line) for line in written]
    for line in lines:
        sameness(line["a"], line["b"])
    began = time.process_time()
    for line in lines:
        sameness(line["a"], line["b"])
    assert (time.process_time() - began) / len(lines) < LONGEST_A_PAIR
