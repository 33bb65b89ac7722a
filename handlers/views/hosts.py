"""GitHub and GitLab: accounts, watched repositories, and what one of them does not let us do."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.told import Told
from handlers.views import kit, words
from handlers.views.blockers.phrases import person
from handlers.views.kit import Answer

Facts = Mapping[str, Any]
_NAMES = {"github": "GitHub", "gitlab": "GitLab"}
_MOST = 150
YES, NOT_ME = "hosts.yes", "hosts.not_me"
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
    looking = [_NAMES[host] for host in facts.get("looking", ())]
    if looking:
        return _looking(logins, looking)
    if not logins:
        return _plainly(
            "I don't know who you are on GitHub or GitLab, and I never guess it. Tell me, like "
            "`/review me github:your-login` or `/review me gitlab:your-login`."
        )
    return _plainly(f"You are {_known(logins)}. `/review me github:none` makes me forget it.")


def _known(logins: Mapping[str, str]) -> str:
    return ", ".join(
        f"*{words.line(login, _MOST, mentions=False)}* on {_NAMES[host]}"
        for host, login in logins.items()
    )


def _looking(logins: Mapping[str, str], looking: Sequence[str]) -> Answer:
    """Where we know none, we look ourselves; and it can always be said by hand."""
    hosts = " and ".join(looking)
    known = f"You are {_known(logins)}. " if logins else ""
    return _plainly(
        f"{known}I don't know who you are on {hosts} yet. I ask there who shows your e-mail "
        "address, and then ask you in our DM; nothing is linked without your tap. Or tell me: "
        f"{_by_hand(looking[0].lower())}."
    )


def _is_this_you(facts: Facts) -> Answer:
    login = _short(facts, "login")
    text = (
        f"Are you *@{login}* on {_host(facts)}? Your e-mail address is shown there. With a yes, "
        "what happens there under that name counts as yours here, and reviews that come to you "
        "are requested there too."
    )
    ids = kit.value({"host": facts["host"], "login": facts["login"]})
    buttons = kit.actions(
        kit.button("Yes", YES, value=ids, style="primary"),
        kit.button("Not me", NOT_ME, value=ids),
    )
    return kit.answer(text, [kit.section(text), buttons])


def _not_found(facts: Facts) -> Answer:
    host = _host(facts)
    why = _NOT_FOUND.get(facts["why"], _NOT_FOUND["no_match"]).format(host=host)
    return _plainly(f"{why} Tell me yourself who you are there: {_by_hand(str(facts['host']))}.")


def _by_hand(host: str) -> str:
    return f"`/review me {host}:your-login`"


def link_yours(host: str, *, as_reviewer: bool) -> str:
    """What stands with a review of somebody whose account there we do not know."""
    name, how = _NAMES.get(host, host), _by_hand(host)
    if as_reviewer:
        return f"I could not request you on {name}: link your account with {how}."
    return f"I don't know who you are on {name}: link your account with {how}."


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
_NOT_FOUND = {
    "no_address": "I can't see your e-mail address here, so I can't look for it on {host}.",
    "no_match": "Nobody whom I could take for you shows your e-mail address on {host}.",
    "not_told": "{host} does not let me look for e-mail addresses.",
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
    "hosts.not_proposed": lambda facts: _plainly(
        f"I proposed somebody else meanwhile. Tell me who you are: {_by_hand(str(facts['host']))}."
    ),
    "hosts.not_you": lambda facts: _plainly(
        "Thank you, then nothing is linked. If you have an account there: "
        f"{_by_hand(str(facts['host']))}."
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
    "hosts.is_this_you": _is_this_you,
    "hosts.lost": _lost,
    "hosts.not_asked": _not_asked,
    "hosts.not_found": _not_found,
    "hosts.refused": _refused,
    "hosts.unwatched": _unwatched,
    "hosts.unknown": _unknown,
}
