"""The short phrases about a blocker that every message uses: who, what, where, how long."""

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from bot.calendar import in_words
from bot.functions import FUNCTIONS, OTHER
from bot.ids import kind_of
from bot.told import Card
from handlers.views import words

LONGEST_NAME = 120  # characters of a project, an outside party or a channel in a sentence
_SOON = timedelta(minutes=5)
_JUST_NOW = timedelta(minutes=10)
_EPOCH_DIGITS = range(1_000_000_000, 10_000_000_000)  # what Slack takes as a time
_WORD = re.compile(r"\w+")
_UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60))


def number(card: Card) -> str:
    return f"#{card.blocker.number}"


def person(whom: object, *, for_: str = "") -> str:
    if not whom:
        return "somebody"
    return "you" if whom == for_ else f"<@{whom}>"


def who(whom: object, *, for_: str = "") -> str:
    """At the beginning of a sentence."""
    found = person(whom, for_=for_)
    return found if found.startswith("<") else found.capitalize()


@lru_cache(maxsize=1024)
def function_name(function: str) -> str:
    return words.line(FUNCTIONS.get(function, function), LONGEST_NAME)


def short(text: str) -> str:
    return words.line(text, LONGEST_NAME, mentions=False)


def waits_on(card: Card) -> str:
    """Function first, then whoever answers for it: the wait is on the work."""
    blocker = card.blocker
    parts = [function_name(blocker.function)]
    if blocker.owner:
        parts.append(person(blocker.owner))
    if blocker.user_group:
        parts.append(_group_name(card, blocker.user_group))
    if blocker.outside and not _is_said(blocker.outside, parts[0]):
        parts.append(short(blocker.outside))
    if kind_of(blocker.put_to) in ("channel", "group") and blocker.put_to != blocker.user_group:
        parts.append(party_of(card, blocker.put_to))
    if len(parts) > 1 and blocker.function == OTHER:
        parts = parts[1:]
    return ", ".join(parts)


def _is_said(name: str, function: str) -> bool:
    """ "legal" says nothing that "Legal, security, privacy" does not."""
    return set(_WORD.findall(name.casefold())) <= set(_WORD.findall(function.casefold()))


def _group_name(card: Card, group: str) -> str:
    """As Slack calls it, else as its author wrote it; shown without calling it."""
    if card.group and card.blocker.put_to in (None, group):
        return uncalled(card.group)
    for piece in words.pieces(card.blocker.words):
        if piece.kind == "group" and piece.value == group and piece.name:
            return short(piece.name)
    return "a user group"


def uncalled(handle: str) -> str:
    """The name of a user group, which notifies nobody."""
    return f"@\u2060{words.line(handle.removeprefix('@'), LONGEST_NAME, mentions=False)}"


def is_shown_as_time(at: datetime) -> bool:
    """Whether Slack takes it: times of ten digits."""
    return int(at.timestamp()) in _EPOCH_DIGITS


def moment(at: datetime) -> str:
    """The instant in each reader's own zone; in UTC where that cannot be shown."""
    return _shown(at, "{date_short_pretty} at {time}")


def hour(at: datetime) -> str:
    """The same without its day, which is told beside it."""
    return _shown(at, "{time}")


def _shown(at: datetime, template: str) -> str:
    utc = at.astimezone(UTC)
    written = f"{utc.day} {utc:%b %Y, %H:%M} UTC"
    if not is_shown_as_time(utc):
        return written
    return f"<!date^{int(utc.timestamp())}^{template}|{written}>"


def details(card: Card, *, now: datetime | None = None) -> list[tuple[str, str]]:
    """How it was understood, as label and value, for mrkdwn.

    `now` leaves out "since" while that says nothing new.
    """
    blocker = card.blocker
    found = [("Waiting on", waits_on(card))]
    if blocker.project:
        found.append(("Project", short(blocker.project)))
    since = _since(card, now)
    if since:
        found.append(("Since", since))
    if blocker.severity == "slowed":
        found.append(("Work", "slowed, not stopped"))
    if blocker.link:
        found.append(("Link", words.address(blocker.link) or short(blocker.link)))
    return found


def as_lines(found: list[tuple[str, str]]) -> str:
    return "\n".join(f"*{label}:* {value}" for label, value in found)


def as_sentence(found: list[tuple[str, str]]) -> str:
    return ". ".join(f"{label}: {value}" for label, value in found) + "."


def waited(card: Card) -> str:
    """The wait in the waiter's working hours."""
    if card.waited < _SOON:
        return "less than 5 min of working time"
    return f"{in_words(card.waited)} of working time"


def age(card: Card) -> str:
    return "new" if card.waited < _SOON else in_words(card.waited)


