"""What the player has set: values from options, environment and the settings file, and the folders they lead to.

Knows nothing of the modules that use them: the values are passed down, and nobody reads them as a global.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import platformdirs
import tomli
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, EnvSettingsSource, NoDecode, SettingsConfigDict

from game.errors import SettingsError
from game.story.safety.ratings import Rating

APP = "loreloom"
ENV_PREFIX = "LORELOOM_"

Narrator = Literal["authored", "blend", "model"]
Theme = Literal["dark", "light"]
Lookahead = Literal["auto", "off"]


def _as_header(key: SecretStr) -> SecretStr:
    if not (key.get_secret_value().isascii() and key.get_secret_value().isprintable()):
        raise ValueError("a key is one line of ASCII")
    return key


Key = Annotated[SecretStr, AfterValidator(_as_header)]
Folder = Annotated[Path, AfterValidator(Path.expanduser)]


def _parted(value: object) -> object:
    """Return the items of a text that parts them by commas; what is a list already stays as it is."""
    return [each.strip() for each in value.split(",") if each.strip()] if isinstance(value, str) else value


Wish = Annotated[str, Field(min_length=1, max_length=80)]
Asked = Annotated[tuple[Wish, ...], NoDecode, BeforeValidator(_parted), Field(max_length=100)]
Files = Annotated[tuple[Folder, ...], NoDecode, BeforeValidator(_parted), Field(max_length=50)]

SMALL_WINDOW = 2304
"""Tokens of the window, for a model below a billion parameters: looking back on 2,000 takes it longer than all else."""


class Settings(BaseSettings):
    """Every setting of the game. Each is an option, LORELOOM_<NAME> in the environment, or a line of settings.toml."""

    model_config = SettingsConfigDict(env_prefix=ENV_PREFIX, frozen=True, extra="forbid", env_ignore_empty=True)

    model: str | None = None
    """A catalogue name, the path of a GGUF file, a server's address, or "none"; without it the starter model tells."""
    adapter: str | None = None
    """The name of an adapter that loreloom tune use keeps, for the model it was made for; "none" is none."""
    narrator: Narrator | None = None
    """Who tells: the author, the author with a touch of the model, or the model; without it, its trust says."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] | None = None
    """Two letters: new runs are told in this language where their world is translated into it."""
    theme: Theme = "dark"
    """Colours of the screen."""
    saves: Folder | None = None
    """Where runs are kept, one file each; without it a checkout's saves/ or the user's data folder."""
    worlds: Folder | None = None
    """A folder of worlds to look into before all others."""
    cache: Folder = Field(default_factory=lambda: platformdirs.user_cache_path(APP, appauthor=False))
    """Where what can be made again is kept: the starter made fast for this machine, and prompts that were read."""
    prompts_mb: int = Field(default=1024, ge=0, le=1_000_000)
    """Megabytes that prompts which were read may take, so that the next game need not read them; 0 keeps none."""
    threads: int | None = Field(default=None, ge=1, le=1024)
    """Threads of llama.cpp; without it every core this process may use."""
    gpu_layers: int | None = Field(default=None, ge=0, le=1000)
    """Layers of the model put on the GPU, 0 for none; without it as many as fit."""
    cache_type: Literal["f16", "q8_0"] | None = None
    """How the model's window is kept; q8_0 takes half the memory of f16, and on many processors more time."""
    flash: Literal["on", "off"] | None = None
    """Whether attention is computed in one pass; without it as loreloom model tune found best, or llama.cpp thinks."""
    memory_mb: int | None = Field(default=None, ge=128)
    """The most memory the model's process may take, in megabytes; without it nine tenths of what is available."""
    window: int = Field(default=4096, ge=1024, le=131_072)
    """Tokens of one prompt and its reply together; without it fewer for models below a billion parameters."""
    lookahead: Lookahead = "auto"
    """Whether likely turns are told while the player reads: not on battery, or never."""
    rating: Rating = "mature"
    """Worlds rated above this (everyone, teen, mature or adult) are opened only when the player says so each time."""
    lines: Asked = ()
    """What is never told: categories such as "spiders" or "self-harm", or words of one's own."""
    veils: Asked = ()
    """What is not told in detail, likewise."""
    check: Literal["off", "model"] = "off"
    """Whether the model that tells is also asked about each of its sentences, where it is trusted; it takes time."""
    safety: Folder | None = None
    """A file of word lists and rules, each in place of the game's own of that name."""
    protect: Files = ()
    """Text files that no model may repeat."""
    protect_words: int = Field(default=12, ge=3, le=1000)
    """How many of their words a model may write in a row; of Chinese twice as many characters."""
    api_key: Key | None = None
    """The key to the server that has the model; better in the environment than in a file that others may read."""

    @property
    def key(self) -> str:
        return self.api_key.get_secret_value() if self.api_key else ""


def settings_path() -> Path:
    """Return the path of the settings file, which need not exist."""
    return platformdirs.user_config_path(APP, appauthor=False) / "settings.toml"


