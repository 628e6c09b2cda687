"""Records are made of the keys that are written; those left out are as the record has them."""

from __future__ import annotations

from dataclasses import MISSING, fields

import pytest

from game.loader.schema.kinds import Table
from game.loader.schema.people import AcceptsTable, GoalTable, KnowsTable, OfferTable, PersonTable, ScheduleTable
from game.loader.schema.places import ExitTable, PlaceTable, ThingTable
from game.loader.schema.scenes import ChoiceTable, LoreTable, QuestTable, RuleTable, SceneTable, SecretTable, StageTable
from game.loader.schema.world import DrawTable, SamplingTable, VoiceTable, WorldTable
from game.rules import world as records

RECORDS: dict[type[Table], type] = {
    AcceptsTable: records.Accepts,
    ChoiceTable: records.Choice,
    DrawTable: records.Entry,
    ExitTable: records.Exit,
    KnowsTable: records.Knowledge,
    GoalTable: records.Goal,
    LoreTable: records.Lore,
    OfferTable: records.Proposal,
    PersonTable: records.Person,
    PlaceTable: records.Place,
    QuestTable: records.Quest,
    RuleTable: records.Rule,
    SamplingTable: records.Sampling,
    SceneTable: records.Scene,
    ScheduleTable: records.Appointment,
    SecretTable: records.Secret,
    StageTable: records.Stage,
    ThingTable: records.Thing,
    VoiceTable: records.Voice,
    WorldTable: records.World,
}


@pytest.mark.parametrize("table", RECORDS)
def test_a_key_left_out_is_as_the_record_is_without_it(table: type[Table]) -> None:
    defaults = {name: each.default for name, each in table.model_fields.items() if not each.is_required()}
    keys = {name: tuple(each) if isinstance(each, list) else each for name, each in defaults.items()}
    without = {each.name: each.default for each in fields(RECORDS[table]) if each.default is not MISSING}
    shared = keys.keys() & without.keys()
    assert all(
        keys[name] == without[name] or not (keys[name] or without[name]) for name in shared - {"voice", "sampling"}
    )
