"""Entities of marked sentences, one corpus a question: names, organizations, places, entities, people."""

import pytest

from pipeline.resolving.entities import Entities
from tests.resolving.marked import corpus, entities


def _names(found: Entities) -> list[str]:
    """Return the names of all entities in the order of their first mentions."""
    listed = [*found.organizations, *found.locations, *found.people]
    return [entity.name for entity in sorted(listed, key=lambda entity: entity.mentions[0].start)]


def _shown(value: object) -> str:
    return "-" if value is None else str(value)


@pytest.mark.parametrize(("text", "wanted"), corpus("names.txt"))
def test_names_are_in_the_nominative(text: str, wanted: str) -> None:
    assert _names(entities(text)) == wanted.split("; ")


@pytest.mark.parametrize(("text", "wanted"), corpus("organizations.txt"))
def test_kind_country_and_legal_form(text: str, wanted: str) -> None:
    last = entities(text).organizations[-1]
    assert f"{last.kind} {_shown(last.country)} {_shown(last.legal_form)}" == wanted


@pytest.mark.parametrize(("text", "wanted"), [*corpus("places.txt"), *corpus("namesakes.txt")])
def test_places_are_linked(text: str, wanted: str) -> None:
    last = max(entities(text).locations, key=lambda place: place.mentions[-1].start)
    assert f"{last.name} {last.kind} {_shown(last.country)} {_shown(last.subdivision)}" == wanted


@pytest.mark.parametrize(("text", "wanted"), corpus("entities.txt"))
def test_forms_of_one_thing_are_one_entity(text: str, wanted: str) -> None:
    found = entities(text)
    groups = [[m.text for m in entity.mentions] for entity in (*found.organizations, *found.locations, *found.people)]
    assert sorted(groups) == sorted(group.split(" + ") for group in wanted.split("; "))


@pytest.mark.parametrize(("text", "wanted"), corpus("people.txt"))
def test_people_with_position_and_organization(text: str, wanted: str) -> None:
    found = entities(text)
    names = {organization.id: organization.name for organization in found.organizations}
    shown = [
        f"{person.name} / {_shown(person.position)} / {names.get(person.organization or '', '-')}"
        for person in found.people
    ]
    assert shown == wanted.split("; ")
