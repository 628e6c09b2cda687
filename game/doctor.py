"""What Loreloom finds on this machine: each finding says whether it is well and, where it is not, what to do.

Knows nothing of how it is asked or shown; changes nothing, and asks llama.cpp only through a child process.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from game.errors import GameError, ModelError
from game.findings import Finding
from game.hosting import placement_of
from game.llm.child import child_command, child_environment
from game.llm.choice import NONE, ModelChoice, find_made
from game.llm.cores import usable_cores
from game.llm.files import megabytes
from game.llm.own import find_own, lost_own
from game.llm.remote.address import is_address, parse_address
from game.llm.taught import taught_folder
from game.llm.trials import trusts_of
from game.llm.tuned import kept_answer
from game.settings import (
    Settings,
    load_settings,
    log_folder,
    models_folder,
    prompts_folder,
    saves_folder,
    settings_path,
    worlds_folders,
)
from game.storage.index import can_find
from game.story.trust import SIZED

SMALLEST = (60, 20)
LITTLE_DISK = 500 * 10**6
NO_DISK = 10 * 10**6
PROBE_SECONDS = 60
_UNTRIED = "Find out what it can be trusted with: loreloom model trial"


@dataclass(frozen=True, slots=True)
class _Case:
    """What is examined: the settings, or why they could not be read; where the player stands; what llama.cpp says."""

    settings: Settings
    broken: str
    cwd: Path
    llama: dict[str, Any]


def examine(*, cwd: Path) -> tuple[Finding, ...]:
    """Return every finding, in the order of the report."""
    settings, broken = _read_settings()
    case = _Case(settings, broken, cwd, _probe())
    return tuple(check(case) for check in CHECKS)


def _python(_: _Case) -> Finding:
    return Finding("python", "ok", f"{platform.python_version()} at {sys.executable}")


def _terminal(_: _Case) -> Finding:
    if not sys.stdout.isatty():
        return Finding("terminal", "ok", "none, the output is piped", "Play without a screen with --plain.")
    columns, lines = shutil.get_terminal_size()
    encoding = (sys.stdout.encoding or "").lower()
    text = f"{os.environ.get('TERM', 'unknown')}, {_colours()}, {columns}x{lines}, {encoding}"
    if encoding.replace("-", "") != "utf8":
        return Finding("terminal", "warn", text, "Set a UTF-8 locale, for example: export LC_ALL=C.UTF-8")
    if columns < SMALLEST[0] or lines < SMALLEST[1]:
        return Finding("terminal", "warn", text, "Make the window 60 by 20 or larger, or play with --plain.")
    return Finding("terminal", "ok", text)


def _colours() -> str:
    names = {"standard": "16 colours", "256": "256 colours", "truecolor": "16 million colours", "windows": "16 colours"}
    return names.get(Console().color_system or "", "no colours")


def _llama(case: _Case) -> Finding:
    if "fault" in case.llama:
        advice = "Run make install once more; until then the author's words alone tell (--model none)."
        return Finding("llama.cpp", "warn", str(case.llama["fault"]), advice)
    features = [part.strip() for part in case.llama["features"].replace("CPU :", "").split("|")]
    names = [part.split(" = ")[0] for part in features if part.endswith("= 1")]
    return Finding("llama.cpp", "ok", f"llama-cpp-python {case.llama['version']}: {' '.join(names)}")


def _cores(case: _Case) -> Finding:
    usable, there = usable_cores(), os.cpu_count() or 1
    used = case.settings.threads or usable
    text = f"{used} used, {usable} usable of {there}"
    if used > usable:
        return Finding("cores", "warn", text, f"More threads than cores slow the telling: set threads to {usable}.")
    return Finding("cores", "ok", text)


def _gpu(case: _Case) -> Finding:
    if "fault" in case.llama:
        return Finding("gpu offload", "ok", "unknown, llama.cpp does not answer")
    built_for = ", ".join(case.llama["backends"])
    if case.llama["offload"]:
        return _offload(case.settings, built_for)
    if built_for:
        advice = "Check the driver, for example with: nvidia-smi"
        return Finding("gpu offload", "warn", f"no: built for {built_for}, but no such card answers", advice)
    advice = "Build for the card with: make install CUDA=1" if shutil.which("nvidia-smi") else ""
    return Finding("gpu offload", "ok", "no: llama.cpp was built for the processor alone", advice)


def _offload(settings: Settings, built_for: str) -> Finding:
    """Tell where the model lies: it is loaded, for nothing else says what the card takes."""
    if settings.model == NONE or settings.gpu_layers == 0:
        return Finding("gpu offload", "ok", f"yes ({built_for}), not asked for")
    placed = placement_of(settings, timeout_s=PROBE_SECONDS)
    if placed is None:
        return Finding("gpu offload", "ok", f"yes ({built_for}), but there is no model to put there")
    tried = f", after {', '.join(placed.tried)}" if placed.tried else ""
    text = f"yes ({built_for}), {placed.gpu}: {placed.on_gpu} of {placed.layers} layers{tried}"
    if placed.on_gpu == placed.layers:
        return Finding("gpu offload", "ok", text)
    advice = {
        "memory": "A smaller model, or a smaller window, would fit.",
        "failed": f"See {log_folder() / 'model.log'}",
    }
    return Finding("gpu offload", "warn" if placed.fault else "ok", text, advice.get(placed.fault, ""))


def _tuning(case: _Case) -> Finding:
    try:
        answer = kept_answer(case.settings.cache, _model_found(case.settings).path)
    except ModelError:
        return Finding("tuning", "ok", "no model to measure")
    if answer is None:
        return Finding("tuning", "ok", "not measured here yet", "Find what is fastest with: loreloom model tune")
    tuning, speeds = answer.tuned.tuning, answer.speeds
    text = f"reads {speeds.read:,.0f} and writes {speeds.write['1']:,.0f} tokens/s, as measured by loreloom model tune;"
    return Finding("tuning", "ok", f"{text} window {tuning.window:,}, steps of {tuning.chunk}, flash {tuning.flash}")


def _model(case: _Case) -> Finding:
    choice = case.settings.model
    if choice == NONE:
        return Finding("model", "ok", "none, as set: the author's words tell")
    try:
        if choice is not None and is_address(choice):
            return _server(choice, case.settings)
        found = _model_found(case.settings)
    except ModelError as error:
        return Finding("model", "warn", "none: the author's words tell", str(error))
    file = found.path
    said = _probe(str(file)).get("model")
    if said is None:
        return Finding("model", "warn", f"llama.cpp cannot read {file}", "Fetch it again, or choose another.")
    text = f"{said['name']}, {said['quantization']}, {said['parameters'] / 1e9:.2f}B parameters,"
    trusts = trusts_of(found, case.settings.cache, parameters=said["parameters"], languages=(SIZED,))
    trusted = ", ".join(map(str, trusts))
    text = f"{text} {megabytes(file.stat().st_size)}, trusted with {trusted}: {file}"
    if not said["template"]:
        return Finding("model", "warn", text, "It carries no chat template: choose another from loreloom model list.")
    is_guessed = any(each.grounds == "size" for each in trusts)
    return Finding("model", "ok", text, _UNTRIED if is_guessed else "")


def _adapter(case: _Case) -> Finding:
    name = case.settings.adapter
    if name is None or name == NONE:
        return Finding("adapter", "ok", "none of your own")
    if lost := lost_own(name, models_folder()):
        return Finding("adapter", "warn", f"{name}, which is not here", lost)
    with contextlib.suppress(ModelError):  # The model's own finding says so.
        if (found := _found(case.settings)) and found.adapter:
            is_made = found.path.parent == taught_folder(case.settings.cache)
            return Finding("adapter", "ok", found.name if is_made else f"{found.name}, once it is loaded")
    return Finding("adapter", "ok", f"{name}, for {find_own(name, models_folder()).title}; not in what tells now")


def _server(choice: str, settings: Settings) -> Finding:
    """Ask a server for a word. Raises ModelError."""
    from game.llm.remote.visit import visit  # noqa: PLC0415 - openai is heavy, and only a server needs it

    text, advice = visit(parse_address(choice), key=settings.key, window=settings.window)
    return Finding("model", "warn" if advice else "ok", text, advice)


def _model_found(settings: Settings) -> ModelChoice:
    """Return the model that would tell; the starter is not made ready for this question."""
    found = _found(settings)
    if found is None:
        raise ModelError("No model is chosen.")
    return found


def _found(settings: Settings) -> ModelChoice | None:
    return find_made(settings.model, cache=settings.cache, models=models_folder(), adapter=settings.adapter)


def _settings(case: _Case) -> Finding:
    if case.broken:
        return Finding("settings", "fail", "not usable", case.broken)
    file = settings_path()
    return Finding("settings", "ok", str(file) if file.exists() else f"{file} (not there, all defaults)")


def _worlds(case: _Case) -> Finding:
    folders = worlds_folders(case.settings, cwd=case.cwd)
    if not folders:
        return Finding("worlds", "fail", "no folder of worlds", "Name one with --worlds, or install Loreloom again.")
    return Finding("worlds", "ok", ", ".join(str(folder) for folder in folders))


def _saves(case: _Case) -> Finding:
    folder = saves_folder(case.settings, cwd=case.cwd)
    if not _is_writable(folder):
        return Finding("saves", "fail", f"{folder} cannot be written", "Name a folder of yours with --saves.")
    return Finding("saves", "ok", str(folder))


def _sqlite(_: _Case) -> Finding:
    text = f"SQLite {sqlite3.sqlite_version}"
    if not can_find():
        advice = "Runs need it, to find what happened long before: use a Python whose SQLite was built with FTS5."
        return Finding("sqlite", "fail", f"{text} without FTS5", advice)
    return Finding("sqlite", "ok", f"{text} with FTS5")


def _cache(case: _Case) -> Finding:
    folder = case.settings.cache
    if not _is_writable(folder):
        return Finding("cache", "warn", f"{folder} cannot be written", "Set LORELOOM_CACHE to a folder of yours.")
    return Finding("cache", "ok", f"{folder}, pulled models in {models_folder()}, logs in {log_folder()}")


def _prompts(case: _Case) -> Finding:
    folder = prompts_folder(case.settings)
    sizes = list(_sizes(folder.glob("*.prompt")))
    text = f"{len(sizes)} kept, {megabytes(sum(sizes))} of at most {case.settings.prompts_mb} MB: {folder}"
    return Finding("prompts", "ok", text)


def _disk(case: _Case) -> Finding:
    folder = _nearest(saves_folder(case.settings, cwd=case.cwd))
    free = shutil.disk_usage(folder).free
    text = f"{megabytes(free)} free at {folder}"
    if free < NO_DISK:
        return Finding("disk", "fail", text, "A turn could not be saved: free some room.")
    if free < LITTLE_DISK:
        return Finding("disk", "warn", text, "Free some room before a model is made ready or pulled.")
    return Finding("disk", "ok", text)


def _read_settings() -> tuple[Settings, str]:
    """Return the settings and, when they could not be read, the defaults and why."""
    try:
        return load_settings(), ""
    except GameError as error:
        return Settings.model_construct(), str(error)


def _probe(*model: str) -> dict[str, Any]:
    """Return what the child says of llama.cpp, and of a model's file; or {"fault": what went wrong}."""
    try:
        answer = subprocess.run(
            child_command("game.llm.probe", *model),
            env=child_environment(),
            check=True,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PROBE_SECONDS,
        )
        said: dict[str, Any] = json.loads(answer.stdout)
    except subprocess.CalledProcessError as error:
        lines = error.stderr.decode(errors="replace").strip().splitlines() or ["no word"]
        return {"fault": f"its process ended with {error.returncode}: {lines[-1]}"}
    except (subprocess.TimeoutExpired, ValueError):
        return {"fault": "its process gave no answer"}
    return said


def _sizes(files: Iterable[Path]) -> Iterator[int]:
    for file in files:
        with contextlib.suppress(OSError):  # A game that is played has just removed it.
            yield file.stat().st_size


def _is_writable(folder: Path) -> bool:
    return os.access(_nearest(folder), os.W_OK | os.X_OK)


def _nearest(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that exists."""
    resolved = folder.absolute()
    return next(place for place in (resolved, *resolved.parents) if place.is_dir())


CHECKS = (
    _python,
    _terminal,
    _llama,
    _cores,
    _gpu,
    _model,
    _adapter,
    _tuning,
    _settings,
    _worlds,
    _saves,
    _sqlite,
    _cache,
    _prompts,
    _disk,
)
