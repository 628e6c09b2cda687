"""A run gone on with after its world was edited: as it is where every turn still fits, else as the player decides.

Knows nothing of how an edit is shown or a decision asked for. Nothing is changed before there is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.errors import SaveError
from game.loader.copies import world_of_copy
from game.rules.world import World
from game.session.changes import Change, Misfit, change_of, is_known
from game.session.copies import OldWorlds, copy_of
from game.session.edits import carried_over
from game.session.missing import Gone
from game.session.newnames import meant_names
from game.session.renaming import renaming
from game.session.saved import reading, state_of
from game.session.standing import Standing
from game.storage.run import RunFile
from game.story.sentences import Sentences, sentences_for

Answer = Literal["old", "rewind", "fit"]
"""Go on in the world as it was; from the last turn that fits; or with what still fits of the state, as authors do."""

_STAYS = "stays out of"
"""The name under which a run keeps the digest of the world that its player did not want to go on in."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What is done about an edit. names are ids as they were called and as they are called now."""

    answer: Answer | None = None
    names: Mapping[str, str] = field(default_factory=dict)


UNDECIDED = Decision()


class WorldChanged(SaveError):
    """A run does not fit its world any more, with ids renamed as in names, and nothing was decided about it."""

    def __init__(self, misfit: Misfit, names: Mapping[str, str], sentences: Sentences) -> None:
        super().__init__(_misfitting(misfit, sentences))
        self.misfit = misfit
        self.names = names


@dataclass(frozen=True, slots=True)
class Reopened:
    """Where a run goes on, and a sentence on what became of it, if there is something to say."""

    standing: Standing
    notice: str = ""


def reopen(world: World, run: RunFile, decision: Decision) -> Reopened:
    """Go on with a run. Raises WorldChanged where it does not fit and nothing was decided, or SaveError."""
    sentences = sentences_for(world.language, world.sentences)
    if decision == UNDECIDED and not is_known(run, world) and run.kept.setting(_STAYS) == world.digest:
        return _in_old_world(world, run, sentences)
    names = meant_names(decision.names, OldWorlds(run).all(), world) if decision.names else {}
    change = change_of(run, world, names)
    if change is None:
        return Reopened(Standing(world, run))
    if change.misfit and decision.answer == "old":
        return _in_old_world(world, run, sentences)
    reopened = _in_new_world(world, run, change, Decision(decision.answer, names), sentences)
    if not run.is_read_only and run.kept.setting(_STAYS):
        run.kept.put_setting(_STAYS, "")
    return reopened


def _in_new_world(world: World, run: RunFile, change: Change, decision: Decision, sentences: Sentences) -> Reopened:
    if change.misfit is None:
        return _fitting(world, run, change, decision.names, sentences)
    match decision.answer:
        case "rewind":
            return _rewound(world, run, change.misfit, sentences)
        case "fit":
            state = carried_over(world, state_of(run.current()))
            return Reopened(Standing(world, run, state=state), sentences.say("edited_anyway"))
    raise WorldChanged(change.misfit, decision.names, sentences)


def _fitting(world: World, run: RunFile, change: Change, names: Mapping[str, str], sentences: Sentences) -> Reopened:
    if not names:
        fits = sentences.say("edited_fits", turns=change.turns)
        return Reopened(Standing(world, run), " ".join((fits, *_lost(change.lost, sentences))))
    with reading("This run"):
        backup = run.rewrite(renaming(names), world=copy_of(world))
    return Reopened(Standing(world, run), sentences.say("edited_renamed", turns=change.turns, file=backup.name))


def _in_old_world(world: World, run: RunFile, sentences: Sentences) -> Reopened:
    copy = run.kept.world_of(run.current().id)
    if copy is None:
        raise SaveError(
            f"The run {run.file} keeps no copy of its world: go back to the last turn that fits, or rename."
        )
    old = world_of_copy(copy.files, language=run.meta.language)
    standing = Standing(old, run)
    if not run.is_read_only:
        run.kept.put_setting(_STAYS, world.digest)
    return Reopened(standing, sentences.say("edited_old"))


def _rewound(world: World, run: RunFile, misfit: Misfit, sentences: Sentences) -> Reopened:
    run.jump(misfit.last)
    return Reopened(Standing(world, run), sentences.say("edited_rewound", words=misfit.words))


def _misfitting(misfit: Misfit, sentences: Sentences) -> str:
    why = "; ".join(_gone(each, sentences) for each in misfit.gone) or sentences.say("edited_impossible")
    words = misfit.words or sentences.say("the_opening")
    return sentences.say("edited_misfit", number=misfit.number, words=words, why=why)


def _lost(lost: tuple[Gone, ...], sentences: Sentences) -> Iterator[str]:
    if lost:
        yield sentences.say("edited_lost", what="; ".join(_gone(each, sentences) for each in lost))


def _gone(gone: Gone, sentences: Sentences) -> str:
    said = sentences.say("edited_other" if gone.is_other else "edited_gone", kind=gone.kind, id=gone.id)
    return said + (sentences.say("edited_near", near=gone.near) if gone.near else "")
