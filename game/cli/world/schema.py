"""The command `world schema`: the world format for editors.

Knows nothing of the format.
"""

from __future__ import annotations

import typer

from game.authoring.schema import schema_text
from game.cli.printed import JsonOption


def schema(as_json: JsonOption = True) -> None:
    """Print the world format as JSON Schema. Editors complete and explain keys by it."""
    typer.echo(schema_text(), nl=False)
