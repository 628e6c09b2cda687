"""What each pulled model was when it was first pulled, kept in pins.json, so that it is never taken for anything else.

Knows nothing of the hub or of downloads.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from game.errors import ModelError
from game.llm.files import only_maker, write_text


@dataclass(frozen=True, slots=True)
class Pin:
    """One file of a repo at one revision. sha256 is hexadecimal, size bytes."""

    repo: str
    file: str
    revision: str
    sha256: str
    size: int


def read_pins(models: Path) -> dict[str, Pin]:
    """Return the pins by the entry's name. Raises ModelError when the file of pins is broken."""
    file = pins_path(models)
    try:
        pins = json.loads(file.read_text(encoding="utf-8"))
        return {name: Pin(**pin) for name, pin in pins.items()}
    except FileNotFoundError:
        return {}
    except (ValueError, TypeError, AttributeError):
        raise ModelError(f"{file} is broken: remove it, and models are pinned anew when pulled.") from None


def write_pin(name: str, pin: Pin, models: Path) -> None:
    """Remember what a model is."""
    with only_maker(models / "pins.lock"):
        pins = {**read_pins(models), name: pin}
        text = json.dumps({name: asdict(pin) for name, pin in pins.items()}, indent=2)
        write_text(pins_path(models), text + "\n")


def require_pinned(name: str, offer: Pin, models: Path) -> None:
    """Raise ModelError when what is offered under a name is not, byte for byte, what was pinned."""
    pinned = read_pins(models).get(name)
    if pinned is None or pinned.sha256 == offer.sha256:
        return
    raise ModelError(
        f"The hub now offers another {name} ({offer.sha256[:12]}) than the one pinned here ({pinned.sha256[:12]}):"
        f" to take it all the same, remove {name} from {pins_path(models)}."
    )


def pins_path(models: Path) -> Path:
    """Return the file of pins, which need not exist."""
    return models / "pins.json"
