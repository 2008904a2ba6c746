"""Mentions of people → people: names in the nominative, surname alone joined to the full name, positions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.finding.mentions import NameMention
from pipeline.knowledge.lexicon import Lexicon
from pipeline.language.inflection import nominative_person
from pipeline.records import Person
from pipeline.resolving.appearance import Appearance, aliases, records
from pipeline.resolving.context import Before
from pipeline.resolving.groups import Groups
from pipeline.resolving.positions import Position, position_after, position_before
from pipeline.resolving.surroundings import Surroundings
from pipeline.resolving.user_names import entry_of, listed_entry


@dataclass(frozen=True, slots=True)
class PersonAppearance(Appearance):
    """A mention of a person and the position beside it."""

    position: Position | None = None


def read_people(around: Surroundings, mentions: Sequence[NameMention]) -> list[PersonAppearance]:
    """Read all mentions of people, in the order of the text; surnames alone by those of the full names."""
    people = [mention for mention in mentions if mention.label == "person"]
    full = {m: _read(around, m, frozenset()) for m in people if " " in around.text[m.start : m.end].strip()}
    known = frozenset(part for reading in full.values() for part in (reading.name, *reading.name.split()))
    return [full[mention] if mention in full else _read(around, mention, known) for mention in people]


def _read(around: Surroundings, mention: NameMention, known: frozenset[str]) -> PersonAppearance:
    before = Before(around, mention)
    text = " ".join(around.text[mention.start : mention.end].split())
    standing_before = position_before(around, mention)
    cases = (standing_before.cases if standing_before else frozenset()) or before.person_cases
    name = nominative_person(text, cases=cases, known=known, gender=before.verb_gender)
    position = standing_before or position_after(around, mention)
    return PersonAppearance(mention, text, name, before, None, position)


def group(
    appearances: Sequence[PersonAppearance], lexicon: Lexicon | None = None
) -> list[list[PersonAppearance]]:
    """Put together the mentions of one person: equal names, or a surname that one full name alone ends with."""
    groups = Groups(appearances)
    groups.join_equal(appearance.key for appearance in appearances)
    groups.join_equal(_listed(appearance, lexicon) for appearance in appearances)
    for index, short in enumerate(appearances):
        full = [i for i, other in enumerate(appearances) if _is_short_for(short, other)]
        if len({groups.find(i) for i in full}) == 1:
            groups.join(full[0], index)
    return groups.all()  # type: ignore[return-value]


def _listed(appearance: PersonAppearance, lexicon: Lexicon | None) -> str | None:
    entry = listed_entry(appearance, lexicon, "person")
    return entry.name if entry else None


def _is_short_for(short: PersonAppearance, full: PersonAppearance) -> bool:
    parts, all_parts = short.name.split(), full.name.split()
    if len(parts) >= len(all_parts) and not _has_initials(parts):
        return False
    if not _same_surname(parts[-1], all_parts[-1]) and not _same_surname(parts[-1], all_parts[0]):
        return False
    return len(parts) == 1 or (all(
        any(whole.startswith(part.rstrip(".")) for whole in all_parts) for part in _split_initials(parts[:-1])
    ) and short.key != full.key)


def _same_surname(one: str, other: str) -> bool:
    """Compare surnames over gender and what the nominative of a surname alone leaves open (Осмонов, Осмонова)."""
    one, other = one.casefold(), other.casefold()
    return one == other or one.rstrip("ауы") == other.rstrip("ауы")


def _has_initials(parts: Sequence[str]) -> bool:
    return any(part.endswith(".") for part in parts)


def _split_initials(parts: Sequence[str]) -> list[str]:
    return [piece for part in parts for piece in part.replace(".", ". ").split()]


def person_records(
    groups: Sequence[Sequence[PersonAppearance]],
    organization_ids: Mapping[NameMention, str],
    lexicon: Lexicon | None = None,
) -> tuple[Person, ...]:
    """Write the records person1, person2 … in the order of first mentions."""
    names = [_name(members, lexicon) for members in groups]
    return tuple(
        _record(f"person{number}", name, members, organization_ids)
        for number, (name, members) in enumerate(zip(names, groups, strict=True), start=1)
    )


def _name(members: Sequence[PersonAppearance], lexicon: Lexicon | None) -> str:
    entry = entry_of(members, lexicon, "person")
    return entry.name if entry else max((member.name for member in members), key=_completeness)


def _record(
    identifier: str, name: str, members: Sequence[PersonAppearance], organization_ids: Mapping[NameMention, str]
) -> Person:
    position = next((member.position for member in members if member.position), None)
    organization = organization_ids.get(position.organization) if position and position.organization else None
    return Person(
        id=identifier, name=name, position=position.text if position else None, organization=organization,
        mentions=records(members),
    )  # fmt: skip


def _completeness(name: str) -> tuple[int, int]:
    return len(name.split()), -name.count(".")


__all__ = ["PersonAppearance", "aliases", "group", "person_records", "read_people"]
