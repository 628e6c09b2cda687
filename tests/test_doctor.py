"""What the doctor finds; llama.cpp itself is asked in one test, elsewhere its answers are given."""

from __future__ import annotations

import shutil
import sqlite3
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from game import doctor
from game.doctor import examine
from game.errors import ModelError
from game.findings import Finding, as_text, is_playable
from game.llm import choice
from game.llm.digest import weights_digest
from game.llm.own import Own, keep_own
from game.llm.remote.address import Address
from game.llm.taught import taught_folder
from game.llm.trials import keep_result
from game.llm.tuned import keep
from game.settings import load_settings, models_folder
from game.story.model import Placement
from tests.llm.answers import answer_for
from tests.llm.remote.acting import Actor, acting, refuse
from tests.llm.results import result_for

SAID: dict[str, Any] = {
    "version": "0.3",
    "features": "CPU : AVX2 = 1 | F16C = 0 | FMA = 1 | ",
    "backends": [],
    "offload": False,
    "model": {"name": "Small", "quantization": "Q4_0", "parameters": 135_000_000, "template": True},
}
NAMES = (
    "python terminal llama.cpp cores gpu-offload model adapter tuning settings worlds saves sqlite cache prompts disk"
)
Look = Callable[[str], Finding]


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, Any]:
    """What the child is to say, which a test may change."""
    answer = dict(SAID)
    monkeypatch.setattr(doctor, "_probe", lambda *_: answer)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setenv("LORELOOM_CACHE", str(tmp_path / "cache"))
    return answer


@pytest.fixture
def look(said: dict[str, Any], tmp_path: Path) -> Look:
    def run(name: str) -> Finding:
        return next(finding for finding in examine(cwd=tmp_path) if finding.name == name)

    return run


def test_every_matter_is_looked_at_once(said: dict[str, Any], tmp_path: Path) -> None:
    assert " ".join(finding.name.replace(" ", "-") for finding in examine(cwd=tmp_path)) == NAMES


def test_a_machine_in_order_is_playable(said: dict[str, Any], tmp_path: Path) -> None:
    assert is_playable(examine(cwd=tmp_path))


def test_kept_prompts_are_counted(look: Look, tmp_path: Path) -> None:
    assert look("prompts").text.startswith("0 kept, 0 MB of at most 1024 MB: ")
    (tmp_path / "cache" / "prompts").mkdir(parents=True)
    for name in ("a.prompt", "b.prompt", "c.part"):
        (tmp_path / "cache" / "prompts" / name).write_bytes(bytes(600_000))
    assert look("prompts").text == f"2 kept, 2 MB of at most 1024 MB: {tmp_path / 'cache' / 'prompts'}"


