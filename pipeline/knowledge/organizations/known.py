"""Well-known organizations: known.csv, with all names of each, and listed.csv, one name a row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.knowledge.reading import csv_rows

#: Country of bodies that every country has one of («Минфин»).
ANY_COUNTRY = "*"
_SPACES_AND_DASHES = re.compile(r"[\s—–‑-]+")
_NOT_COMPARED = str.maketrans("", "", '«»"„“”‘‚‹›')


@dataclass(frozen=True, slots=True)
class KnownOrganization:
    """One organization: `names[0]` is the usual name; `country` ISO alpha-2, `*`, or None for international bodies."""

    names: tuple[str, ...]
    kind: str
    country: str | None
    identifiers: tuple[str, ...] = ()


@lru_cache(maxsize=20_000)
def organization_key(name: str) -> str:
    """Return the form under which names are compared: no case, ё, quotes, hyphens."""
    plain = name.translate(_NOT_COMPARED).casefold().replace("ё", "е")
    return _SPACES_AND_DASHES.sub(" ", plain).strip()


def index(organizations: Sequence[KnownOrganization]) -> dict[str, KnownOrganization]:
    """Return key of each name → organization; the first one wins."""
    table: dict[str, KnownOrganization] = {}
    for organization in organizations:
        for name in organization.names:
            table.setdefault(organization_key(name), organization)
    return table


@cache
def known_organizations() -> dict[str, KnownOrganization]:
    """Return key → organization of the shipped tables."""
    named = [(tuple(row["names"].split("|")), row) for row in csv_rows("organizations/known.csv")]
    listed = [((row["name"],), row) for row in csv_rows("organizations/listed.csv")]
    return index([KnownOrganization(names, row["kind"], row["country"] or None) for names, row in named + listed])


@cache
def _national_bodies() -> dict[tuple[str, str], KnownOrganization]:
    listed = list(dict.fromkeys(known_organizations().values()))
    general = [organization for organization in listed if organization.country == ANY_COUNTRY]
    kinds = {organization.kind for organization in general} - {"company"}
    return {
        (organization.names[0], body.country): body
        for body in listed
        if body.country and body.country != ANY_COUNTRY and body.kind in kinds
        for organization in general
        if any(own.startswith(name + " ") for own in body.names for name in organization.names)
        and body.kind == organization.kind
    }


def national_body(name: str, country: str) -> KnownOrganization | None:
    """Return the country's own line of a body that every country has: («ЦБ», "RU") → Банк России."""
    return _national_bodies().get((name, country))


def country_of_body(key: str) -> str | None:
    """Return the country of a state body or central bank that the tables know by a name, None for all else."""
    organization = known_organizations().get(key)
    if organization is None or organization.country in (None, ANY_COUNTRY):
        return None
    is_national = organization.kind == "government" or organization in _national_bodies().values()
    return organization.country if is_national else None
