"""The door of the import of stories of Twine: a text in Twee 3 becomes the tables of a world, and notes on the rest.

Knows nothing of files, or of how tables are written.
"""

from __future__ import annotations

from game.authoring.imports.imported import Imported
from game.authoring.imports.twee.data import sort_story
from game.authoring.imports.twee.notebook import Notebook
from game.authoring.imports.twee.passages import read_passages
from game.authoring.imports.twee.world import tables_of
from game.errors import WorldError
from game.loader.diagnostics import visible
from game.loader.limits import MAX_BYTES


def import_twee(text: str, *, name: str) -> Imported:
    """Return the world that a Twee 3 story is, as far as one can be made of it; name is the file's, without its ending.

    Raises WorldError for what is no story in Twee 3, or larger than a world may be.
    """
    if len(text.encode(errors="replace")) > MAX_BYTES:
        raise WorldError(f"{visible(name)} is larger than {MAX_BYTES // 1_000_000} MB; split the story.")
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    notebook = Notebook()
    story = sort_story(read_passages(lines), notebook, name=name)
    if not story.passages:
        raise WorldError(f"{visible(name)} is no story in Twee 3: no line begins with '::' and the name of a passage.")
    return Imported(tables_of(story, notebook, name=name), notebook.notes())
