"""The command `doctor`: prints what was found on this machine.

Knows nothing of how a finding is made.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from game.cli.printed import print_json
from game.doctor import examine
from game.findings import as_text, is_playable


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list of {name, level, text, advice}.")] = False,
) -> None:
    """Report what Loreloom finds on this machine. Where something is amiss, it says what to do."""
    findings = examine(cwd=Path.cwd())
    if as_json:
        print_json([asdict(finding) for finding in findings])
    else:
        typer.echo(as_text(findings))
    raise typer.Exit(0 if is_playable(findings) else 1)
