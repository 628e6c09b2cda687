"""People alike in voice, and people who can never tell each other what they are to pass on."""

from __future__ import annotations

from tests.authoring.checks.found import found, only

BERT = '\n[person.bert]\nname = "Bert"\nat = "{at}"\nsays = ["Hm."]\n'
KNOWS = '\n[[person.anna.knows]]\nid = "well"\ntopic = "the well"\ntext = "It is dry."\nsay = "Dry."\ntells = {tells}\n'


def told(at: str, tells: str = '["bert"]') -> str:
    return KNOWS.format(tells=tells) + BERT.format(at=at)


def test_who_is_never_where_anybody_is_who_knows_it_is_named() -> None:
    one = only("W120", told("cellar"))
    assert one.message == "'bert' is never where anybody is who knows 'well'"
    assert one.at == "bert"


def test_who_comes_there_is_not() -> None:
    going = told("cellar") + 'schedule = [{ at = "hall", when = "paid" }]\n'
    assert "W120" not in [each.code for each in found(told("hall"))]
    assert "W120" not in [each.code for each in found(going)]


def test_who_meets_another_who_hears_it_is_not() -> None:
    liz = '[person.liz]\nname = "Liz"\nat = "hall"\nsays = ["Oh."]\nschedule = [{ at = "cellar", when = "paid" }]\n'
    assert "W120" not in [each.code for each in found(told("cellar", '["bert", "liz"]') + liz)]


def test_nobody_tells_themselves() -> None:
    one = only("W120", told("hall", '["bert", "anna"]'))
    assert one.message == "'anna' knows 'well' already"


def test_the_place_of_a_table_s_name_is_shown() -> None:
    assert only("W120", told("cellar", '[{ to = "bert" }]')).at == "bert"


def test_a_condition_that_never_holds_is_told_as_such() -> None:
    one = only("W112", told("hall", '[{ to = "bert", when = "coins > 9" }]'))
    assert "nobody is ever told this by another" in one.message
