"""A report in lines: what was found of each matter, whether it is well, and what to do where it is not.

Knows nothing of how anything is found.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["ok", "warn", "fail"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report. A "fail" keeps a player from playing; advice is a sentence, or empty when all is well."""

    name: str
    level: Level
    text: str
    advice: str = ""


def is_playable(findings: tuple[Finding, ...]) -> bool:
    """Return whether nothing found keeps a player from playing."""
    return all(finding.level != "fail" for finding in findings)


def as_text(findings: tuple[Finding, ...]) -> str:
    """Return the report as lines: level, name, what was found and, on the next line, what to do."""
    width = max(len(finding.name) for finding in findings)
    lines = []
    for finding in findings:
        lines.append(f"{finding.level:<4}  {finding.name:<{width}}  {finding.text}")
        if finding.advice:
            lines.append(f"{'':<4}  {'':<{width}}  {finding.advice}")
    return "\n".join(lines)
