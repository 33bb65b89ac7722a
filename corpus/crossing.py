"""The tuning part read by models that did not learn from it: in random fifths, and by writer."""

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256

from bot.reading import FoundWait
from bot.reading.linear import from_kept
from bot.reading.waits import found_by
from corpus.examples import Examples, examples_of
from corpus.reading import part, strangers, taught
from corpus.scoring import Read, Score, score
from corpus.texts import Text
from corpus.training import trained_on

Fold = Callable[[Text], str]


def by_writer(text: Text) -> str:
    return text.id[0]


def by_fifth(text: Text) -> str:
    return str(int(sha256(text.id.encode()).hexdigest(), 16) // 3 % 5)


def crossed(fold: Fold) -> Score:
    """Each text is read by a model of all the other folds; what only teaches is in every one."""
    texts = [*part("tune"), *strangers()]
    return score(texts, read_crossed(fold, texts))


def read_crossed(fold: Fold, texts: Sequence[Text]) -> Read:
    seen = [examples_of(text) for text in texts]
    held = {text.id for text in texts}
    more = [examples_of(one) for one in (*taught(), *strangers()) if one.id not in held]
    found: dict[str, Sequence[FoundWait]] = {}
    for one in sorted({fold(text) for text in texts}):
        found |= _read_held(texts, seen, more, fold, one)
    return found


def _read_held(
    texts: Sequence[Text], seen: Sequence[Examples], more: Iterable[Examples], fold: Fold, held: str
) -> Read:
    taught = [one for text, one in zip(texts, seen, strict=True) if fold(text) != held]
    model = from_kept(trained_on([*taught, *more]))
    return {
        text.id: tuple(found_by(model, text.text, field=text.field))
        for text in texts
        if fold(text) == held
    }
