"""An adapter that is to be taken into use, held against the model that is chosen.

Knows nothing of settings, or of what is made of the two.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from game.errors import ModelError
from game.llm.adding import look_into
from game.llm.catalog import STARTER
from game.llm.choice import ModelChoice
from game.llm.digest import weights_digest
from game.llm.files import is_gguf, sha256_of
from game.llm.own import Own, find_own, name_of, own_adapters, require_unlike
from game.llm.pins import read_pins
from game.llm.starter import starter_source

_FOR_OTHER = (
    "The adapter {0} was made for the model {1}, and {2} tells: choose that model first, with: loreloom model use {1}"
)


def offered(words: str, source: ModelChoice, *, models: Path, log: Path, name: str = "") -> Own:
    """Return the adapter of a name that is kept, or of a file, under a name if there is one, else as it calls itself.

    Raises ModelError where it is no adapter, where another has that name, or where it was made for another model than
    the chosen one.
    """
    kept = words in {own.name for own in own_adapters(models)}
    file = find_own(words, models).file if kept else _file(words, models)
    looked = look_into(file, source.path, log=log)
    if looked.fault:
        other = _entry_of(looked.model, models)
        raise ModelError(_FOR_OTHER.format(file.name, other, source.name) if other else looked.fault)
    own = Own(
        name=words if kept and not name else name_of(name or looked.name or file.stem),
        file=file,
        sha256=sha256_of(file),
        model=looked.model,
        weights=weights_digest(source.path),
        title=source.name,
        entry=source.entry,
    )
    require_unlike(own, models)
    return own


def _file(words: str, models: Path) -> Path:
    file = Path(words).expanduser()
    if not file.is_file():
        find_own(words, models)
    if not is_gguf(file):
        raise ModelError(f"{file} is no adapter: take a file that loreloom tune train wrote.")
    return file


def _entry_of(model: str, models: Path) -> str:
    """Return the name of the model here that has this SHA-256, or an empty one where none is known to."""
    pulled = {pin.sha256: name for name, pin in read_pins(models).items()}
    with contextlib.suppress(ModelError):  # it need not be installed
        pulled[sha256_of(starter_source())] = STARTER
    return pulled.get(model, "")
