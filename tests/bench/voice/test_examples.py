"""The figures of held-out examples."""

from __future__ import annotations

from tests.bench.voice.examples import figures_in
from tests.tune.evaluation.acted import found


def test_each_figure_says_what_it_is_of_and_shares_are_of_a_hundred() -> None:
    figures = {each.figure: (each.value, each.unit) for each in figures_in({"now": found(90.0)})}
    assert figures["3 answers of ambience: tokens that are its first choice"] == (33.0, "%")
    assert figures["3 answers of ambience: tokens it hesitates between (perplexity)"] == (90.0, "")
    assert ("10 of players' words: the command meant gains most", (50.0, "%")) in figures.items()
