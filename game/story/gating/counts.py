"""The accounts of tellings in numbers: how much was held back and told again, and what that cost.

Knows nothing of how tellings are made or kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from game.story.gating.account import Account
from game.story.model import Done


@dataclass(frozen=True, slots=True)
class Counts:
    """The sums of one telling's replies, or of many tellings.

    raw are the sentences that were judged, withheld those held back, by their reasons; retries is how often a telling
    was told again, given_up in how many the author's words took over. tokens, read and written, and seconds are what
    was spent beyond what was shown.
    """

    tellings: int = 0
    repaired: int = 0
    given_up: int = 0
    raw: int = 0
    shown: int = 0
    withheld: Counter[str] = field(default_factory=Counter)
    retries: int = 0
    tokens: float = 0.0
    seconds: float = 0.0

    def __add__(self, other: Counts) -> Counts:
        """Return the sums of both."""
        return Counts(
            tellings=self.tellings + other.tellings,
            repaired=self.repaired + other.repaired,
            given_up=self.given_up + other.given_up,
            raw=self.raw + other.raw,
            shown=self.shown + other.shown,
            withheld=self.withheld + other.withheld,
            retries=self.retries + other.retries,
            tokens=self.tokens + other.tokens,
            seconds=self.seconds + other.seconds,
        )


def counts_of(replies: Sequence[Done]) -> Counts:
    """Return the counts of one telling, by its replies; where none of them came through the gate, all are 0."""
    gated = [(each, each.account) for each in replies if each.account]
    if not gated:
        return Counts()
    heard = [each for _, account in gated for each in account.heard]
    withheld = Counter(str(each.fate) for each in heard if each.is_withheld)
    return Counts(
        tellings=1,
        repaired=int(bool(withheld)),
        given_up=int(any(account.is_given_up for _, account in gated)),
        raw=sum(each.fate not in ("cut", "unfit") for each in heard),
        shown=sum(not each.fate for each in heard),
        withheld=withheld,
        retries=sum(account.number > 0 for _, account in gated),
        tokens=sum(_extra(account, done.read_tokens, done.written_tokens) for done, account in gated),
        seconds=sum(_extra(account, done.first_token_s, done.total_s - done.first_token_s) for done, account in gated),
    )


def _extra(account: Account, read: float, written: float) -> float:
    """Return what of a reply's reading and writing was spent for nothing that is shown, in whatever they are given in.

    That is the share of what was written that was held back, by its letters, all of it where nothing is shown, and all
    the reading to tell it again.
    """
    letters = sum(len(each.sentence) for each in account.heard)
    is_shown = any(not each.fate for each in account.heard)
    lost = sum(len(each.sentence) for each in account.heard if each.is_withheld or not is_shown)
    return (read if account.number else 0.0) + (written * lost / letters if letters else 0.0)
