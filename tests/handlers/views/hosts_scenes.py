"""Scenes of the code hosts: accounts, watched repositories, and what one of them refuses."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.hosts import GITHUB, GITLAB
from bot.told import Told
from handlers.views import hosts, letters
from handlers.views.kit import Answer
from tests.handlers.views.cards import BEN, NOW

Scene = Callable[[], Any]
CHURN = "github.com/ana/churn"


def about(text: str = "Labels for *churn*", **more: Any) -> dict[str, Any]:
    """A pull request that bears this text wherever somebody's words can stand."""
    usual = {
        "host": GITHUB,
        "link": "https://github.com/ana/churn/pull/7",
        "title": text,
        "login": text,
        "place": text,
        "person": BEN,
        "why": "gone",
        "seen": True,
    }
    return {**usual, **more}


def told(what: str, **facts: Any) -> Answer:
    return hosts.answer(Told(f"hosts.{what}", None, facts))


def letter(kind: str, **more: Any) -> Answer:
    facts = about(**{"login": "ben-codes", "place": CHURN, **more})
    return letters.render(f"hosts.{kind}", None, facts, now=NOW)


def _rows(text: str = CHURN) -> list[dict[str, Any]]:
    return [
        {"place": text, "trouble": None},
        {"place": "github.com/ana/secret", "trouble": "gone"},
        {"place": "gitlab.com/data/features", "trouble": "forbidden"},
    ]


def answers_about(text: str) -> Mapping[str, Answer]:
    """Every answer, with this text in all that it shows."""
    return {
        "linked": told("linked", host=GITHUB, login=text, known=True),
        "accounts": told("accounts", logins={GITHUB: text, GITLAB: text}),
        "watched": told("watched", host=GITHUB, place=text, new=True),
        "unwatched": told("unwatched", place=text),
        "not_watched": told("not_watched", place=text),
        "watching": told("watching", rows=_rows(text)),
    }


ANSWERS: Mapping[str, Scene] = {
    "hosts-linked": lambda: told("linked", host=GITHUB, login="ben-codes", known=True),
    "hosts-linked-without-a-key": lambda: told("linked", host=GITLAB, login="ben", known=False),
    "hosts-unlinked": lambda: told("unlinked", host=GITHUB),
    "hosts-not-linked": lambda: told("not_linked", host=GITLAB),
    "hosts-accounts": lambda: told("accounts", logins={GITHUB: "ben-codes", GITLAB: "ben"}),
    "hosts-accounts-none": lambda: told("accounts", logins={}),
    "hosts-accounts-looked-for": lambda: told("accounts", logins={}, looking=[GITHUB, GITLAB]),
    "hosts-accounts-one-looked-for": lambda: told(
        "accounts", logins={GITHUB: "ben-codes"}, looking=[GITLAB]
    ),
    "hosts-not-proposed": lambda: told("not_proposed", host=GITHUB),
    "hosts-not-you": lambda: told("not_you", host=GITLAB),
    "hosts-watched": lambda: told("watched", host=GITHUB, place=CHURN, new=True),
    "hosts-watched-before": lambda: told("watched", host=GITHUB, place=CHURN, new=False),
    "hosts-unwatched": lambda: told("unwatched", place=CHURN),
    "hosts-not-watched": lambda: told("not_watched", place=CHURN),
    "hosts-watching": lambda: told("watching", rows=_rows()),
    "hosts-watching-none": lambda: told("watching", rows=[]),
}
LETTERS: Mapping[str, Scene] = {
    "hosts.is_this_you": lambda: letter("is_this_you"),
    "hosts.lost": lambda: letter("lost"),
    "hosts.lost-never-seen": lambda: letter("lost", seen=False),
    "hosts.lost-branch": lambda: letter("lost", why="branch"),
    "hosts.not_asked": lambda: letter("not_asked", why="invalid"),
    "hosts.not_asked-forbidden": lambda: letter("not_asked", why="forbidden", host=GITLAB),
    "hosts.not_found": lambda: letter("not_found", why="no_match"),
    "hosts.not_found-no-address": lambda: letter("not_found", why="no_address"),
    "hosts.not_found-not-told": lambda: letter("not_found", why="not_told", host=GITLAB),
    "hosts.refused": lambda: letter("refused", why="refused"),
    "hosts.refused-elsewhere": lambda: letter("refused", why="elsewhere", host=GITLAB),
    "hosts.unwatched": lambda: letter("unwatched"),
    "hosts.unknown": lambda: letter("unknown"),
}
