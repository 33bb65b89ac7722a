"""Finds the open waits of a text: where they stand, on what function, on whom, how sure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from bot.functions import FunctionId
from bot.reading.candidates import NO_PART
from bot.reading.claims import CUES
from bot.reading.features import Seen, of_piece, of_text, seen
from bot.reading.function import odds_of
from bot.reading.joining import of_joint
from bot.reading.learnt import FUNCTION, NOTHING, Learnt
from bot.reading.linear import Trained, probability, trained
from bot.reading.pieces import Laid, laid
from bot.reading.small_words import listed
from bot.reading.whom import whom

CUE_SENSES = frozenset(CUES)
MOST_REASONS = 3
MOST_WAITS = 20  # of one text; nobody waits for more in one breath


@dataclass(frozen=True, slots=True)
class FoundWait:
    """`text[start:end]` is `words`; `sure` is how often such a wait is one; `because` decided."""

    start: int
    end: int
    words: str
    function: FunctionId
    waiting_on: tuple[str, ...]
    sure: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words from `first` to before `last`, and the odds that they are a wait."""

    first: int
    last: int
    odds: float
    pieces: tuple[int, ...]


def waits_in(
    text: str, *, field: str = "", names: Collection[str] = (), learnt: Learnt = NOTHING
) -> tuple[FoundWait, ...]:
    """What the team has taught goes before what the reader knows by itself."""
    known = {*names, *learnt.people} if learnt.people else names
    found = found_by(trained(), text, field=field, names=known)
    return tuple(as_taught(one, learnt) for one in found) if learnt.taught else tuple(found)


def as_taught(found: FoundWait, learnt: Learnt) -> FoundWait:
    taught = learnt.meaning(FUNCTION, found.words)
    return found if taught is None else replace(found, function=taught.meaning)


def found_by(
    model: Trained, text: str, *, field: str = "", names: Collection[str] = ()
) -> Iterator[FoundWait]:
    lay = laid(text)
    if not lay.pieces:
        return
    sights = seen(lay, field=field)
    people = frozenset(name.lower() for name in names)
    whole = model.levels["text"] * model.text.odds(of_text(sights, field=field))
    odds = [
        model.wait.odds(of_piece(lay, sights, at, field=field)) for at in range(len(lay.pieces))
    ]
    for stretch in islice(stretches(model, lay, sights, odds, whole), MOST_WAITS):
        first, last = edges(lay, sights, stretch)
        if first >= last:
            continue
        start, end = lay.words[first].start, lay.words[last - 1].end
        yield FoundWait(
            start,
            end,
            text[start:end],
            _likeliest(odds_of(model, lay.words, sights.senses, first, last)),
            whom(model, lay.words, sights.senses, first, last, names=people),
            sure(model, stretch.odds),
            _because(model, lay, sights, stretch),
        )


def stretches(
    model: Trained, lay: Laid, sights: Seen, odds: Sequence[float], whole: float
) -> Iterator[Stretch]:
    """Of a text that likely tells a wait: its likely pieces, those of one wait together."""
    most = max(odds)
    if most + whole < model.levels["wait"]:
        return
    lower = min(model.levels["also"], most)
    also = lower - model.levels["next"]
    at = 0
    while at < len(odds):
        if odds[at] < lower:
            at += 1
            continue
        end = at + 1
        while end < len(odds) and odds[end] >= also and _joined(model, lay, sights, end):
            end += 1
        pieces, here = lay.pieces, max(odds[at:end])
        yield Stretch(pieces[at].first, pieces[end - 1].last, here + whole, tuple(range(at, end)))
        at = end


def _joined(model: Trained, lay: Laid, sights: Seen, at: int) -> bool:
    return model.joins.odds(set(of_joint(lay, sights, at))) > 0


_STRONG = frozenset(("WAIT", "BLOCK", "NEED"))
_STATES = listed("stuck blocked held")
_LEADING = listed(
    """
    i i'm im we we're i've we've am are is was be been have has and but so also still today now
    currently again y and only just yes yep ja si oui sim sigo estoy estamos je suis on est ich
    bin wir sind estou well then plus otherwise unfortunately sadly however besides eu yo he
    heute hoy hoje jetzt gerade noch immer todavia aun ainda continuo encore toujours mais pero
    mas aber und et e
    """
)
_MOST_CUT = 9


def edges(lay: Laid, sights: Seen, stretch: Stretch) -> tuple[int, int]:
    """From the cue to the last word, without what leads to it and marks at its ends."""
    words, first, last = lay.words, stretch.first, stretch.last
    while last > first and words[last - 1].kind == "mark" and words[last - 1].raw not in ")\"'»”":
        last -= 1
    while (
        first < last and words[first].kind in ("mark", "face") and words[first].raw not in "\"'«“("
    ):
        first += 1
    piece = lay.pieces[stretch.pieces[0]]
    for at in range(first, min(last, piece.last, first + _MOST_CUT)):
        if not _STRONG.isdisjoint(sights.senses[at]):
            if _cuts(lay, sights, first, at):
                return at, last
            break
    while first < last - 1 and words[first].low in _LEADING:
        first += 1
    return first, last


def _cuts(lay: Laid, sights: Seen, first: int, at: int) -> bool:
    """Whether the wait begins with its cue: not where somebody else must do something."""
    if "WAIT" in sights.senses[at] or lay.words[at].low in _STATES:
        return True
    lead = [
        n
        for n in range(first, at)
        if lay.words[n].kind != "mark" and lay.words[n].low not in _LEADING
    ]
    return not lead or any("FIRST" in sights.senses[n] for n in lead)


def _likeliest(odds: Mapping[FunctionId, float]) -> FunctionId:
    return max(odds, key=odds.__getitem__)


def sure(model: Trained, odds: float) -> float:
    return round(probability(model.levels["slope"] * odds + model.levels["offset"]), 3)


def _because(model: Trained, lay: Laid, sights: Seen, stretch: Stretch) -> tuple[str, ...]:
    """Its cues, as they were written; without one the words that weighed most."""
    places = range(stretch.first, stretch.last)
    cues = [at for at in places if not CUE_SENSES.isdisjoint(sights.senses[at])]
    telling = [at for at in places if lay.words[at].low not in NO_PART] or places
    weighed = sorted(telling, key=lambda at: -model.wait.weights.get(lay.words[at].low, 0))
    best = cues[:MOST_REASONS] or sorted(weighed[:MOST_REASONS])
    return tuple(dict.fromkeys(lay.words[at].raw for at in best))
