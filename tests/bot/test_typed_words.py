"""Words in a form: shown as people type them, kept as Slack writes them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lines import length
from bot.reading import as_slack_writes, as_typed

NAMES = {"U0DANA": "dana", "U0ANA": "Ana F. <3"}


def shown(words: str) -> str:
    return as_typed(words, name_of=lambda one: NAMES.get(one, ""))


def kept(typed: str, before: str = "") -> str:
    return as_slack_writes(typed, before=before, name_of=lambda one: NAMES.get(one, ""))


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("from <@U0DANA>", "from @dana"),
        ("from <@U0DANA|old-name>", "from @dana"),
        ("from <@U0GONE>", "from @U0GONE"),
        ("from <@U0GONE|gone>", "from @gone"),
        ("by <@U0ANA>", "by @Ana F. <3"),
        ("in <#C0TEAM|ds-team>", "in #ds-team"),
        ("in <#C0SECRET|>", "in #C0SECRET"),
        ("for <!subteam^S0DATA|@data-eng>", "for @data-eng"),
        ("for <!subteam^S0DATA>", "for @S0DATA"),
        ("<!here> now", "@here now"),
        ("<!date^1772202600^{date}|27 Feb>", "27 Feb"),
        ("see <https://a.example/?x=1&amp;y=2|the wiki>", "see https://a.example/?x=1&y=2"),
        ("p &lt; 0.05 &amp;&amp; q &gt; 1", "p < 0.05 && q > 1"),
        ("&amp;lt;", "&lt;"),
    ],
)
def test_each_kind_of_word_is_shown_as_it_is_typed(written: str, typed: str) -> None:
    assert shown(written) == typed


@pytest.mark.parametrize(
    ("typed", "before", "written"),
    [
        ("from @dana, please", "from <@U0DANA>", "from <@U0DANA>, please"),
        ("@dana and @dana", "<@U0DANA>", "<@U0DANA> and <@U0DANA>"),
        ("ask @Ana F. <3", "<@U0ANA>", "ask <@U0ANA>"),
        ("from @danaher", "from <@U0DANA>", "from @danaher"),
        ("mail x@dana", "from <@U0DANA>", "mail x@dana"),
        ("in #ds-team", "<#C0TEAM|ds-team>", "in <#C0TEAM|ds-team>"),
        ("for @data-eng", "<!subteam^S0DATA|@data-eng>", "for <!subteam^S0DATA|@data-eng>"),
        ("@here", "<!here>", "@here"),
        ("from @dana", "", "from @dana"),
        ("<@U0DANA> & <!channel>", "", "&lt;@U0DANA&gt; &amp; &lt;!channel&gt;"),
    ],
)
def test_mentions_that_stood_there_stay_and_none_are_made(
    typed: str, before: str, written: str
) -> None:
    assert kept(typed, before) == written


_TYPED = st.text(st.characters(exclude_categories=["Cs"]))


@given(_TYPED)
def test_whatever_is_typed_comes_back_letter_by_letter_and_calls_nobody(typed: str) -> None:
    written = kept(typed)
    assert not re.search("[<>]", written)
    assert shown(written) == typed


@given(_TYPED)
def test_a_length_is_that_of_what_was_typed(typed: str) -> None:
    assert length(kept(typed)) == len(typed)
