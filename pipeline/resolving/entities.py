"""Mentions → entities: organizations, locations and people of one article.

Stages: 1 correct the tagger's mentions by rule; 2 read each one (name in the nominative, words around it); 3 link
places and learn what countries and regions the article speaks of; 4 put mentions of one thing together; 5 kinds,
countries, positions; 6 write records.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.finding.mentions import NameMention
from pipeline.knowledge.lexicon import Lexicon
from pipeline.knowledge.organizations.known import country_of_body
from pipeline.knowledge.places import place_table
from pipeline.language.tokenizer import text_of
from pipeline.records import Location, Organization, Person
from pipeline.resolving import locations, organizations, people
from pipeline.resolving.appearance import Appearance
from pipeline.resolving.article import ArticleScene, scene_of_text
from pipeline.resolving.corrections import corrected
from pipeline.resolving.inherited_kinds import with_inherited_kinds
from pipeline.resolving.linking import link
from pipeline.resolving.location_reading import read_locations
from pipeline.resolving.organization_knowledge import Knowledge
from pipeline.resolving.organization_reading import read_organizations
from pipeline.resolving.organization_records import organization_records
from pipeline.resolving.surroundings import Surroundings
from pipeline.resolving.user_names import listed_entry

_OF_LEGAL_FORM, _OF_BODY = 0.5, 0.5


@dataclass(frozen=True, slots=True)
class Entities:
    """The organizations, locations and people of one article, each in the order of first mentions."""

    organizations: tuple[Organization, ...] = ()
    locations: tuple[Location, ...] = ()
    people: tuple[Person, ...] = ()


def resolve(doc: Doc, mentions: Sequence[NameMention], lexicon: Lexicon | None = None) -> Entities:
    """Return the entities that the mentions of a Doc name; ids org1 …, loc1 …, person1 … in order of first mention."""

    def is_own(name: str) -> bool:
        return lexicon is not None and lexicon.find(name) is not None

    mentions = corrected(text_of(doc), sorted(set(mentions), key=lambda mention: (mention.start, mention.end)), is_own)
    around, table = Surroundings(doc, mentions), place_table()
    scene = scene_of_text(around.text)
    named = read_organizations(around, mentions, is_own)
    _count_organizations(scene, named)
    linked = link(with_inherited_kinds(read_locations(around, mentions, table), table), table, scene)
    location_groups = locations.group(linked, lexicon)
    organization_groups = organizations.group(named, table, scene.country, lambda a: _listed(a, lexicon))
    person_groups = people.group(people.read_people(around, mentions), lexicon)
    ids = {a.mention: f"org{number}" for number, group in enumerate(organization_groups, start=1) for a in group}
    return Entities(
        organization_records(organization_groups, Knowledge(table, scene), lexicon),
        locations.location_records(location_groups, lexicon),
        people.person_records(person_groups, ids, lexicon),
    )


def _listed(appearance: Appearance, lexicon: Lexicon | None) -> str | None:
    entry = listed_entry(appearance, lexicon)
    return entry.name if entry else None


def _count_organizations(scene: ArticleScene, named: Sequence[Appearance]) -> None:
    """Let legal forms of one country and national bodies vote for it (ТОО, ОсОО, «Национальный банк Казахстана»)."""
    for appearance in named:
        if appearance.legal_form is not None and len(appearance.legal_form.countries) == 1:
            scene.countries[appearance.legal_form.countries[0]] += _OF_LEGAL_FORM
        country = country_of_body(appearance.key)
        if country is not None:
            scene.countries[country] += _OF_BODY


__all__ = ["Entities", "resolve"]
