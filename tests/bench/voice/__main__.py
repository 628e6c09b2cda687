"""`make bench-voice`: measures what is told and understood, prints tables, writes build/bench-voice.json."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.bench.figures import Figure, write_figures
from tests.bench.voice.tables import TABLES

ROOT = Path(__file__).parents[3]


def main() -> None:
    """Measure every table, or those that were chosen."""
    names = [table.name for table in TABLES]
    options = argparse.ArgumentParser(prog="make bench-voice")
    options.add_argument("--model", help="a catalogue name or a GGUF file; the starter without it")
    options.add_argument("--only", nargs="+", choices=names, metavar="TABLE", help=f"some of: {', '.join(names)}")
    given = options.parse_args()
    figures: list[Figure] = []
    for table in TABLES:
        if table.name in (given.only or names):
            measured = table.measure(given.model)
            table.show(table.title, measured)
            figures += measured
    write_figures(ROOT / "build" / ("bench-voice.json" if given.only is None else "bench-voice-some.json"), figures)


if __name__ == "__main__":
    main()