def test_a_sqlite_that_finds_no_words_keeps_a_player_from_playing(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    assert look("sqlite") == Finding("sqlite", "ok", f"SQLite {sqlite3.sqlite_version} with FTS5")
    monkeypatch.setattr(doctor, "can_find", lambda: False)
    assert (look("sqlite").level, look("sqlite").text) == ("fail", f"SQLite {sqlite3.sqlite_version} without FTS5")
    assert look("sqlite").advice.count(".") == 1


@pytest.mark.model
def test_the_real_llama_and_the_real_starter_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LORELOOM_CACHE", str(tmp_path))
    found = {finding.name: finding for finding in examine(cwd=tmp_path)}
    assert found["llama.cpp"].text.startswith("llama-cpp-python 0.")
    assert "0.13B parameters" in found["model"].text
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_kills_or_stops_llama_is_a_fault_and_no_more(tmp_path: Path) -> None:
    file = tmp_path / "broken.gguf"
    file.write_bytes(b"GGUF" + bytes(1000))
    assert "its process ended with" in doctor._probe(str(file))["fault"]


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Own:
    """An adapter in use, for the model that tells."""
    model, file = tmp_path / "tiny.gguf", tmp_path / "a.gguf"
    for each in (model, file):
        each.write_bytes(b"GGUF " + each.name.encode())
    monkeypatch.setenv("LORELOOM_MODEL", str(model))
    monkeypatch.setenv("LORELOOM_ADAPTER", "mine")
    return keep_own(Own("mine", file, "1" * 64, "2" * 64, weights_digest(model), "Tiny"), models_folder())


def test_without_an_adapter_of_ones_own_all_is_well(look: Look) -> None:
    assert look("adapter") == Finding("adapter", "ok", "none of your own")


def test_the_adapter_in_use_is_named_with_its_model(look: Look, mine: Own, monkeypatch: pytest.MonkeyPatch) -> None:
    assert look("adapter") == Finding("adapter", "ok", "tiny with mine, once it is loaded")
    copy = taught_folder(load_settings().cache) / "copy.gguf"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(b"GGUF")
    monkeypatch.setattr(choice, "made_taught", lambda *_: copy)
    assert look("adapter") == Finding("adapter", "ok", "tiny with mine")


@pytest.mark.parametrize("model", ["none", "http://127.0.0.1:9", "/gone.gguf"])
def test_an_adapter_whose_model_does_not_tell_is_named_too(
    look: Look, mine: Own, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LORELOOM_MODEL", model)
    assert look("adapter") == Finding("adapter", "ok", "mine, for Tiny; not in what tells now")


def test_an_adapter_that_is_gone_is_a_warning(look: Look, mine: Own) -> None:
    mine.file.unlink()
    found = look("adapter")
    assert (found.level, found.text) == ("warn", "mine, which is not here")
    assert "take its file into use again" in found.advice


def test_the_features_that_are_on_are_named(look: Look) -> None:
    assert look("llama.cpp").text == "llama-cpp-python 0.3: AVX2 FMA"


def test_a_dead_llama_leaves_the_authors_words(look: Look, said: dict[str, Any]) -> None:
    said["fault"] = "its process ended with -4: no word"
    assert look("llama.cpp").level == "warn"
    assert "authored" in look("llama.cpp").advice or "--model none" in look("llama.cpp").advice


@pytest.mark.parametrize(
    ("backends", "offload", "nvidia", "text", "advice"),
    [
        ([], False, None, "no: llama.cpp was built for the processor alone", ""),
        ([], False, "/bin/nvidia-smi", "no: llama.cpp was built for the processor alone", "CUDA=1"),
        (["cuda"], False, None, "no: built for cuda, but no such card answers", "driver"),
    ],
)
def test_offload_is_answered_with_its_reason(
    look: Look,
    said: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    backends: list[str],
    offload: bool,
    nvidia: str | None,
    text: str,
    advice: str,
) -> None:
    said.update(backends=backends, offload=offload)
    monkeypatch.setattr(shutil, "which", lambda _: nvidia)
    assert look("gpu offload").text == text
    assert advice in look("gpu offload").advice


PLACED = Placement(30, 30, "A card", "", (), 4096, 0, 0)


@pytest.mark.parametrize(
    ("placed", "level", "text", "advice"),
    [
        (PLACED, "ok", "A card: 30 of 30 layers", ""),
        (replace(PLACED, on_gpu=16), "ok", "A card: 16 of 30 layers", ""),
        (
            replace(PLACED, on_gpu=16, fault="memory", tried=("all layers (not enough memory)",)),
            "warn",
            "A card: 16 of 30 layers, after all layers (not enough memory)",
            "A smaller model",
        ),
        (
            replace(PLACED, on_gpu=0, fault="failed", tried=("the GPU (its process ended)",)),
            "warn",
            "A card: 0 of 30 layers, after the GPU (its process ended)",
            "model.log",
        ),
        (None, "ok", "but there is no model to put there", ""),
    ],
)
def test_where_the_model_lies_is_found_by_loading_it(
    look: Look,
    said: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    placed: Placement | None,
    level: str,
    text: str,
    advice: str,
) -> None:
    said.update(backends=["cuda"], offload=True)
    monkeypatch.setattr(doctor, "placement_of", lambda *_, **__: placed)
    found = look("gpu offload")
    assert (found.level, found.text) == (level, f"yes (cuda), {text}")
    assert advice in found.advice


@pytest.mark.parametrize("unwanted", [{"LORELOOM_MODEL": "none"}, {"LORELOOM_GPU_LAYERS": "0"}])
def test_nothing_is_loaded_to_look_at_a_gpu_that_is_not_wanted(
    look: Look, said: dict[str, Any], monkeypatch: pytest.MonkeyPatch, unwanted: dict[str, str]
) -> None:
    said.update(backends=["cuda"], offload=True)
    monkeypatch.delattr(doctor, "placement_of")
    for name, value in unwanted.items():
        monkeypatch.setenv(name, value)
    assert look("gpu offload").text == "yes (cuda), not asked for"


def test_a_model_that_was_never_measured_may_be(look: Look) -> None:
    assert look("tuning").advice == "Find what is fastest with: loreloom model tune"


def test_what_was_measured_is_told(look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "small.gguf"
    file.write_bytes(b"GGUF")
    monkeypatch.setenv("LORELOOM_MODEL", str(file))
    keep(tmp_path / "cache", answer_for(file))
    assert look("tuning") == Finding(
        "tuning",
        "ok",
        "reads 1,394 and writes 131 tokens/s, as measured by loreloom model tune;"
        " window 3,072, steps of 256, flash off",
    )


def test_more_threads_than_cores_is_a_warning(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LORELOOM_THREADS", "1000")
    assert look("cores").level == "warn"
    assert look("cores").text.startswith("1000 used")


def test_the_model_is_told_with_its_file(look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "small.gguf"
    file.write_bytes(b"GGUF")
    monkeypatch.setenv("LORELOOM_MODEL", str(file))
    trusted = "trusted with choosing (en, by its size)"
    advice = "Find out what it can be trusted with: loreloom model trial"
    assert look("model") == Finding("model", "ok", f"Small, Q4_0, 0.14B parameters, 1 MB, {trusted}: {file}", advice)


def test_the_model_is_told_with_what_its_trial_found(
    look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "small.gguf"
    file.write_bytes(b"GGUF")
    monkeypatch.setenv("LORELOOM_MODEL", str(file))
    keep_result(tmp_path / "cache", result_for(file, passed=("line",)))
    assert "1 MB, trusted with line (en, by its trial): " in look("model").text
    assert look("model").advice == ""


def test_a_model_without_a_template_is_a_warning(look: Look, said: dict[str, Any]) -> None:
    said["model"] = {**SAID["model"], "template": False}
    assert "carries no chat template" in look("model").advice


def test_a_file_that_llama_cannot_read_is_a_warning(look: Look, said: dict[str, Any]) -> None:
    del said["model"]
    assert look("model").text.startswith("llama.cpp cannot read")


def test_no_starter_says_how_to_install_it(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: Path) -> Path:
        raise ModelError("It is not installed.")

    monkeypatch.setattr(choice, "starter_source", missing)
    assert look("model") == Finding("model", "warn", "none: the author's words tell", "It is not installed.")


def test_a_server_is_asked_for_a_word(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    with acting(Actor()) as actor:
        monkeypatch.setenv("LORELOOM_MODEL", actor.url)
        found = look("model")
    assert found.level == "ok"
    trusted = "trusted with ambience, line, choosing, retelling, scene (en, by its size)"
    assert found.text.startswith(f"Big-7B, 7.00B parameters, window 4096, {trusted}, answered in 0.")
    assert found.text.endswith(f" s: {actor.url}/v1")


def test_a_server_that_takes_no_key_says_so(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    with acting(Actor(acts=deque([refuse(401)]))) as actor:
        monkeypatch.setenv("LORELOOM_MODEL", actor.url)
        found = look("model")
    assert (found.level, found.text) == ("warn", "none: the author's words tell")
    assert "set LORELOOM_API_KEY" in found.advice


def test_a_key_that_others_can_read_is_a_warning(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Address, "is_private", property(lambda _: False))
    monkeypatch.setenv("LORELOOM_API_KEY", "sesame")
    with acting(Actor()) as actor:
        monkeypatch.setenv("LORELOOM_MODEL", actor.url)
        found = look("model")
    assert (found.level, "begins with https" in found.advice) == ("warn", True)


def test_playing_without_a_model_is_well(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LORELOOM_MODEL", "none")
    assert look("model").level == "ok"


def test_broken_settings_are_quoted_and_keep_from_playing(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LORELOOM_THREADS", "many")
    assert look("settings").level == "fail"
    assert "LORELOOM_THREADS" in look("settings").advice


def test_saves_that_cannot_be_written_keep_from_playing(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_is_writable", lambda _: False)
    assert look("saves").level == "fail"
    assert look("cache").level == "warn"


def test_no_worlds_keep_from_playing(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "worlds_folders", lambda *_, **__: ())
    assert look("worlds").level == "fail"


@pytest.mark.parametrize(("free", "level"), [(10**6, "fail"), (10**8, "warn"), (10**10, "ok")])
def test_a_full_disk_is_told_by_degrees(look: Look, monkeypatch: pytest.MonkeyPatch, free: int, level: str) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**12, 0, free))
    assert look("disk").level == level


class Screen:
    """A standard output that is a terminal."""

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("encoding", "size", "level", "words"),
    [
        ("utf-8", (80, 24), "ok", ""),
        ("UTF8", (60, 20), "ok", ""),
        ("utf-8", (59, 24), "warn", "60 by 20"),
        ("ascii", (80, 24), "warn", "UTF-8"),
    ],
)
def test_a_terminal_that_is_too_small_or_too_old_is_a_warning(
    look: Look, monkeypatch: pytest.MonkeyPatch, encoding: str, size: tuple[int, int], level: str, words: str
) -> None:
    monkeypatch.setattr("game.doctor.sys.stdout", Screen(encoding))
    monkeypatch.setattr(shutil, "get_terminal_size", lambda: size)
    assert look("terminal").level == level
    assert words in look("terminal").advice


def test_the_report_gives_advice_below_its_finding() -> None:
    report = as_text((Finding("disk", "ok", "fine"), Finding("gpu", "warn", "none", "Buy one.")))
    assert report.splitlines() == ["ok    disk  fine", "warn  gpu   none", "            Buy one."]
