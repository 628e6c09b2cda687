"""The words between the story and whatever speaks for it: requests, replies and the LanguageModel protocol.

Knows nothing of llama.cpp, of processes or of what prompts say: scripted, local and remote models look the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from threading import Event
from typing import Literal, Protocol

from game.story.abilities import Trust
from game.story.gating.account import Account

Role = Literal["system", "user", "assistant"]
Reason = Literal["stop", "length", "cancelled"]
Phase = Literal["off", "loading", "ready", "lost", "resting"]
Fault = Literal["", "memory", "failed"]


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a chat. Its text is foreign: it is tokenized as plain text, never as control tokens."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Sampling:
    """How tokens are drawn, as llama.cpp defines it. temperature 0 is greedy.

    DRY with a multiplier of 0 is off, and XTC with a probability of 0. The penalty and DRY look back on the last tokens
    of the reply, never on the prompt, and pass over the words that are spared, such as names: those must be repeatable.
    No reply holds a banned phrase, whatever the case and the kinds of its spaces, quotes and dashes. Where there are
    words, spelled as within a sentence, a reply is whole sentences of those and the signs between them; a server's
    model is not held to them.
    """

    temperature: float = 0.7
    min_p: float = 0.1
    repeat_penalty: float = 1.1
    repeat_last: int = 64
    dry_multiplier: float = 0.0
    dry_base: float = 1.75
    dry_allowed_length: int = 2
    dry_last: int = 256
    xtc_probability: float = 0.0
    xtc_threshold: float = 0.1
    spared: tuple[str, ...] = ()
    banned: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def numbers(self) -> Sampling:
        """Return it without its words, which follow from the world and the moment."""
        return replace(self, spared=(), banned=(), words=())


@dataclass(frozen=True, slots=True)
class Request:
    """One question to a model.

    slot names the sequence that keeps this prompt's prefix between requests ("narrator", "touch", "person:mira").
    messages are the whole prompt, oldest first; where the last is the assistant's, the reply goes on from its words.
    max_tokens bounds each candidate's reply; 0 reads the prompt into its slot and writes nothing: so settled history is
    read while the player reads. candidates are told in one batch, each with a seed derived from seed. A reply ends at
    the model's end of turn or before any of the stop strings.
    """

    slot: str
    messages: tuple[Message, ...]
    seed: int
    max_tokens: int
    candidates: int = 1
    sampling: Sampling = field(default_factory=Sampling)
    stop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighing:
    """A question how likely each of some texts is as the whole reply to a prompt.

    slot and messages are as in a Request. texts are weighed side by side, each from where the prompt ends to the
    model's end of turn; they share its reading, and stay in no slot.
    """

    slot: str
    messages: tuple[Message, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What was asked by a Weighing: for each text its log-likelihood, in nats, never above 0."""

    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of one candidate's text: whole characters, in order."""

    text: str
    candidate: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """The last of a reply. Times are seconds since the request reached the model; reading only gives first_token_s 0.

    reason is "length" when any candidate was cut short; reading only ends as "stop". prompt_tokens is the whole prompt,
    read_tokens the part of it that was not already in a slot, written_tokens those of all candidates' texts. slot and
    the numbers of sampling are the request's own, where ask put it to the model. ahead_s is how much of total_s had
    passed when somebody began to wait for the reply: all of it, where it was told before it was needed. account is
    what became of it at the gate, where it went through one. likelihoods say of each candidate how likely the model
    finds a token of it, in nats, never above 0; there are some only where candidates were held to words.
    """

    reason: Reason
    prompt_tokens: int
    read_tokens: int
    written_tokens: int
    first_token_s: float
    total_s: float
    slot: str = ""
    sampling: Sampling | None = None
    ahead_s: float = 0.0
    account: Account | None = None
    likelihoods: tuple[float, ...] = ()


Reply = Chunk | Done


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a model of this machine is computed, and the memory it was given there, in bytes.

    on_gpu of its layers lie on the GPU of that name. Where fewer do than were asked for, fault is why, and tried are
    phrases of what was tried before. cells are the tokens that all sequences hold together. note is a sentence where
    the window had to be lowered, or empty.
    """

    layers: int
    on_gpu: int
    gpu: str
    fault: Fault
    tried: tuple[str, ...]
    cells: int
    weights: int
    cache: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How certain a model must be of what a player's words mean.

    trust is what a nat by which an action stays behind another, to the model, counts beside what the words bear on it.
    The rest are shares: from sure on the likeliest action is done, from asked on the player is asked about those that
    have so much together. The defaults are for a model that was not measured: it may ask.
    """

    trust: float = 0.3
    sure: float = 0.95
    asked: float = 0.75


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What is known of a loaded model. window is tokens, prompt and reply together; digest names the weights.

    parameters are 0 where nobody says how many there are. bounds say when it may choose what a player does. known is
    what it is trusted with by trials and by the catalogue, what counts more first.
    """

    name: str
    parameters: int
    window: int
    digest: str
    placement: Placement | None = None
    bounds: Bounds = field(default_factory=Bounds)
    known: tuple[Trust, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelStatus:
    """Where a model stands. progress runs 0 to 1 while loading; message is a sentence for the player, or empty.

    memory is the bytes that its process holds, 0 where it has none here.

    off: not started, or closed. loading: for the first time, or again after its process died. lost: it cannot be
    loaded. resting: its process died too often. The last two stay until wake.
    """

    phase: Phase
    progress: float = 0.0
    message: str = ""
    memory: int = field(default=0, compare=False)


class LanguageModel(Protocol):
    """Anything that can continue a chat."""

    @property
    def info(self) -> ModelInfo | None:
        """Return what is known of the model, or None until it is loaded."""

    @property
    def status(self) -> ModelStatus:
        """Return where the model stands now; never waits."""

    def wait(self, timeout_s: float) -> bool:
        """Wait until the model is ready or has failed; return whether it is ready."""

    def reply(self, request: Request, stop: Event | None = None, due: Event | None = None) -> Iterator[Reply]:
        """Yield Chunks, then one Done; setting stop ends it within a token with reason "cancelled".

        With due, nobody waits for it until due is set: it gives way to all that is waited for, and may end as cancelled
        for its sake or for want of room.

        Raises ModelError for a request that cannot be met (a prompt over the window, a model not ready), and
        ModelLost when the model dies or is stuck on the way.
        """

    def weigh(self, weighing: Weighing, stop: Event | None = None, due: Event | None = None) -> tuple[float, ...]:
        """Return how likely each text is, in nats; nothing where stop was set, or it gave way. due is as in reply.

        Raises ModelError for what cannot be met, as by a model that does not say how likely a text is, and ModelLost.
        """

    def count(self, messages: Sequence[Message]) -> list[int]:
        """Return the tokens of each message with its scaffold. Raises ModelError or ModelLost."""

    def wake(self) -> None:
        """Try again with a model that was given up after repeated deaths; the player asked for it."""

    def close(self) -> None:
        """End the model's process and free what it holds; safe to call twice."""


def ask(model: LanguageModel, request: Request, stop: Event) -> Iterator[Reply]:
    """Yield a model's replies to a request, the last with what was asked of it. Raises as reply does."""
    for reply in model.reply(request, stop):
        if isinstance(reply, Done):
            yield replace(reply, slot=request.slot, sampling=request.sampling.numbers())
        else:
            yield reply


def is_read(replies: Iterator[Reply]) -> bool:
    """Let a request that only reads come to its end; return whether all of it is read. Raises as reply does."""
    *_, done = replies
    return isinstance(done, Done) and done.reason == "stop"
