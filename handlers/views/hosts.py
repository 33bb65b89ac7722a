"""GitHub and GitLab: accounts, watched repositories, and what one of them does not let us do."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.told import Told
from handlers.views import kit, words
from handlers.views.blockers.phrases import person
from handlers.views.kit import Answer

Facts = Mapping[str, Any]
_NAMES = {"github": "GitHub", "gitlab": "GitLab"}
_MOST = 150
BRANCH = "branch"  # what is gone of a request that itself is still there


def answer(told: Told) -> Answer:
    return _SAY[told.what](told.facts)


def _linked(facts: Facts) -> Answer:
    host, login = _host(facts), _short(facts, "login")
    then = (
        "What happens there under that name counts as yours here, and when a review comes to you "
        "it is requested there too."
        if facts["known"]
        else f"I have no key to {host} yet; whoever runs me can give me one, and then it counts."
    )
    return _plainly(f"You are *{login}* on {host}. {then}")


def _accounts(facts: Facts) -> Answer:
    logins: Mapping[str, str] = facts["logins"]
    if not logins:
        return _plainly(
            "I don't know who you are on GitHub or GitLab, and I never guess it. Tell me, like "
            "`/review me github:your-login` or `/review me gitlab:your-login`."
        )
    known = ", ".join(
        f"*{words.line(login, _MOST, mentions=False)}* on {_NAMES[host]}"
        for host, login in logins.items()
    )
    return _plainly(f"You are {known}. `/review me github:none` makes me forget it.")


def _watched(facts: Facts) -> Answer:
    place = _short(facts, "place")
    lead = "From now on" if facts["new"] else "As before,"
    return _plainly(
        f"{lead} what is ready for review in *{place}* becomes a review of this team by itself; "
        "what stands there already does not. "
        f"`/review unwatch {_bare(facts)}` ends it, `/review watch` shows all."
    )


def _watching(facts: Facts) -> Answer:
    rows = facts["rows"]
    if not rows:
        return _plainly(
            "This team watches no repository. `/review watch owner/name` makes reviews of what "
            "is ready there, by itself."
        )
    lines = [f"• {_short(row, 'place')}{_TROUBLE.get(row['trouble'] or '', '')}" for row in rows]
    return _plainly("\n".join(["*This team watches*", *lines]))


def _lost(facts: Facts) -> Answer:
    """To the author: what became of it, they can see; here it goes on by buttons."""
    title = words.line(str(facts["title"]), _MOST, mentions=False)
    link = words.address(str(facts["link"])) or ""
    if facts["why"] == BRANCH:
        return _plainly(
            f"The branch of *{title}* is gone: {link}. Push it again to go on, or end the review: "
            "`/review mine` has its buttons."
        )
    then = (
        "The review goes on here: `/review mine` has its buttons, and I look there again from "
        "time to time."
    )
    if not facts["seen"]:
        return _plainly(
            f"{_host(facts)} does not show me *{title}*: {link}. Either there is no such request, "
            f"or its repository is not open to me. {then}"
        )
    return _plainly(
        f"{_host(facts)} does not show me *{title}* any more: {link}. Perhaps it was deleted, or "
        f"its repository became private to me. {then}"
    )


def _not_asked(facts: Facts) -> Answer:
    title = words.line(str(facts["title"]), _MOST, mentions=False)
    link = words.address(str(facts["link"])) or ""
    return _plainly(
        f"{_host(facts)} did not let me request {person(facts['person'])} "
        f"({_short(facts, 'login')}) as a reviewer of *{title}*: {link}. "
        f"{_WHY_NOT.get(facts['why'], _WHY_NOT['invalid'])} "
        "The review itself goes on here; they know of it."
    )


def _refused(facts: Facts) -> Answer:
    host = _host(facts)
    why = (
        f"{host} sends me to another host, where I don't go"
        if facts["why"] == "elsewhere"
        else f"{host} does not take my key any more"
    )
    return _plainly(
        f"{why}. Reviews go on here by their buttons, and catch up when it is mended. Please tell "
        'whoever runs me: the README says what to set, under "GitHub and GitLab".'
    )


def _unwatched(facts: Facts) -> Answer:
    return _plainly(
        f"I can't see *{_short(facts, 'place')}* on {_host(facts)} any more, so nothing becomes a "
        "review from there. Perhaps it was deleted, or I lost access. `/review unwatch "
        f"{_bare(facts)}` takes it off the list; else I look again from time to time."
    )


def _unknown(facts: Facts) -> Answer:
    host, login = str(facts["host"]), _short(facts, "login")
    return _plainly(
        f"What *{login}* wrote in *{_short(facts, 'place')}* became a review, and I don't know who "
        "that is here, so nobody is told when it is the author's turn. If you know: they type "
        f"`/review me {host}:{login.replace('`', '')}` once."
    )


def _host(facts: Facts) -> str:
    return _NAMES.get(str(facts["host"]), "The code host")


def _short(facts: Facts, name: str) -> str:
    return words.line(str(facts[name]), _MOST, mentions=False)


def _bare(facts: Facts) -> str:
    """As it is typed: without marks that would end the code around it."""
    return _short(facts, "place").replace("`", "")


def _plainly(text: str) -> Answer:
    return kit.answer(text, [kit.section(text)])


_TROUBLE = {
    "gone": " (I can't see it any more)",
    "forbidden": " (I may not look there)",
}
_WHY_NOT = {
    "forbidden": "My key may not change it; who runs me can give me one that may.",
    "gone": "I can't see it there any more.",
    "invalid": "Mostly that is because they have no access to the repository: add them there.",
}
_SAY: Mapping[str, Callable[[Facts], Answer]] = {
    "hosts.accounts": _accounts,
    "hosts.linked": _linked,
    "hosts.unlinked": lambda facts: _plainly(
        f"Forgotten: I don't know any more who you are on {_host(facts)}."
    ),
    "hosts.not_linked": lambda facts: _plainly(
        f"I did not know who you are on {_host(facts)}, so nothing changed."
    ),
    "hosts.watched": _watched,
    "hosts.unwatched": lambda facts: _plainly(
        f"Nothing from *{_short(facts, 'place')}* becomes a review by itself any more. Reviews "
        "that are open go on."
    ),
    "hosts.not_watched": lambda facts: _plainly(
        f"This team does not watch *{_short(facts, 'place')}*. `/review watch` shows what it does."
    ),
    "hosts.watching": _watching,
}
LETTERS: Mapping[str, Callable[[Facts], Answer]] = {
    "hosts.lost": _lost,
    "hosts.not_asked": _not_asked,
    "hosts.refused": _refused,
    "hosts.unwatched": _unwatched,
    "hosts.unknown": _unknown,
}
