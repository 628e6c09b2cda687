"""What a model is told in one turn of a world: each request, and which part of the world put each line there.

Knows nothing of models: the tokens of a text are counted by whoever is asked to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from game.errors import SettingsError
from game.loader.diagnostics import Diagnostics
from game.loader.identify import identify
from game.loader.load import Project
from game.rules.apply import Outcome, apply, begin_run
from game.rules.events import Event
from game.rules.hearsay import topics_of
from game.rules.sight import people_here
from game.rules.state import State
from game.rules.views import is_known
from game.rules.world import World
from game.story.beats import beats_of
from game.story.lore import is_always_told
from game.story.memory import Remembered
from game.story.model import Message, Request, Sampling
from game.story.parser import Understood, parse
from game.story.prompt import line_request, scene_request, touch_request
from game.story.prose import in_one_line
from game.story.scene import Scene, scene_of, speaker_of
from game.story.sentences import Sentences, sentences_for

SEED = 7
_SUBJECTS = (
    "scene",
    "choice",
    "rule",
    "topic",
    "offer",
    "quest",
    "ending",
    "knowledge",
    "target",
    "thing",
    "place",
    "person",
)


@dataclass(frozen=True, slots=True)
class Origin:
    """A line of a prompt and the part of the world it comes from, as "inn.toml:12 scene 'bill'"."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Prompted:
    """One request of a turn: which job it is for, what the model reads, how it writes, where its lines come from."""

    job: str
    messages: tuple[Message, ...]
    sampling: Sampling
    origins: tuple[Origin, ...] = ()


def prompts_after(project: Project, words: Sequence[str]) -> list[Prompted]:
    """Return the requests of the turn that the last words take, told by a model that knows of no turn before.

    Raises SettingsError for words that are not understood.
    """
    world = _world_of(project)
    sentences = sentences_for(world.language, world.sentences, verbs=world.verbs)
    before, outcome = _played(world, sentences, words)
    notes = [*_noted(project, world, sentences, before, outcome)]
    asked = words[-1] if words else ""
    scene = scene_of(world, sentences, outcome.state, said=(asked, *(note.text for note in notes)))
    request = scene_request(world, Remembered("", ()), asked, [note.text for note in notes], scene, seed=SEED)
    origins = (*notes, *_lore(project, world, scene))
    found = [replace(_prompted("the telling of the turn", request), origins=origins)]
    found.append(_prompted("a touch of weather and light", touch_request(world, scene, seed=SEED)))
    return [*found, *_lines(project, world, outcome.state)]


def _lines(project: Project, world: World, state: State) -> Iterator[Prompted]:
    where = _finder(project)
    for person in people_here(world, state):
        request = line_request(world, speaker_of(world, state, person.id), "", (), seed=SEED)
        topics = (each for each in topics_of(world, state, person) if is_known(each, state))
        known = tuple(Origin(each.text.read(state), where(each.id)) for each in topics)
        yield replace(_prompted(f"a line of {person.name}", request), origins=known)


def _prompted(job: str, request: Request) -> Prompted:
    return Prompted(job, request.messages, request.sampling)


def _world_of(project: Project) -> World:
    if project.world is None:
        project.report.raise_errors()
        raise SettingsError("This is not a world: some of it does not fit the format.")
    return project.world


def _played(world: World, sentences: Sentences, words: Sequence[str]) -> tuple[State, Outcome]:
    """Return the state before the last words, and what they lead to; the beginning's own for none."""
    outcome = begin_run(world, SEED)
    before = outcome.arrived
    for each in words:
        parsed = parse(world, sentences, outcome.state, each)
        if not isinstance(parsed, Understood):
            raise SettingsError(f"“{each}”: {parsed.sentence}")
        before = outcome.state
        outcome = apply(world, before, parsed.action)
    return before, outcome


def _noted(project: Project, world: World, sentences: Sentences, before: State, outcome: Outcome) -> Iterator[Origin]:
    """Yield what each event of a turn has to tell, and the part of the world that the event is about."""
    where = _finder(project)
    for event in outcome.events:
        for beat in beats_of(world, sentences, before, replace(outcome, events=(event,))):
            if beat.kind in ("opening", "result", "place", "scene"):
                yield Origin(in_one_line(beat.text, space=sentences.space), where(_subject(event)))


def _lore(project: Project, world: World, scene: Scene) -> Iterator[Origin]:
    for number, lore in enumerate(world.lore):
        if is_always_told(lore) or lore.text in scene.lore:
            yield Origin(lore.text, f"{project.merged.where(('lore', number))} lore {number + 1}")
    where = _finder(project)
    yield from (Origin(each.text, where(each.id)) for each in world.secrets.values() if each.text in scene.lore)


def _subject(event: Event) -> str:
    return next((str(getattr(event, name)) for name in _SUBJECTS if getattr(event, name, "")), "")


def _finder(project: Project) -> Callable[[str], str]:
    """Return what says where an id is written: "inn.toml:12 'bill'"; nothing for one that is not."""
    if project.file is None:
        return lambda name: ""
    _, written = identify(project.file, project.merged, Diagnostics())

    def where(name: str) -> str:
        return f"{project.merged.where(written[name])} '{name}'" if name in written else ""

    return where
