"""The commands `loreloom runs …`, for what is asked of runs beyond playing them.

A new one: write it in a module beside this one and register it here.
"""

from __future__ import annotations

import typer

from game.cli.runs import delete, export, import_, listing, rename, repair, replay, restore, show, stats, verify

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="List, check, replay, export and keep runs.")

app.command("list")(listing.list_)
app.command("show")(show.show)
app.command("stats")(stats.stats)
app.command("verify")(verify.verify_run)
app.command("replay")(replay.replay)
app.command("export")(export.export)
app.command("import")(import_.import_)
app.command("rename")(rename.rename)
app.command("delete")(delete.delete)
app.command("restore")(restore.restore_run)
app.command("repair")(repair.repair)
