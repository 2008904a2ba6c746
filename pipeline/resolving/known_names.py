"""Which well-known organization a name means, with or without its country («Минфин», «Минфин РК»)."""

from collections.abc import Sequence
from functools import lru_cache

from pipeline.knowledge.organizations import ANY_COUNTRY, KnownOrganization, known_organizations
from pipeline.knowledge.organizations.known import national_body, organization_key
from pipeline.knowledge.places import PlaceTable
from pipeline.resolving.abbreviations import looks_abbreviated
from pipeline.resolving.appearance import Appearance
from pipeline.resolving.place_names import nominative_place

#: So many letters of a full name are compared with what an abbreviation is spelled out as.
_BEGINNING = 8


def known(appearance: Appearance, table: PlaceTable, country: str | None) -> KnownOrganization | None:
    """Return the organization of the table that a mention names; `country` is the one that the article is about."""
    organization = known_organizations().get(appearance.key)
    if organization is None:
        return _with_country(appearance, table, country)
    return _national(organization, country) if organization.country == ANY_COUNTRY else organization


def known_of(group: Sequence[Appearance]) -> KnownOrganization | None:
    """Return the organization of the table that a group of mentions is, by its full names first.

    An abbreviation that the article spells out as something else («ЕЭК» for an energy company) tells nothing.
    """
    full = [appearance for appearance in group if not looks_abbreviated(appearance.name)]
    for appearance in full:
        if appearance.key in known_organizations():
            return known_organizations()[appearance.key]
    for appearance in group:
        found = known_organizations().get(appearance.key)
        if found is not None and not _is_spelled_out_otherwise(found, full):
            return found
    return None


def _is_spelled_out_otherwise(organization: KnownOrganization, full: Sequence[Appearance]) -> bool:
    beginnings = {organization_key(name)[:_BEGINNING] for name in organization.names if not looks_abbreviated(name)}
    return bool(beginnings and full) and not any(a.key[:_BEGINNING] in beginnings for a in full)


def _with_country(
    appearance: Appearance, table: PlaceTable, country: str | None
) -> KnownOrganization | None:
    """Read «Министерство финансов РК» as the body «Министерство финансов» of Kazakhstan."""
    words = appearance.name.split()
    for count in (1, 2):
        owner = country_of_tail(" ".join(words[-count:]), table) if len(words) > count else None
        if owner is not None:
            organization = known_organizations().get(" ".join(appearance.key.split()[: len(words) - count]))
            if organization is not None and organization.country == ANY_COUNTRY:
                return _national(organization, owner) if owner == country else None
    return None


def _national(organization: KnownOrganization, country: str | None) -> KnownOrganization:
    return national_body(organization.names[0], country or "") or organization


def country_of_tail(name: str, table: PlaceTable) -> str | None:
    """Return the country that the end of a name is («РК», «Казахстана», «Республики Беларусь»)."""
    return _country(name, table)


@lru_cache(maxsize=10_000)
def _country(name: str, table: PlaceTable) -> str | None:
    normal = nominative_place(name, frozenset({"gent"}), table)
    return next((place.country for place in table.listed(normal) if place.kind == "country"), None)
