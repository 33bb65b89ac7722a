"""Days and a time as people write them: read in many ways, written in one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import NotARule
from bot.rhythms import Rule, in_words, parse


@pytest.mark.parametrize(
    ("written", "kept", "said"),
    [
        ("weekdays 09:30", "weekdays 09:30", "weekdays at 9:30"),
        ("daily 00:30", "daily 00:30", "every day at 0:30"),
        ("mon,thu 14:00", "mon,thu 14:00", "Mondays and Thursdays at 14:00"),
        (
            "every 2 weeks mon 10:00",
            "every 2 weeks mon 10:00",
            "every 2 weeks, Mondays at 10:00",
        ),
        ("Every other week on Wednesday at 7:05", "every 2 weeks wed 07:05", None),
        ("every monday 10:00", "mon 10:00", "Mondays at 10:00"),
        ("every week fri 10:00", "fri 10:00", None),
        ("every weekday at 9.30", "weekdays 09:30", None),
        ("every day 9:30", "daily 09:30", None),
        ("mon-fri 9:30", "weekdays 09:30", None),
        ("fri-mon 9:30", "mon,fri,sat,sun 09:30", None),
        ("tues, thurs and saturdays 9:30", "tue,thu,sat 09:30", None),
        ("  MON ,  thu   14:00 ", "mon,thu 14:00", None),
        ("mon,mon 9:30", "mon 09:30", None),
    ],
)
def test_it_is_read(written: str, kept: str, said: str | None) -> None:
    rule = parse(written)
    assert str(rule) == kept
    assert said is None or in_words(rule) == said


@pytest.mark.parametrize(
    "written",
    [
        *("", "9:30", "weekdays", "weekdays 24:00", "weekdays 9:60", "mo 9:30", "month 9:30"),
        *("every 0 weeks mon 9:30", "every 53 weeks mon 9:30", "every 2 days 9:30", "{x} 9:30"),
        *("mon-tue-wed 9:30", "weekdays 9", "weekdays 9:30pm", "mon,,thu 9:30", "s 9:30"),
        "every other weekday 9:30",
    ],
)
def test_what_is_no_rule_is_refused_with_examples(written: str) -> None:
    with pytest.raises(NotARule) as refused:
        parse(written)
    assert f'"{written}"' in refused.value.sentence
    assert "`every 2 weeks mon 10:00`" in refused.value.sentence


@given(st.text())
def test_whatever_is_written_is_a_rule_or_refused(written: str) -> None:
    said = _read(written)
    assert len(said) < 300


def _read(written: str) -> str:
    try:
        return str(parse(written))
    except NotARule as refusal:
        return refusal.sentence


@given(
    st.frozensets(st.integers(1, 7), min_size=1),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.integers(1, 52),
)
def test_what_is_kept_is_read_as_the_same(days: frozenset[int], at: object, weeks: int) -> None:
    rule = Rule(days, at, weeks)  # type: ignore[arg-type]
    assert parse(str(rule)) == rule
