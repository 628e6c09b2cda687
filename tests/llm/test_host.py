"""A model in a process of its own, asked from this one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from game.errors import ModelError
from game.llm.host import LlamaHost
from game.story.model import Chunk, Done, Message, ModelStatus, Reply, Sampling
from tests.llm.hosts import PATIENCE_S, asking, started, told, until
from tests.llm.tiny_gguf import write_llama, write_mamba

LONG = "x" * 600
SCAFFOLD_AT_END = 13


def test_the_games_process_never_imports_llama_cpp() -> None:
    loaded = "import sys, game.llm.host; print(*sorted({'llama_cpp', 'numpy', 'jinja2'} & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == ""


def test_a_model_says_what_it_is(tiny: LlamaHost) -> None:
    info = tiny.info
    assert info is not None
    assert (info.name, info.parameters, info.window) == ("Tiny llama", 26_912, 4096)
    assert info.digest.startswith("sampled:")
    assert tiny.status == ModelStatus("ready", 1.0)


def test_what_its_process_holds_is_told(tiny: LlamaHost) -> None:
    assert 10 * 2**20 < tiny.status.memory < 500 * 2**20


def test_a_process_that_may_hold_nothing_says_what_it_lacks(tiny_path: Path, tmp_path: Path) -> None:
    with started(tiny_path, tmp_path / "log", memory=1) as host:
        assert not host.wait(PATIENCE_S)
        assert host.status.message.startswith(
            "Tiny llama leaves 0 MB of memory, and a window of 1,024 tokens needs 2 MB:"
        )


def test_a_reply_is_chunks_and_then_its_end(tiny: LlamaHost) -> None:
    *chunks, done = tiny.reply(asking("Be.", "Who?", slot="new"))
    assert all(isinstance(chunk, Chunk) and chunk.text for chunk in chunks)
    assert isinstance(done, Done)
    assert (done.reason, done.written_tokens, done.prompt_tokens) == ("length", 24, 36)
    assert 0 < done.first_token_s < done.total_s


def test_the_same_seed_tells_the_same_and_another_does_not(tiny: LlamaHost) -> None:
    texts = [told(tiny, asking("Be.", "Who?", seed=seed))[0] for seed in (5, 5, 6)]
    assert texts[0] == texts[1] != texts[2]


def test_no_temperature_is_greedy_whatever_the_seed(tiny: LlamaHost) -> None:
    greedy = Sampling(temperature=0.0)
    texts = [told(tiny, asking("Be.", "Who?", seed=seed, sampling=greedy))[0] for seed in (5, 6)]
    assert texts[0] == texts[1]


def test_only_what_is_new_is_read(tiny: LlamaHost) -> None:
    _, first = told(tiny, asking("Be.", "Who?", slot="growing"))
    _, second = told(tiny, asking("Be.", "Who?", "I.", "Why?", slot="growing"))
    assert second.read_tokens == second.prompt_tokens - first.prompt_tokens


def test_a_reply_leaves_its_slot_as_the_prompt_left_it(tiny: LlamaHost) -> None:
    for _ in range(3):
        told(tiny, asking("Be.", "Once.", slot="kept", candidates=3))
    _, done = told(tiny, asking("Be.", "Once.", slot="kept"))
    assert done.read_tokens == 1


def test_a_beginning_read_in_one_slot_serves_another(tiny: LlamaHost) -> None:
    told(tiny, asking(LONG, "Who?", slot="narrator"))
    _, done = told(tiny, asking(LONG, "Why?", slot="person:mira"))
    assert done.read_tokens == len("y?") + SCAFFOLD_AT_END


def test_a_prompt_is_read_without_a_reply(tiny: LlamaHost) -> None:
    texts, done = told(tiny, asking("Be.", "Ahead.", slot="ahead", max_tokens=0))
    assert (texts, done.reason, done.written_tokens, done.first_token_s) == ([""], "stop", 0, 0.0)
    _, then = told(tiny, asking("Be.", "Ahead.", slot="ahead"))
    assert then.read_tokens == len(".assistant.")


def test_candidates_are_told_side_by_side(tiny: LlamaHost) -> None:
    texts, done = told(tiny, asking("Be.", "Who?", candidates=4))
    assert len(set(texts)) == 4
    assert done.written_tokens == 4 * 24


def test_a_stop_string_ends_a_reply_before_it(tiny: LlamaHost) -> None:
    (text,), _ = told(tiny, asking("Be.", "Who?", max_tokens=200))
    stop = text[20:22]
    (short,), done = told(tiny, asking("Be.", "Who?", max_tokens=200, stop=(stop,)))
    assert (short, done.reason) == (text[: text.index(stop)], "stop")


def test_messages_are_counted(tiny: LlamaHost) -> None:
    assert tiny.count([Message("user", "abc"), Message("assistant", "é")]) == [9, 17]


def test_messages_are_counted_while_a_reply_is_told(tiny: LlamaHost) -> None:
    reply = tiny.reply(asking("Be.", "Who?", max_tokens=3000))
    next(reply)
    assert tiny.count([Message("user", "abc")]) == [11]
    reply.close()  # type: ignore[attr-defined]


def test_a_stop_event_cancels(tiny: LlamaHost) -> None:
    stop = Event()
    came: list[Reply] = []
    for reply in tiny.reply(asking("Be.", "Who?", max_tokens=3000), stop):
        came.append(reply)
        stop.set()
    assert isinstance(came[-1], Done)
    assert (came[-1].reason, came[-1].written_tokens < 3000) == ("cancelled", True)


def test_a_reply_that_is_let_go_is_cancelled(tiny: LlamaHost) -> None:
    reply = tiny.reply(asking("Be.", "Who?", max_tokens=3000))
    next(reply)
    reply.close()  # type: ignore[attr-defined]
    _, done = told(tiny, asking("Be.", "Who?"))
    assert done.reason == "length"


@pytest.fixture(scope="module")
def slow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LlamaHost]:
    """Yield a host whose model takes some seconds over a long prompt."""
    folder = tmp_path_factory.mktemp("slow")
    path = write_llama(folder / "slow.gguf", window=16_384, layers=24)
    with started(path, folder / "log", window=16_384) as host:
        assert host.wait(PATIENCE_S), host.status
        yield host


def test_a_cancelled_reading_is_gone_on_with_later(slow: LlamaHost) -> None:
    stop = Event()
    stop.set()
    *_, broken_off = slow.reply(asking("y" * 3000, max_tokens=0), stop)
    _, done = told(slow, asking("y" * 3000, max_tokens=0))
    assert isinstance(broken_off, Done)
    assert broken_off.reason == "cancelled"
    assert broken_off.read_tokens + done.read_tokens == done.prompt_tokens


def test_reading_ahead_gives_way_to_a_request_that_writes(slow: LlamaHost) -> None:
    ends: list[Reply] = []
    reading = Thread(target=lambda: ends.extend(slow.reply(asking("n" * 12_000, slot="ahead", max_tokens=0))))
    reading.start()
    until(lambda: bool(slow._exchanges.begun()))
    told(slow, asking("Be.", "Who?"))
    reading.join(PATIENCE_S)
    assert [end.reason for end in ends if isinstance(end, Done)] == ["cancelled"]


def test_what_is_told_ahead_is_told_when_nobody_waits(tiny: LlamaHost) -> None:
    *chunks, done = tiny.reply(asking("Be.", "Perhaps."), due=Event())
    assert "".join(chunk.text for chunk in chunks if isinstance(chunk, Chunk))
    assert isinstance(done, Done)
    assert done.reason == "length"


def test_what_is_told_ahead_gives_way(slow: LlamaHost) -> None:
    ahead = slow.reply(asking("a" * 900, max_tokens=800), due=Event())
    next(ahead)
    told(slow, asking("Be.", "Who?"))
    *_, done = ahead
    assert isinstance(done, Done)
    assert done.reason == "cancelled"


def test_what_is_told_ahead_comes_first_once_it_is_due(slow: LlamaHost) -> None:
    due, stop = Event(), Event()
    others = [slow.reply(asking("o" * 3000, str(each), max_tokens=3000), stop, Event()) for each in range(2)]
    threads = [Thread(target=list, args=[other]) for other in others]
    chosen = Thread(target=lambda: ends.extend(slow.reply(asking("Be.", "Chosen."), due=due)))
    ends: list[Reply] = []
    for thread in (*threads, chosen):
        thread.start()
    until(lambda: len(slow._exchanges._open) == 3)
    due.set()
    chosen.join(PATIENCE_S)
    assert isinstance(ends[-1], Done)
    assert (ends[-1].reason, ends[-1].written_tokens) == ("length", 24)
    stop.set()
    for thread in threads:
        thread.join(PATIENCE_S)


def test_threads_may_ask_at_once(tiny: LlamaHost) -> None:
    alone = [told(tiny, asking("Be.", f"Ask {number}.", slot=str(number)))[0] for number in range(4)]
    together: dict[int, list[str]] = {}
    threads = [
        Thread(target=lambda n=number: together.update({n: told(tiny, asking("Be.", f"Ask {n}.", slot=str(n)))[0]}))
        for number in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert [together[number] for number in range(4)] == alone


def test_a_prompt_over_the_window_is_refused_with_both_numbers(tiny: LlamaHost) -> None:
    with pytest.raises(ModelError, match=r"4133 tokens and a reply of 24 .* window of 4096"):
        told(tiny, asking("z" * 4100, "Who?"))


def test_a_reply_is_cut_to_what_the_window_leaves(tiny: LlamaHost) -> None:
    _, done = told(tiny, asking("z" * 4047, "Who?"))
    assert (done.prompt_tokens, done.written_tokens, done.reason) == (4080, 16, "length")


def test_a_reply_without_room_is_not_begun(tiny: LlamaHost) -> None:
    with pytest.raises(ModelError, match="do not fit the model's window"):
        told(tiny, asking("z" * 4048, "Who?"))


def test_many_long_slots_never_overflow(tiny: LlamaHost) -> None:
    for number in range(12):
        _, done = told(tiny, asking(f"{number}" + "w" * 2500, "Who?", slot=f"person:{number}", candidates=8))
        assert done.written_tokens == 8 * 24


@pytest.mark.parametrize("candidates", [0, 9])
def test_too_many_candidates_are_refused(tiny: LlamaHost, candidates: int) -> None:
    with pytest.raises(ModelError, match=f"asked for {candidates} candidates, and 1 to 8"):
        list(tiny.reply(asking("Be.", "Who?", candidates=candidates)))


def test_a_request_without_messages_is_refused(tiny: LlamaHost) -> None:
    with pytest.raises(ModelError, match="no messages"):
        list(tiny.reply(asking()))


def test_a_request_too_long_for_any_model_is_refused(tiny: LlamaHost) -> None:
    with pytest.raises(ModelError, match="too long for any model"):
        tiny.count([Message("user", "x" * 9_000_000)])


def test_a_window_is_at_most_what_the_model_was_made_for(tmp_path: Path) -> None:
    with started(write_llama(tmp_path / "m.gguf", window=256), tmp_path / "log") as host:
        assert host.wait(PATIENCE_S)
        assert host.info is not None
        assert host.info.window == 256


def test_a_recurrent_model_tells_the_same_read_anew_and_gone_on_with(tmp_path: Path) -> None:
    with started(write_mamba(tmp_path / "m.gguf"), tmp_path / "log") as host:
        assert host.wait(PATIENCE_S), host.status
        fresh = told(host, asking("Be.", "Who?", "I.", "Why?", slot="fresh"))
        told(host, asking("Be.", "Who?", slot="growing"))
        grown = told(host, asking("Be.", "Who?", "I.", "Why?", slot="growing"))
        again = told(host, asking("Be.", "Who?", "I.", "Why?", slot="growing"))
    assert fresh[0] == grown[0] == again[0]
    assert grown[1].read_tokens < fresh[1].read_tokens == again[1].read_tokens


def test_a_model_that_was_not_started_is_off(tmp_path: Path) -> None:
    host = LlamaHost(tmp_path / "m.gguf", log=tmp_path / "log")
    assert (host.status.phase, host.info, host.wait(0)) == ("off", None, False)
    with pytest.raises(ModelError, match="not ready"):
        host.count([])
    host.close()


def test_closing_twice_is_safe_and_starting_then_does_nothing(tiny_path: Path, tmp_path: Path) -> None:
    with started(tiny_path, tmp_path / "log") as host:
        host.close()
        host.close()
        host.start()
        assert host.status.phase == "off"
