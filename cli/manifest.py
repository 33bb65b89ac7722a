"""`pinwheel manifest`: what Slack is told of the app."""

from typing import Annotated

import typer
import yaml

from cli.terminal import app
from handlers.manifest import MANIFEST, over_http, read


@app.command()
def manifest(
    url: Annotated[
        str, typer.Option(help="Your public https address, to use HTTP instead of Socket Mode.")
    ] = "",
) -> None:
    """Print the app manifest to paste into Slack."""
    if not url:
        print(MANIFEST.read_text(encoding="utf-8"), end="")
        return
    print(yaml.safe_dump(over_http(read(), url), sort_keys=False), end="")