def load_settings(path: Path | None = None, **options: object) -> Settings:
    """Return the settings: options that are not None before LORELOOM_* before the file at path before the defaults.

    Raises SettingsError with the file and line, the variable or the option that does not fit.
    """
    file = settings_path() if path is None else path
    text = _read(file)
    from_file = _parse(text, file)
    from_environment = EnvSettingsSource(Settings)()
    from_options = {name: value for name, value in options.items() if value is not None}
    try:
        return Settings(**{**from_file, **from_environment, **from_options})
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0])
        where = _place_of(name, file, text, options=from_options, environment=from_environment)
        raise SettingsError(f"{where} {_fault_of(name, error)}") from None


def write_setting(name: str, value: str, *, path: Path | None = None) -> Path:
    """Set one text setting in the settings file, leave its other lines as they are, and return the file's path.

    Raises SettingsError when the file cannot be read, changed or written.
    """
    file = settings_path() if path is None else path
    text = _with_line(_read(file), name, value)
    if _parse(text, file).get(name) != value:
        raise SettingsError(f"{file} is laid out so that {name} cannot be set in it: set {name} there by hand.")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_name(f"{file.name}.{os.getpid()}.tmp")
        draft.write_text(text, encoding="utf-8")
        draft.replace(file)
    except OSError as error:
        raise SettingsError(f"{file} could not be written ({error.strerror}): make its folder writable.") from error
    return file


def data_folder() -> Path:
    """Return the user's data folder, which need not exist."""
    return platformdirs.user_data_path(APP, appauthor=False)


def models_folder() -> Path:
    """Return the folder of pulled models, which need not exist."""
    return data_folder() / "models"


def prompts_folder(settings: Settings) -> Path:
    """Return the folder of prompts that were read, which need not exist."""
    return settings.cache / "prompts"


def log_folder() -> Path:
    """Return the folder of log files, which need not exist."""
    return platformdirs.user_log_path(APP, appauthor=False)


def saves_folder(settings: Settings, *, cwd: Path) -> Path:
    """Return the folder runs are kept in: the one set, else a checkout's saves/, else one in the user's data folder."""
    if settings.saves is not None:
        return settings.saves
    checkout = _checkout(cwd) or _checkout(_beside_package())
    return checkout / "saves" if checkout else data_folder() / "saves"


def worlds_folders(settings: Settings, *, cwd: Path) -> tuple[Path, ...]:
    """Return the folders worlds are sought in, first come first served; only those that exist.

    In order: the one set, ./worlds, the user's data folder, and the worlds carried with the package.
    """
    set_folder = [] if settings.worlds is None else [settings.worlds]
    carried = [Path(__file__).parent / "_worlds", _beside_package() / "worlds"]
    sought = [*set_folder, cwd / "worlds", data_folder() / "worlds", *carried]
    return tuple(dict.fromkeys(folder.resolve() for folder in sought if folder.is_dir()))


def _beside_package() -> Path:
    return Path(__file__).parent.parent


def _checkout(folder: Path) -> Path | None:
    """Return the folder if it is a checkout of the game."""
    try:
        project = (folder / "pyproject.toml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return folder if re.search(rf'^name = "{APP}"$', project, re.MULTILINE) else None


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise SettingsError(f"{file} is not UTF-8 text: save it as UTF-8, or remove it.") from None
    except OSError as error:
        raise SettingsError(f"{file} could not be read ({error.strerror}): make it readable, or remove it.") from error


def _parse(text: str, file: Path) -> dict[str, Any]:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        what = error.msg[:1].lower() + error.msg[1:]
        raise SettingsError(f"{file}:{error.lineno}: {what}; correct that line.") from None


def _with_line(text: str, name: str, value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    line = f'{name} = "{escaped}"'
    lines = text.splitlines()
    places = [number for number, old in enumerate(lines) if _assigns(old, name)]
    if places:
        lines[places[0]] = line
    else:
        lines.insert(0, line)
    return "\n".join(lines) + "\n"


def _assigns(line: str, name: str) -> bool:
    return re.match(rf'\s*"?{re.escape(name)}"?\s*=', line) is not None


def _place_of(
    name: str, file: Path, text: str, *, options: Mapping[str, object], environment: Mapping[str, object]
) -> str:
    """Return where a value came from, as the start of a sentence."""
    if name in options:
        return f"--{name.replace('_', '-')}:"
    if name in environment:
        return f"{ENV_PREFIX}{name.upper()}:"
    lines = [number for number, line in enumerate(text.splitlines(), start=1) if _assigns(line, name)]
    return f"{file}:{lines[0]}:" if lines else f"{file}:"


def _fault_of(name: str, error: ValidationError) -> str:
    """Return what is wrong with a value, as the rest of a sentence."""
    first = error.errors()[0]
    if name == "api_key":  # Nothing of a key is shown.
        return "api_key does not fit: a key is one line of ASCII, in quotes."
    if first["type"] != "extra_forbidden":
        return f"{name} = {first['input']!r} does not fit: {first['msg'][:1].lower()}{first['msg'][1:]}."
    near = difflib.get_close_matches(name, Settings.model_fields, n=1)
    if near:
        return f"there is no setting {name!r}; did you mean {near[0]!r}?"
    return f"there is no setting {name!r}; the settings are {', '.join(Settings.model_fields)}."
