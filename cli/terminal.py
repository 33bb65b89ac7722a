"""The terminal: the app that every command joins, and how it prints."""

from collections.abc import Mapping
from typing import Annotated

import typer
from rich.console import Console

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object instead of sentences.")]

app = typer.Typer(
    help="Pinwheel keeps data scientists unblocked, reviewed and learning.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
out = Console()


def sentences(head: str, missing: Mapping[str, str]) -> str:
    return "\n".join([head, *(f"  {name}: {advice}" for name, advice in missing.items())])
