"""What `make install` does: checks what is needed, fills .venv, and says in one sentence what is missing.

Knows nothing of the game, and uses nothing but the standard library of a Python that may be too old for it.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOG = ROOT / "build" / "setup.log"
READY = VENV / ".ready"
READY_CUDA = VENV / ".ready-cuda"

OLDEST = (3, 11)
NEWER_PYTHONS = ("python3.14", "python3.13", "python3.12", "python3.11")
DISK_NEEDED = 2 * 10**9
SIGN_OF_LIFE_S = 30
MEMORY_PER_COMPILER = 10**9

NATIVE = "-DGGML_NATIVE=on -DLLAVA_BUILD=off"
CUDA = "-DGGML_CUDA=on"

# What the log of a failed installation says, and the sentence for it; the first that fits is told.
FAULTS = (
    (
        r"No space left on device|Errno 28",
        "The disk is full: free 2 GB (see df -h {root} {temporary}), then: {again}",
    ),
    (
        r"but no GPU was detected",
        "No NVIDIA card answers (nvidia-smi asks it): build for the processor with: make install",
    ),
    (
        r"CUDA Toolkit not found|Could NOT find CUDAToolkit|CMAKE_CUDA_COMPILER|CUDA::cublas",
        "CUDA's compiler is missing: sudo apt-get install nvidia-cuda-toolkit, or build without CUDA=1, then: {again}",
    ),
    (
        r"No CMAKE_C(XX)?_COMPILER|is not able to compile|Could not find compiler|gcc: not found|cc1plus.*not found",
        "A C++ compiler that works is missing: sudo apt-get install build-essential, then: {again}",
    ),
    (
        r"terminated program cc1plus|error: Killed|MemoryError",
        "Too little memory to build llama.cpp: close other programs, then: CMAKE_BUILD_PARALLEL_LEVEL=1 {again}",
    ),
    (
        r"name resolution|NewConnectionError|ConnectTimeout|ReadTimeout|Max retries exceeded|Network is unreachable",
        "The packages cannot be fetched: connect this machine to the network, then: {again}",
    ),
    (r"Permission denied|Errno 13", "{root} cannot be written: sudo chown -R $(id -un) {root}, then: {again}"),
)


class Missing(Exception):
    """Something is missing; its text is the sentence that says what, and the command that mends it."""


def main() -> int:
    """Set everything up; return the exit code."""
    parser = argparse.ArgumentParser(description="Set up Loreloom in .venv.")
    parser.add_argument("--cuda", action="store_true", help="build llama.cpp for an NVIDIA card")
    cuda = parser.parse_args().cuda
    try:
        require_python()
        require_venv()
        require_disk()
        set_up(cuda=cuda or READY_CUDA.exists(), again="make install CUDA=1" if cuda else "make install")
    except Missing as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        place = error.filename or ROOT
        print(
            f"{place} cannot be written ({error.strerror}): move {ROOT} to a folder of yours, then: make install",
            file=sys.stderr,
        )
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def require_python() -> None:
    """Go on in a newer Python where this one is too old. Raises Missing where there is none."""
    if sys.version_info >= OLDEST:
        return
    for name in NEWER_PYTHONS:
        found = shutil.which(name)
        if found:
            os.execv(found, [found, *sys.argv])  # noqa: S606 - the same script, from the start
    here = ".".join(map(str, sys.version_info[:3]))
    raise Missing(
        f"Loreloom needs Python 3.11 or later and python3 is {here}: sudo apt-get install python3.11 python3.11-venv,"
        " then: make install"
    )


def require_venv() -> None:
    """Raise Missing where this Python cannot make virtual environments."""
    if PYTHON.exists():
        return
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian ships it in a package of its own
        import venv  # noqa: F401, PLC0415
    except ImportError:
        version = ".".join(map(str, sys.version_info[:2]))
        raise Missing(
            f"Python's venv is missing: sudo apt-get install python{version}-venv, then: make install"
        ) from None


def require_disk() -> None:
    """Raise Missing where the first installation would not fit on the disk."""
    free = shutil.disk_usage(ROOT).free
    if free < DISK_NEEDED and not READY.exists():
        raise Missing(
            f"The disk has {free // 10**6} MB free and 2 GB are needed: free some (df -h {ROOT} shows it),"
            " then: make install"
        )


def require_compiler(again: str) -> None:
    """Raise Missing where llama.cpp has to be built and there is nothing to build it with."""
    if not any(shutil.which(name) for name in (os.environ.get("CXX"), "c++", "g++", "clang++") if name):
        raise Missing("A C++ compiler is missing: sudo apt-get install build-essential, then: " + again)


def set_up(*, cuda: bool, again: str) -> None:
    """Make the environment, build llama.cpp, install the game, and leave a stamp for make."""
    LOG.parent.mkdir(exist_ok=True)
    LOG.write_bytes(b"")
    if not works(PYTHON):
        run("Making .venv", [sys.executable, "-m", "venv", "--clear", str(VENV)], again=again)
    build_llama(cuda=cuda, again=again)
    pip = [str(PYTHON), "-m", "pip", "install", "-c", "constraints.txt", "-e", ".[starter,dev]"]
    run("Installing Loreloom, its starter model and its tests", pip, again=again)
    READY.touch()
    if cuda:
        READY_CUDA.touch()


def build_llama(*, cuda: bool, again: str) -> None:
    """Build llama.cpp for this machine, unless the pinned version is there, built as asked."""
    pin = pinned("llama-cpp-python")
    rebuild = cuda and not READY_CUDA.exists()
    if installed("llama-cpp-python") == pin and not rebuild:
        return
    require_compiler(again)
    command = [str(PYTHON), "-m", "pip", "install", "-c", "constraints.txt", f"llama-cpp-python=={pin}"]
    target = "this machine's processor"
    if cuda:
        # A wheel in pip's cache may have been built for the processor alone.
        command += ["--no-cache-dir", "--force-reinstall", "--no-binary", "llama-cpp-python"]
        target = "CUDA"
    title = f"Building llama.cpp for {target} (some minutes, once)"
    run(title, command, again=again, env=build_environment(CUDA if cuda else ""))


def build_environment(target: str) -> dict[str, str]:
    """Return the environment llama.cpp is built in: all cores, as far as the memory goes."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    jobs = max(1, min(cores, memory // MEMORY_PER_COMPILER))
    flags = [NATIVE, target, os.environ.get("CMAKE_ARGS", "")]
    return {
        "CMAKE_BUILD_PARALLEL_LEVEL": str(jobs),
        **os.environ,
        "CMAKE_ARGS": " ".join(flag for flag in flags if flag),
    }


