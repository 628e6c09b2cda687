"""The set-up: what it says when something is missing, what it pins, and the contracts of the whole house."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest
import tomli

ROOT = Path(__file__).parent.parent
EXTRAS = ("starter", "tune", "dev")
CHILD_MODULES = [
    "game.llm.adapter",
    "game.llm.merge",
    "game.llm.merger",
    "game.llm.probe",
    "game.llm.quantize",
    "game.llm.worker",
]
"""Those that run in a process of their own and may import llama_cpp."""
TUNING_CHILDREN = (
    "game.tune.school",
    *(
        f"game.tune.evaluation.{name}"
        for name in ("answering", "desk", "marking", "playing", "reader", "sides", "writer")
    ),
    *(f"game.tune.rounds.{name}" for name in ("drafting", "judging", "keeping")),
)
"""Those of tuning that do."""


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
def setup() -> ModuleType:
    """The script tools/setup.py as a module."""
    spec = importlib.util.spec_from_file_location("setup_script", ROOT / "tools" / "setup.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("OSError: [Errno 28] No space left on device", "df -h"),
        ("CMake Error: No CMAKE_CXX_COMPILER could be found.", "sudo apt-get install build-essential"),
        ("CMake Error: CUDA Toolkit not found", "sudo apt-get install nvidia-cuda-toolkit"),
        ("CUDA_ARCHITECTURES is set to native, but no GPU was detected.", "with: make install"),
        ("c++: fatal error: Killed signal terminated program cc1plus", "CMAKE_BUILD_PARALLEL_LEVEL=1 make again"),
        ("Temporary failure in name resolution", "connect this machine to the network"),
        ("[Errno 13] Permission denied: '.venv'", "sudo chown"),
    ],
)
def test_a_failure_is_one_sentence_with_the_command_that_mends_it(setup: ModuleType, words: str, command: str) -> None:
    sentence = setup.fault_of(f"Collecting rich\n{words}\nERROR: pip gave up", "make again")
    assert command in sentence
    assert re.search(r"make (again|install)$", sentence)
    assert "\n" not in sentence


def test_a_failure_nobody_foresaw_quotes_pip_and_names_the_log(setup: ModuleType) -> None:
    sentence = setup.fault_of("ERROR: Package 'x' requires a different Python", "make install")
    assert "requires a different Python" in sentence
    assert str(setup.LOG) in sentence


def test_a_full_disk_is_said_before_anything_is_installed(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(setup, "READY", tmp_path / "none")
    monkeypatch.setattr(setup.shutil, "disk_usage", lambda _: Usage(1, 1, 10**8))
    with pytest.raises(setup.Missing, match="100 MB free and 2 GB are needed"):
        setup.require_disk()


def test_no_compiler_is_said_before_the_build(setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup.shutil, "which", lambda _: None)
    with pytest.raises(setup.Missing, match="sudo apt-get install build-essential, then: make install"):
        setup.require_compiler("make install")


def test_an_old_python_says_which_to_install(setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(setup.shutil, "which", lambda _: None)
    with pytest.raises(setup.Missing, match=r"python3 is 3\.9\.2: sudo apt-get install python3\.11"):
        setup.require_python()


def test_no_venv_says_what_to_install(setup: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(setup, "PYTHON", tmp_path / "none")
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(setup.Missing, match=r"sudo apt-get install python3\.\d+-venv"):
        setup.require_venv()


def test_llama_is_built_for_this_processor_and_for_cuda_when_asked(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CMAKE_ARGS", "-DMINE=1")
    assert setup.build_environment("")["CMAKE_ARGS"] == "-DGGML_NATIVE=on -DLLAVA_BUILD=off -DMINE=1"
    assert "-DGGML_CUDA=on" in setup.build_environment(setup.CUDA)["CMAKE_ARGS"]


def test_make_play_passes_the_world_and_its_options_on() -> None:
    told = subprocess.run(
        ["make", "-n", "play", "WORLD=inn", "ARGS=--plain"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert '-m game play "inn" --plain' in told.stdout


def test_every_dependency_is_pinned() -> None:
    project = tomli.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *(name for extra in EXTRAS for name in project["optional-dependencies"][extra])]
    names = {re.split(r"[><=]", requirement)[0] for requirement in wanted}
    pins = (ROOT / "constraints.txt").read_text().splitlines()
    pinned = {line.split("==")[0].lower().replace("_", "-") for line in pins if not line.startswith("#")}
    assert {name.lower().replace("_", "-") for name in names} <= pinned


def test_pins_are_exact_and_name_no_index() -> None:
    lines = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][0-9a-z.]*", line) for line in lines)


def test_imports_go_downwards_only() -> None:
    code = "from importlinter.cli import lint_imports; import sys; sys.exit(lint_imports(no_cache=True))"
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout


def test_the_games_own_process_never_loads_llama() -> None:
    ours = [name for name in modules_in("game") if not name.startswith((*CHILD_MODULES, *TUNING_CHILDREN))]
    code = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)\n"
    code += "sys.exit('llama_cpp' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code, *ours], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


def test_every_module_of_llm_is_on_one_side_of_the_contract() -> None:
    contract = next(contract for contract in contracts() if contract["forbidden_modules"] == CHILD_MODULES)
    sides = tuple(contract["source_modules"] + CHILD_MODULES)
    assert [name for name in modules_in("game/llm") if not name.startswith(sides)] == []


def modules_in(folder: str) -> list[str]:
    files = sorted(file.relative_to(ROOT) for file in (ROOT / folder).rglob("*.py") if not file.stem.startswith("__"))
    return [".".join(file.with_suffix("").parts) for file in files]


def contracts() -> list[dict[str, Any]]:
    tool = tomli.loads((ROOT / "pyproject.toml").read_text())["tool"]
    return [table for table in tool["importlinter"]["contracts"] if table["type"] == "forbidden"]