def ago(seconds: object) -> str:
    """Clock time since an act, roughly."""
    if not isinstance(seconds, int | float):
        return "earlier"
    for unit, length in _UNITS:
        count = int(seconds // length)
        if count:
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return "just now"


def channel_name(card: Card) -> str:
    """For eyes that may see it: a person in the channel."""
    if card.channel_kind in ("dm", "group"):
        return "this conversation"
    if card.channel_name:
        return "#" + words.line(card.channel_name, LONGEST_NAME, mentions=False)
    return f"<#{card.channel}>" if card.channel else "the channel"


def audience_button(card: Card, audience: str) -> str:
    """The same as plain text, for a button: there Slack shows no mention."""
    if audience != "channel" or card.channel_kind in ("dm", "group") or not card.channel_name:
        return "this conversation" if card.channel_kind in ("dm", "group") else "the channel"
    return "#" + words.one_line(card.channel_name, 50)


def audience(card: Card) -> str:
    """Who sees it, or will: a whole sentence, for its author."""
    blocker = card.blocker
    if blocker.told not in ("yes", "no"):
        return _not_told_yet(card)
    if blocker.audience == "channel":
        return f"{channel_name(card)} will see this."
    if blocker.audience == "asked" and blocker.owner:
        return f"Only {person(blocker.owner)} will see this."
    return "Only you see this."


def state(card: Card) -> str:
    """How it stands now, for everybody who sees it."""
    blocker = card.blocker
    if blocker.state == "in_hand":
        by = f", {by_when(card)}" if blocker.due else ""
        return f"In hand: {person(blocker.helper)} is on it{by}."
    if blocker.state == "unconfirmed":
        return "Unconfirmed: nobody has said a word for a while. Is it still a wait?"
    if blocker.state == "withdrawn":
        return "Withdrawn: it is no longer a wait."
    if blocker.state != "resolved":
        return _open(card)
    return f"Resolved after {waited(card)}. {person(blocker.ended_by)} closed it.{fix(blocker.fix)}"


def _open(card: Card) -> str:
    blocker = card.blocker
    if blocker.said == "queued":
        return f"In queue, {about(card)}."
    if blocker.said == "info":
        return f"Open: {person(blocker.waiter)} is asked for more information."
    return "Open."


def by_when(card: Card) -> str:
    return f"by {_day(card.blocker.due)}" if card.blocker.due else "no date yet"


def about(card: Card) -> str:
    """Of a wait in a queue: without a date nothing is promised, and that is said."""
    return f"about {_day(card.blocker.due)}" if card.blocker.due else "not promised"


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b}"


def has_thread(card: Card) -> bool:
    """Whether the channel reads it, so that people can meet under its message."""
    return card.blocker.audience == "channel" and card.blocker.told == "yes"


def party_of(card: Card, whom: object) -> str:
    """The same, where its blocker may be put to them: then a user group's name is known."""
    is_theirs = whom in (card.blocker.put_to, card.blocker.user_group)
    return uncalled(card.group) if is_theirs and card.group and whom else party(whom)


def party(whom: object) -> str:
    """A person or a channel by their id; a user group without calling it."""
    found = str(whom or "")
    if not found:
        return "somebody"
    if found[0] in ("U", "W"):
        return person(found)
    return "the group" if found[0] == "S" else f"<#{found}>"


def fix(note: object) -> str:
    """What ended it, as a sentence to append; "" when nobody said."""
    said = words.line(note, 600) if isinstance(note, str) else ""
    return f' What helped: "{said}".' if said else ""


def seen_by(card: Card) -> str:
    """Who sees a change of it, for its author."""
    blocker = card.blocker
    if blocker.told != "yes" or blocker.audience == "me":
        return "Only you see that."
    if blocker.audience == "asked":
        return f"{person(blocker.owner)} sees that too."
    return f"{channel_name(card)} sees that."


def _not_told_yet(card: Card) -> str:
    where = channel_name(card)
    reason = card.blocker.told
    if reason == "asking":
        return f"Only you see this so far. {where} has {card.channel_size} people. Post it there?"
    if reason == "not_here":
        return (
            f"Only you see this so far: I'm not in {where} yet. "
            "Type `/invite @Pinwheel` there and I'll post it."
        )
    if reason == "closed":
        return f"Only you see this so far: I may not post in {where}. I'll do it once I may."
    if reason == "nobody":
        return (
            "Only you see this so far: it is meant for the one you wait on, and I can't tell "
            "who that is. Say who: tap Edit."
        )
    to = where if card.blocker.audience == "channel" else person(card.blocker.owner)
    return f"Only you see this so far; {to} will see it once Slack tells me who you are."


def _since(card: Card, now: datetime | None) -> str | None:
    since = card.blocker.since
    return moment(since) if now is None or now - since > _JUST_NOW else None