def run(title: str, command: list[str], *, again: str, env: dict[str, str] | None = None) -> None:
    """Run one step with its words in the log and a sign of life here. Raises Missing when it fails."""
    print(f"{title} ...", flush=True)
    with LOG.open("ab") as log:
        step = subprocess.Popen(
            command, cwd=str(ROOT), env=env, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
        )
        wait_aloud(step)
    if step.returncode != 0:
        raise Missing(fault_of(LOG.read_text(encoding="utf-8", errors="replace"), again))


def wait_aloud(step: subprocess.Popen[bytes]) -> None:
    """Wait for a step to end, with a sign of life now and then."""
    start = time.monotonic()
    while not ends_soon(step):
        seconds = int(time.monotonic() - start)
        print(f"  still at it after {seconds} s; its words are in build/setup.log", flush=True)


def ends_soon(step: subprocess.Popen[bytes]) -> bool:
    """Wait as long as a sign of life can wait; return whether the step has ended."""
    try:
        step.wait(SIGN_OF_LIFE_S)
    except subprocess.TimeoutExpired:
        return False
    return True


def fault_of(words: str, again: str) -> str:
    """Return the sentence for a failed step, given its log."""
    for pattern, sentence in FAULTS:
        if re.search(pattern, words):
            return sentence.format(root=ROOT, temporary=tempfile.gettempdir(), again=again)
    errors = [line.strip() for line in words.splitlines() if re.match(r"\s*(ERROR|error)\b", line)]
    last = errors[0] if errors else "no reason given"
    return f"The set-up failed ({last}): read {LOG}, then: {again}"


def pinned(name: str) -> str:
    """Return the version of a package in constraints.txt."""
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").replace("_", "-")
    versions: list[str] = re.findall(rf"^{re.escape(name)}==(\S+)$", pins, re.MULTILINE)
    return versions[0]


def installed(name: str) -> str:
    """Return the version of a package in .venv, or nothing."""
    code = "import importlib.metadata, sys; print(importlib.metadata.version(sys.argv[1]))"
    command = [str(PYTHON), "-c", code, name]
    answer = subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return answer.stdout.decode().strip()


def works(python: Path) -> bool:
    """Return whether an interpreter of .venv is there, new enough and with pip."""
    code = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([str(python), "-c", code], check=False, stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main())
