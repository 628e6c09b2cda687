"""The commands `loreloom world …`, for authors.

A new one: write it in a module beside this one and register it here.
"""

from __future__ import annotations

import typer

from game.cli.world import check, explore, graph, import_, new, paths, prompt, schema, stats

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Check, explore and draw worlds.")

app.command("check")(check.check)
app.command("test")(paths.play_paths)
app.command("graph")(graph.graph)
app.command("stats")(stats.stats)
app.command("schema")(schema.schema)
app.command("new")(new.new)
app.command("import")(import_.import_)
app.command("explore")(explore.explore)
app.command("prompt")(prompt.prompt)
