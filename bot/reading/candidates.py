"""Who could be meant in a text: mentions, handles, names, teams and companies, as candidates."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from bot.reading.first_names import FIRST_NAMES
from bot.reading.remembered import Remembered
from bot.reading.sense_of import phrases_of
from bot.reading.small_words import ALSO_WORDS, listed
from bot.reading.words import Word, folded

_TITLES = listed("mr mrs ms mx sgt dr prof frau herr sr sra srta don dona mme m lord sir")
_JOINS = frozenset(("&", "&amp;"))
_PARTICLES = listed("of van von de da dos del der den el bin al")
_LEADS_IN = listed(
    """
    the our their my a an from on by until till for with need needs and that @ der die das den
    dem unser unsere unseren auf von vom beim el la los las nuestro nuestra al del que a de por
    con les le l' d' notre nos du des par que qu' o os as ao do da dos das pelo pela nosso nossa
    , : - ( . unless before because asked pinged but so once via
    """
)
_OF = listed("de da do des du del dos der von vom of for from d' van den")
NO_PART = listed(
    """
    a an the our their my your his her its this that these those some any no and or but so if as
    on by for from to with at in of until till is are was were be been has have had hasn't not
    waiting wait blocked need needs need's still yet from asked ask someone somebody anyone who
    what der die das den dem ein eine auf von vom bei mit und oder für bis im am el la los las
    un una de del y o con por para que a en al le les des du et ou avec par pour sur dans o os
    as um uma do da dos das e com no na ao whole other same entire both two three we i they he
    she it depends pinged chased told says said via because since when where tell tells only
    once after before
    """
)
DOES = listed(
    """
    has hasn't have haven't had is isn't are aren't was were will won't can can't must needs
    need to does doesn't did didn't says said say tells told wants want wanted promised owes owe
    owns keeps keep gives give takes takes took sends send sent merges merge approves approve
    approved signs sign signed decides decide decided confirms confirm reviews reviewed answers
    answer answered replies replied fixes fix fixed lifts lift grants grant granted finishes
    finish finished releases release picks pick chooses choose delivers deliver delivered opens
    open opened rotates rerun reruns adds add added went left stopped never still should could
    would may might ha han hat haben ist sind muss mussen soll tiene tienen debe deben no nao
    tem tem precisa doit doivent a ont est n' ne promet refuses refused rejects closed forgot
    let lets knows know looks look looked asked asks wires gets get got came comes goes ships
    ship shipped provides provide uploads upload uploaded
    """
)
NEAR = 12  # words around a wait within which those waited on are named
_MOST_WORDS = 60  # of a wait are looked at
_LONGEST_PARTY = 5  # words
_SUBTEAM = re.compile(r"<!subteam\^")
_MONTHS_AND_DAYS = listed(
    """
    january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday
    saturday sunday mon tue tues wed thu thurs fri sat sun montag dienstag mittwoch donnerstag
    freitag
    """
)

_NEVER_NAMES = listed("april may june august")  # without an @

_TOLD = listed("cc fyi thanks thank thx ty kudos gracias merci danke obrigado obrigada valeu")
_BETWEEN_NAMES = listed(", : <@> to a an")
_ANDS = listed("and & y e et und")
_SPEAKERS = listed("i me myself yo eu moi ich we")


class Candidate(NamedTuple):
    """Words from `first` to before `last`, and the name without article and genitive."""

    first: int
    last: int
    kind: str
    name: str


def candidates(
    words: Sequence[Word], first: int, last: int, *, names: Collection[str] = ()
) -> list[Candidate]:
    """Near the wait from `first` to before `last`; several may lie over each other."""
    last = min(last, first + _MOST_WORDS)
    places = range(max(0, first - NEAR), min(len(words), last + NEAR))
    kept: dict[tuple[int, int], Candidate] = {}
    for one in _all(words, places, names):
        if not _merely_named(words, one):
            kept.setdefault((one.first, one.last), one)
    return sorted(kept.values(), key=lambda one: (one.first, one.last))


def _merely_named(words: Sequence[Word], one: Candidate) -> bool:
    """Told, thanked or waiting too: "cc @dana, @eli", "Dana and I"."""
    at = one.first - 1
    while at >= 0 and words[at].low in _BETWEEN_NAMES:
        at -= 1
    if at >= 0 and words[at].low in _TOLD:
        return True
    behind = [word.low for word in words[one.last : one.last + 2]]
    return len(behind) == 2 and behind[0] in _ANDS and behind[1] in _SPEAKERS


def _all(words: Sequence[Word], places: range, names: Collection[str]) -> Iterator[Candidate]:
    for at in places:
        word = words[at]
        if word.low == "<@>" or (word.low == "<!>" and _SUBTEAM.match(word.raw)):
            yield Candidate(at, at + 1, "mention", word.raw)
        elif word.is_word:
            yield from _from_word(words, at, names)
            if at and words[at - 1].low in _LEADS_IN:
                yield from _phrases(words, at)


def _phrases(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """The one to three words after an article or "from"."""
    for last in range(at + 1, min(at + 4, len(words) + 1)):
        word = words[last - 1]
        if not word.is_word or word.low in NO_PART or word.raw[0] == "@":
            return
        yield _named(words, at, last, "phrase")
        if word.raw.endswith(("'s", "’s")):
            return


def _from_word(words: Sequence[Word], at: int, names: Collection[str]) -> Iterator[Candidate]:
    word = words[at]
    if word.raw[0] == "@":
        yield Candidate(at, at + 1, "handle", bare(word.raw[1:]))
        return
    plain = bare(word.low)
    known = plain in names and plain not in _NEVER_NAMES
    if (known or plain in FIRST_NAMES) and (word.capital or plain not in ALSO_WORDS):
        last = _capitals(words, at) if word.capital else at + 1
        yield _named(words, at, last, "name")
        yield _named(words, at, at + 1, "name")
    elif _genitive(plain) in FIRST_NAMES and word.capital:
        yield Candidate(at, at + 1, "name", word.raw[:-1])
    elif word.capital and word.low not in _MONTHS_AND_DAYS:
        yield _named(words, at, _capitals(words, at), "capital")
    elif word.low in _TITLES and at + 1 < len(words) and words[at + 1].capital:
        yield _named(words, at, _capitals(words, at + 1), "capital")
    lows = [one.low for one in words[at : at + _LONGEST_PARTY]]
    length = phrases_of("PARTY", lows)
    if length:
        yield _named(words, at, at + length, "party")
    if phrases_of("TEAM", lows):
        yield from _team(words, at)


def _genitive(plain: str) -> str:
    return plain[:-1] if plain.endswith("s") else ""


def _capitals(words: Sequence[Word], at: int) -> int:
    """Where the run of capitals ends: "Mr. Okonjo-Bell", "Trust & Safety"."""
    last = at + 1
    if words[at].low in _TITLES and last < len(words) and words[last].raw == ".":
        last += 1
    while last < len(words) and last - at < 5:
        if words[last - 1].raw.endswith(("'s", "’s")):
            break
        joined = (words[last].raw in _JOINS or words[last].low in _PARTICLES) and last + 1 < len(
            words
        )
        word = words[last + joined]
        if not (word.is_word and word.capital):
            break
        last += 1 + joined
    return last


def _team(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """ "core api team", "equipo de datos"."""
    first = at
    while (
        first
        and at - first < 3
        and words[first - 1].is_word
        and words[first - 1].low not in NO_PART
    ):
        first -= 1
        if words[first].raw.endswith(("'s", "’s")):
            first += 1
            break
    if first < at:
        yield _named(words, first, at + 1, "team")
    last = at + 1
    if last < len(words) and words[last].low in _OF:
        last += 1
    if (
        last > at + 1
        and last < len(words)
        and words[last].is_word
        and words[last].low not in NO_PART
    ):
        yield _named(words, at, last + 1, "team of")


def _named(words: Sequence[Word], first: int, last: int, kind: str) -> Candidate:
    raw = " ".join(word.raw for word in words[first:last]).replace(" .", ".")
    return Candidate(first, last, kind, bare(raw))


def bare(name: str) -> str:
    """Without a genitive."""
    return _BARE[name]


def _without_genitive(name: str) -> str:
    if phrases_of("COMPANY", [folded(name)]):
        return name  # "Moody's"
    for end in ("'s", "’s", "'", "’"):
        name = name.removesuffix(end)
    return name


_BARE = Remembered(_without_genitive)
