"""`python -m corpus`: `train` makes the weights, `cross`, `score` and `routes` measure."""

from argparse import ArgumentParser, Namespace
from dataclasses import replace

from rich.console import Console

from benchmarks.figures import table
from corpus.figures import error_classes, keep, measured, of_messages
from corpus.reading import PARTS, part, read
from corpus.routes import figures as figures_of_routes


def _train() -> None:
    from corpus.training import keep, shipped  # noqa: PLC0415 - scoring needs no scikit-learn

    keep(shipped())


def _cross() -> None:
    from corpus.crossing import by_fifth, by_writer, crossed  # noqa: PLC0415 - as above

    for name, fold in (("by writer", by_writer), ("in fifths", by_fifth)):
        Console().print(f"cross-validated {name}", table(of_messages(crossed(fold))))


def _score(asked: Namespace) -> None:
    console = Console()
    total, figures = measured(asked.part, part(asked.part))
    console.print(table(figures))
    for name, times, examples in error_classes(total):
        console.print(f"{times:4} {name}", markup=False)
        for example in examples:
            console.print(f"       {example!r}", markup=False, soft_wrap=True)
    if asked.write:
        keep(figures, total, date=asked.write, part=asked.part)


def _routes(asked: Namespace) -> None:
    field = "blockers" if asked.answers else None
    texts = [replace(one, field=field or one.field) for one in part(asked.part)]
    if asked.crossed:
        from corpus.crossing import by_fifth, read_crossed  # noqa: PLC0415 - as above

        found = read_crossed(by_fifth, texts)
    else:
        found = read(texts)
    Console().print(table(figures_of_routes(texts, found)))


def main() -> None:
    parser = ArgumentParser(prog="python -m corpus", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("train", help="write bot/reading/weights.json from the tuning part")
    verbs.add_parser("cross", help="the tuning part by models that did not learn from it")
    scoring = verbs.add_parser("score", help="print each figure and the classes of errors")
    scoring.add_argument("--part", choices=PARTS, default="tune")
    scoring.add_argument("--write", metavar="DATE", help="keep the table in docs/reader.md")
    routing = verbs.add_parser("routes", help="whether the right owner is asked after one tap")
    routing.add_argument("--part", choices=PARTS, default="tune")
    routing.add_argument(
        "--crossed",
        action="store_true",
        help="the tuning part by models that did not learn from it",
    )
    routing.add_argument(
        "--answers", action="store_true", help="as answers to what one waits on, not as they stand"
    )
    asked = parser.parse_args()
    if asked.verb == "train":
        _train()
    elif asked.verb == "cross":
        _cross()
    elif asked.verb == "routes":
        _routes(asked)
    else:
        _score(asked)


if __name__ == "__main__":
    main()
