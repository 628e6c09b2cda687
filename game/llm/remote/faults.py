"""From what goes wrong with a server to one sentence: what, where, what to do.

Knows nothing of when something is tried again; ModelLost is what may be better the next time.
"""

from __future__ import annotations

import difflib
import os
import re
import ssl
from collections.abc import Iterator, Sequence
from typing import Any

import openai

from game.errors import ModelError, ModelLost
from game.llm.remote.address import Address
from game.story.clean import clean_line

_QUOTED = 160
"""Characters of a server's own words that are shown."""
_OVER = re.compile(r"context.{0,12}(?:length|size|window)|maximum.{0,12}context|max_model_len", re.IGNORECASE)
_WINDOW = re.compile(r"context (?:length|size|window)\D{0,24}?(\d{3,8})", re.IGNORECASE)


class Barred(ModelError):
    """The server will not tell, whatever is asked of it: its address, its key or the model's name is wrong."""


class OverWindow(ModelError):
    """A prompt and its reply do not fit the server's window; window is its tokens where it says so, else 0."""

    def __init__(self, sentence: str, window: int) -> None:
        super().__init__(sentence)
        self.window = window


def fault_of(error: Exception, at: Address, *, model: str = "", served: Sequence[str] = ()) -> ModelError:
    """Return the error to raise for one of the client's. model is the name that was asked for, served all that are."""
    match error:
        case ModelError():
            return error
        case openai.APIStatusError():
            return _refusal(error, at, model, served)
        case openai.APIConnectionError():
            return _unreached(error, at)
        case TimeoutError():
            return ModelLost(f"The server at {at.host} was silent for too long: see whether it is overloaded.")
        case openai.APIError():  # It came in the midst of a stream.
            return _over(error, at) or ModelLost(f"The server at {at.host} broke off{_words(error)}: see its own log.")
    return ModelLost(f"The server at {at.host} answers what no model server would: check the address.")


def words_of(error: openai.APIError) -> str:
    """Return a server's own words for what it refuses, whole, or an empty text. They are foreign."""
    match error.body:
        case {"message": str(words)} | {"error": {"message": str(words)} | str(words)} | {"detail": str(words)}:
            return words
        case None:
            return ""
    return str(error.body)


def _refusal(error: openai.APIStatusError, at: Address, model: str, served: Sequence[str]) -> ModelError:
    status = error.status_code
    match status:
        case 401 | 403:
            return Barred(
                f"The server at {at.host} takes no request without the right key ({status}{_words(error)}):"
                " set LORELOOM_API_KEY to it."
            )
        case 404 | 405:
            return Barred(unknown(at, model, served) if model else _no_server(at, status))
        case _ if status < 400:
            place = clean_line(error.response.headers.get("location", "another address"))[:_QUOTED]
            return Barred(f"The server at {at.host} sends on to {place}: give that address, if you trust it.")
        case 429:
            return ModelLost(f"The server at {at.host} takes no more requests now{_words(error)}: wait a little.")
        case _ if status >= 500:
            return ModelLost(f"The server at {at.host} failed ({status}{_words(error)}): see its own log.")
    refused = ModelError(
        f"The server at {at.host} refused the request ({status}{_words(error)}): choose another model."
    )
    return _over(error, at) or refused


def unknown(at: Address, model: str, served: Sequence[str]) -> str:
    """Return the sentence for a model that a server has not, with the nearest of those it has."""
    near = difflib.get_close_matches(model, served, n=3, cutoff=0.3) or list(served[:3])
    names = ", ".join(shown_name(name) for name in near)
    advice = f"nearest are {names}; put one after # in the address." if names else "put another after # in the address."
    return f"The server at {at.host} has no model '{shown_name(model)}': {advice}"


def shown_name(name: str) -> str:
    """Return a model's name as a sentence may hold it."""
    return clean_line(name)[:_QUOTED]


def _no_server(at: Address, status: int) -> str:
    return f"{at.base} does not answer as a model server does ({status}): check the address, which often ends in /v1."


def _over(error: openai.APIError, at: Address) -> ModelError | None:
    """Return the error for a prompt that is too long, if that is what the server means."""
    words = words_of(error)
    kinds = {error.code, error.type}
    if not kinds & {"context_length_exceeded", "exceed_context_size_error"} and not _OVER.search(words):
        return None
    window = _window_in(error.body, words)
    size = f", of {window} tokens" if window else ""
    return OverWindow(
        f"A prompt is over the window of the server at {at.host}{size}: set window to what it has.", window
    )


def _window_in(body: Any, words: str) -> int:
    match body:
        case {"n_ctx": int(window)}:
            return window
    found = _WINDOW.search(words)
    return int(found[1]) if found else 0


def _unreached(error: openai.APIConnectionError, at: Address) -> ModelError:
    causes = list(_causes(error))
    if any("WRONG_VERSION_NUMBER" in str(cause) for cause in causes):
        return Barred(f"The server at {at.host} does not speak TLS: give its address with http://.")
    if any(isinstance(cause, ssl.SSLError) or "CERTIFICATE" in str(cause) for cause in causes):
        return Barred(
            f"The certificate of {at.host} is not trusted ({_reason(causes)}): check the address, or name the"
            " certificate that signed it in SSL_CERT_FILE."
        )
    return ModelLost(f"The server at {at.host} cannot be reached ({_reason(causes)}): start it, or check the address.")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and what led to it."""
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            yield from error.exceptions
        error = error.__cause__ or error.__context__


def _reason(causes: Sequence[BaseException]) -> str:
    """Return the system's words for the first cause that has any, else the last one's own."""
    said = [_system_words(cause) for cause in causes if isinstance(cause, OSError) and cause.strerror]
    if any("timed out" in str(cause) or isinstance(cause, TimeoutError | openai.APITimeoutError) for cause in causes):
        return "no answer in time"
    return clean_line(said[-1] if said else str(causes[-1]) or type(causes[-1]).__name__)[:_QUOTED]


def _system_words(error: OSError) -> str:
    # asyncio puts the address in the place of the reason.
    return os.strerror(error.errno) if error.errno and error.errno > 0 else str(error.strerror)


def _words(error: openai.APIError) -> str:
    """Return a server's own words as the end of a bracket: foreign text, cleaned and cut short."""
    words = clean_line(words_of(error))
    cut = words[:_QUOTED] + "…" if len(words) > _QUOTED else words
    return f": “{cut}”" if cut else ""
