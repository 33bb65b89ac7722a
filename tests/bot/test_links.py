"""Links: what each leads to, cleaned of what tracks its reader, and whatever else people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.links import cut_link, read_link

PULL = "https://github.com/acme/churn-model/pull/412"


@pytest.mark.parametrize(
    "written",
    [
        PULL,
        "github.com/acme/churn-model/pull/412",
        "http://github.com/acme/churn-model/pull/412".replace("http:", "https:"),
        f"<{PULL}>",
        f"<{PULL}|the pull request>",
        f"{PULL}/files?w=1#diff-1",
        f"{PULL}?utm_source=slack&notification_referrer_id=x",
        "https://GitHub.com/Acme/Churn-Model/pull/0412/commits/ab12",
        f"please look at {PULL}.",
        f"({PULL})",
        f"*{PULL}*, thanks",
        "https://ana:secret@github.com:443/acme/churn-model/pull/412",
    ],
)
def test_one_pull_request_is_one_link_however_it_is_written(written: str) -> None:
    link = read_link(written)
    assert link is not None
    assert (link.url, link.kind) == (PULL, "github")
    assert link.repository == link.place == "github.com/acme/churn-model"


@pytest.mark.parametrize(
    ("written", "kind", "repository"),
    [
        ("https://git.acme.dev/data/churn/pull/3", "github", "git.acme.dev/data/churn"),
        (
            "https://gitlab.acme.dev/data/etl/jobs/-/merge_requests/7/diffs",
            "gitlab",
            "gitlab.acme.dev/data/etl/jobs",
        ),
        ("https://gitlab.com/acme/etl/merge_requests/7", "gitlab", "gitlab.com/acme/etl"),
        (
            "https://github.com/acme/churn/blob/main/eda.ipynb",
            "notebook",
            "github.com/acme/churn",
        ),
        (
            "https://nbviewer.org/github/acme/churn/blob/main/eda.ipynb",
            "notebook",
            "github.com/acme/churn",
        ),
        (
            "https://colab.research.google.com/github/acme/churn/blob/main/eda.ipynb",
            "notebook",
            "github.com/acme/churn",
        ),
        ("https://colab.research.google.com/drive/1a2b", "notebook", None),
        ("https://dbc-12.cloud.databricks.com/?o=1#notebook/12", "notebook", None),
        ("https://adb-12.azuredatabricks.net/?o=1#notebook/12", "notebook", None),
        ("https://app.hex.tech/acme/app/churn/latest", "notebook", None),
        ("https://deepnote.com/workspace/acme/project/churn", "notebook", None),
        ("https://acme.cloud.looker.com/dashboards/12", "dashboard", None),
        ("https://lookerstudio.google.com/reporting/ab", "dashboard", None),
        ("https://prod-uk.online.tableau.com/#/site/acme/views/churn", "dashboard", None),
        ("https://metabase.acme.dev/dashboard/3-churn", "dashboard", None),
        ("https://superset.acme.dev/superset/dashboard/9/", "dashboard", None),
        ("https://churn.streamlit.app", "dashboard", None),
        ("https://docs.google.com/document/d/1a2b/edit", "document", None),
        ("https://www.notion.so/acme/Plan-12", "document", None),
        ("https://acme.atlassian.net/wiki/spaces/DS/pages/1", "document", None),
        ("https://acme.dev/reports/q3.pdf", "document", None),
        ("https://acme.dev/anything/else", "link", None),
    ],
)
def test_a_link_tells_what_it_leads_to(written: str, kind: str, repository: str | None) -> None:
    link = read_link(written)
    assert link is not None
    assert (link.kind, link.repository) == (kind, repository)


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("https://a.dev/x?utm_source=n&id=3&fbclid=z", "https://a.dev/x?id=3"),
        ("https://a.dev/x/?mc_cid=1&mc_eid=2", "https://a.dev/x"),
        ("https://a.dev/x?a=1&amp;gclid=7&amp;b=2", "https://a.dev/x?a=1&b=2"),
        (
            "https://docs.google.com/d/1/edit?usp=sharing#heading=h.1",
            "https://docs.google.com/d/1/edit",
        ),
        ("https://user:token@a.dev/x", "https://a.dev/x"),
    ],
)
def test_what_tracks_its_reader_or_lets_them_in_is_left_out(written: str, clean: str) -> None:
    link = read_link(written)
    assert link is not None
    assert link.url == clean


@pytest.mark.parametrize(
    "written",
    [
        "",
        "no link, e.g. nothing",
        "ana@acme.dev",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "http://[::1",
        "and/or",
        "3.5/4",
        "https://a.dev:99999999/x",
        f"https://a.dev/{'x' * 3000}",
    ],
)
def test_what_is_no_link_is_none(written: str) -> None:
    assert read_link(written) is None


def test_the_words_around_a_link_are_kept() -> None:
    link, around = cut_link(f"the new loss <{PULL}|#412>, by Friday")
    assert link is not None
    assert around == "the new loss , by Friday"
    assert cut_link("two  words") == (None, "two words")


@given(st.text(max_size=300))
def test_every_text_is_read(text: str) -> None:
    link, around = cut_link(text)
    assert isinstance(around, str)
    assert link is None or read_link(link.url) == link


@given(st.from_regex(r"[a-z]{1,8}\.(?:com|dev)(?:/[\w.()?=&#%-]{0,12}){1,4}", fullmatch=True))
def test_what_was_cleaned_stays_as_it_is(written: str) -> None:
    link = read_link(written)
    assert link is None or read_link(link.url) == link
