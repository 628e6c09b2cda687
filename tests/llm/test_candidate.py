"""A text in the making that comes to banned phrases, over a memory that is only acted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import cast

import numpy as np
import pytest

from game.llm.worker.bans import Bans
from game.llm.worker.candidate import MOST_BARRED, MOST_TAKEN_BACK, Candidate
from game.llm.worker.context import Context, Entry
from game.llm.worker.letters import Letters, Reach
from game.llm.worker.sampling import Sampler
from game.llm.worker.weights import Weights
from game.llm.worker.wording import Logits, Tokens, wording_of

PROMPT = [7, 8, 9]
Wish = Callable[[bytes], bytes]
"""What a model wants to write after a text: one of these bytes, the dearest first; none for its end."""


class Acted:
    """A sampler and a memory in one: it draws what it wishes, and checks that the memory holds what it drew."""

    def __init__(self, weights: Weights, wish: Wish) -> None:
        self.held = list(PROMPT)
        self._weights = weights
        self._wish = wish
        self._drawn: list[int] = []
        self._tokens = {weights.bytes_of(token): token for token in range(weights.size)}

    can_shorten = True

    def draw(self, context: Context, index: int, *, barred: Collection[int], among: Tokens | None) -> int:
        assert self.held == [*PROMPT, *self._drawn]
        tokens = self._wanted() if among is None else [*self._wanted(), *map(int, among)]
        token = next(each for each in tokens if each not in barred and (among is None or each in among))
        self._drawn.append(token)
        return token

    def logits(self, index: int) -> Logits:
        logits = np.zeros(self._weights.size, dtype=np.float32)
        logits[self._wanted()] = [50.0 - place for place, _ in enumerate(self._wanted())]
        return logits

    def _wanted(self) -> list[int]:
        wanted = self._wish(b"".join(map(self._weights.bytes_of, self._drawn)))
        return [self._tokens[bytes([byte])] for byte in wanted] or self._weights.scaffold_tokens("<|im_end|>")

    def rewind(self, count: int) -> None:
        del self._drawn[count:]

    def length(self, sequence: int) -> int:
        return len(self.held)

    def shorten(self, sequence: int, keep: int) -> bool:
        del self.held[keep:]
        return True

    def take(self, entry: Entry) -> None:
        assert entry.position == len(self.held)
        self.held.append(entry.token)


class Told:
    """What is told of a wish: the pieces as they are shown, and the candidate in the end."""

    def __init__(
        self,
        weights: Weights,
        wish: Wish,
        *bans: str,
        stops: Sequence[str] = (),
        limit: int = 60,
        reach: Reach = "phrase",
        words: Sequence[str] = (),
    ) -> None:
        acted = Acted(weights, wish)
        places = [wording_of(weights, tuple(words)).start] if words else []
        sampler, context = cast("Sampler", acted), cast("Context", acted)
        letters = Letters(stops, Bans(bans), reach=reach, by_sentence=bool(words))
        self.candidate = Candidate(
            number=0, sequence=0, limit=limit, before=PROMPT[-1], sampler=sampler, letters=letters, places=places
        )
        self.pieces = [self.candidate.draw(context, weights, 0)]
        self.steps = 0
        while not self.candidate.ended:
            acted.take(self.candidate.entry(len(PROMPT)))
            self.pieces.append(self.candidate.draw(context, weights, 0))
            self.steps += 1

    @property
    def text(self) -> str:
        return "".join(self.pieces)


def wishing(*texts: str) -> Wish:
    """Return a wish for the first text, and for each other one where those before it go no further."""
    wanted = [text.encode() for text in texts]

    def wish(text: bytes) -> bytes:
        return bytes(each[len(text)] for each in wanted if each.startswith(text) and len(each) > len(text))

    return wish


def test_a_text_without_a_banned_phrase_is_told_as_it_comes(tiny_weights: Weights) -> None:
    told = Told(tiny_weights, wishing("It is low."), "so low")
    assert (told.text, told.candidate.written, told.steps) == ("It is low.", 10, 10)


def test_the_next_dearest_stands_in_place_of_a_banned_phrase(tiny_weights: Weights) -> None:
    told = Told(tiny_weights, wishing("It is so low.", "It is old."), "so low")
    assert (told.text, told.candidate.cut_short) == ("It is old.", False)


def test_phrases_at_one_place_are_banned_one_after_the_other(tiny_weights: Weights) -> None:
    wish = wishing("Sea. End.", "Fog. End.", "Mud. End.", "Ice. End.")
    assert Told(tiny_weights, wish, "sea", "fog", "mud").text == "Ice. End."


def test_a_text_may_begin_with_a_banned_phrase_and_begins_anew(tiny_weights: Weights) -> None:
    told = Told(tiny_weights, wishing("So low.", "Old."), "so low")
    assert told.text == "Old."


def test_a_phrase_that_ends_the_text_is_not_told(tiny_weights: Weights) -> None:
    assert Told(tiny_weights, wishing("It is so low", "It is old"), "so low").text == "It is old"


def test_what_was_barred_is_free_again_where_the_text_before_it_is_another(tiny_weights: Weights) -> None:
    wish = wishing("a mud sea", "a fog mud", "the fog")
    told = Told(tiny_weights, wish, "sea", "a mud", "a fog", "mud")
    assert told.text == "the fog"


def test_a_banned_phrase_of_characters_that_tokens_split_is_taken_back_whole(tiny_weights: Weights) -> None:
    told = Told(tiny_weights, wishing("他不禁笑。", "他就笑。"), "不禁")
    assert (told.text, told.pieces[:3]) == ("他就笑。", ["", "", "他"])


@pytest.mark.parametrize("limit", [6, 8, 11, 12, 13, 20])
def test_no_text_is_longer_than_its_limit(tiny_weights: Weights, limit: int) -> None:
    told = Told(tiny_weights, wishing("It is so low and so old.", "It is wide and deep."), "so low", limit=limit)
    assert told.candidate.written == len(told.text) == min(limit, 20)
    assert "so low " not in told.text


def test_a_text_cut_short_in_a_phrase_keeps_what_is_only_its_beginning(tiny_weights: Weights) -> None:
    assert Told(tiny_weights, wishing("It is so low."), "so low", limit=8).text == "It is so"


def test_a_stop_string_ends_a_text_that_was_taken_back(tiny_weights: Weights) -> None:
    told = Told(tiny_weights, wishing("It is so low\nThen", "It is old\nThen"), "so low", stops=["\n"])
    assert (told.text, told.candidate.cut_short) == ("It is old", False)


def test_a_place_where_everything_is_banned_ends_the_text(tiny_weights: Weights) -> None:
    told = Told(tiny_weights, lambda text: b"abcdefghijkl" if text.endswith(b" ") else b" ", *"abcdefghijkl")
    assert (told.text, told.candidate.cut_short) == (" ", True)
    assert told.steps < 3 * MOST_BARRED


def test_a_text_that_comes_to_banned_phrases_for_ever_ends(tiny_weights: Weights) -> None:
    told = Told(tiny_weights, lambda text: b"ab" if text.endswith(b" ") else b" ", "a", limit=1000)
    assert (set(told.text), told.candidate.cut_short) == (set(" b"), True)
    assert told.text.count("b") == MOST_TAKEN_BACK - 1


def test_where_nothing_can_be_shortened_the_token_that_ends_the_phrase_is_barred(tiny_weights: Weights) -> None:
    wish = wishing("It is so low.", "It is so lovely.")
    told = Told(tiny_weights, wish, "so low", reach="token")
    assert (told.text, told.steps) == ("It is so lovely.", 16)


WORDS = ("the", "fog", "wet", "fogs")


def test_a_text_that_is_held_to_words_is_told_by_whole_sentences(tiny_weights: Weights) -> None:
    told = Told(tiny_weights, wishing("The fog. The wet."), words=WORDS)
    assert [piece for piece in told.pieces if piece] == ["The fog.", " The wet."]


def test_where_the_model_wants_another_word_it_goes_back_to_where_it_wanted_one_of_these(tiny_weights: Weights) -> None:
    told = Told(tiny_weights, wishing("The foam.", "The wet fog."), words=WORDS)
    assert (told.text, told.candidate.cut_short) == ("The wet fog.", False)


def test_a_word_that_is_likely_enough_is_held_to(tiny_weights: Weights) -> None:
    assert Told(tiny_weights, wishing("The foam.", "The fog."), words=WORDS).text == "The fog."


def test_a_text_that_finds_no_way_on_ends_with_its_last_whole_sentence(tiny_weights: Weights) -> None:
    told = Told(tiny_weights, wishing("The fog. Sea and sand."), words=WORDS)
    assert (told.text, told.candidate.cut_short) == ("The fog.", False)


def test_words_that_the_model_would_say_anyway_are_likely_and_others_are_not(tiny_weights: Weights) -> None:
    words = ("it", "is", "low", "old")
    willing, unwilling = (
        Told(tiny_weights, wishing(*texts), words=words) for texts in (("It is.",), ("It is.", "Old."))
    )
    assert willing.candidate.likelihood == pytest.approx(0.0, abs=0.01)
    assert 0 > unwilling.candidate.likelihood > -1


def test_what_is_held_to_no_words_is_not_weighed(tiny_weights: Weights) -> None:
    assert Told(tiny_weights, wishing("It is low.")).candidate.likelihood == 0.0


def test_what_was_taken_back_does_not_count(tiny_weights: Weights) -> None:
    plain = Told(tiny_weights, wishing("It is."), words=("it", "is"))
    taken = Told(tiny_weights, wishing("It is low.", "It is."), "low", words=("it", "is", "low"))
    assert taken.text == plain.text == "It is."
    assert taken.candidate.likelihood > -1.0
