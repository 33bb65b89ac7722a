"""`pinwheel manifest`: what Slack is told of the app."""

from typing import Annotated

import typer
import yaml

from cli.terminal import app
from handlers.manifest import MANIFEST, over_http, read, with_reactions


@app.command()
def manifest(
    url: Annotated[
        str, typer.Option(help="Your public https address, to use HTTP instead of Socket Mode.")
    ] = "",
    reactions: Annotated[
        bool, typer.Option(help="Let Slack tell of reactions, for teams that mark waits by one.")
    ] = False,
) -> None:
    """Print the app manifest to paste into Slack."""
    if not url and not reactions:
        print(MANIFEST.read_text(encoding="utf-8"), end="")
        return
    found = with_reactions(read()) if reactions else read()
    print(yaml.safe_dump(over_http(found, url) if url else found, sort_keys=False), end="")
