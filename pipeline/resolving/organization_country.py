"""The country of an organization. The rules stand in RULES in order; the first that answers wins."""

import re

from pipeline.knowledge.organizations import ANY_COUNTRY, divisions, known_organizations
from pipeline.knowledge.organizations.known import organization_key
from pipeline.knowledge.places import PlaceTable
from pipeline.knowledge.places.table import country_adjectives
from pipeline.resolving.appearance import Appearance
from pipeline.resolving.countries_around import by_adjective_before, by_chinese_sound, by_country_after
from pipeline.resolving.known_names import country_of_tail, known_of
from pipeline.resolving.organization_knowledge import Group, Knowledge, Rule
from pipeline.resolving.places_in_names import WORD, countries_in, is_telling, places_of_word

_TWO_COUNTRIES = re.compile(r"([а-яё]+о)-([а-яё]+ий)", re.IGNORECASE)
_WINDOW = 40
_OWNER = re.compile(r"\s(?P<name>[А-ЯЁ][\w-]+)")


def organization_country(group: Group, kind: str, knowledge: Knowledge) -> str | None:
    """Return the ISO 3166-1 code of an organization's country, None for international bodies and where unknown."""
    for rule in RULES:
        country = rule(group, knowledge)
        if country is not None:
            return country or None
    return None if kind == "international" else knowledge.scene.country


def by_known_name(group: Group, knowledge: Knowledge) -> str | None:
    """A well-known organization (known.csv)."""
    organization = known_of(group)
    return None if organization is None or organization.country == ANY_COUNTRY else organization.country or ""


def by_body_of_any_country(group: Group, knowledge: Knowledge) -> str | None:
    """«Минфин», «Центральный банк»: that of the country that the article is about."""
    body = known_of(group)
    if body is None or body.country != ANY_COUNTRY:
        return None
    owners = (_country_in_genitive(appearance, knowledge.table) for appearance in group)
    return next((owner for owner in owners if owner), knowledge.scene.country)


def _country_in_genitive(appearance: Appearance, table: PlaceTable) -> str | None:
    """Return the country directly behind a name: «Центробанк» of «Центробанк Армении», marked apart."""
    text = appearance.before.around.text[appearance.mention.end : appearance.mention.end + _WINDOW]
    match = _OWNER.match(text)
    return country_of_tail(match["name"], table) if match else None


def by_two_countries(group: Group, knowledge: Knowledge) -> str | None:
    """«Российско-Кыргызский фонд» belongs to neither country alone."""
    for appearance in group:
        match = _TWO_COUNTRIES.match(appearance.name)
        if match and match[2].casefold() in country_adjectives() and _stem_of_country(match[1].casefold()[:-1]):
            return ""
    return None


def _stem_of_country(stem: str) -> bool:
    return f"{stem}ий" in country_adjectives()


def by_country_in_name(group: Group, knowledge: Knowledge) -> str | None:
    """A country in the name: «Банк развития Казахстана», «Казахстанский завод», «Georgian Railway»."""
    for appearance in group:
        for country in countries_in(appearance.name, knowledge.table, knowledge.scene):
            return country
    return None


def by_first_word(group: Group, knowledge: Knowledge) -> str | None:
    """«Hyundai Rotem» is from where Hyundai is; «Keppel Textile» may be anyone's."""
    for appearance in group:
        first, space, rest = appearance.name.partition(" ")
        is_branch = bool(space) and all(word in divisions() for word in rest.casefold().split())
        organization = known_organizations().get(organization_key(first)) if is_branch else None
        if organization is not None and organization.country and organization.country != ANY_COUNTRY:
            return organization.country
    return None


def by_place_in_name(group: Group, knowledge: Knowledge) -> str | None:
    """A town or region in the name: «акимат Карагандинской области», «Мозырский НПЗ», «Baku Shipyard»."""
    for appearance in group:
        for word in WORD.findall(appearance.name):
            places = places_of_word(word, knowledge.table)
            countries = {place.country for place in places}
            if places and knowledge.scene.country in countries:
                return knowledge.scene.country
            if len(countries) == 1 and is_telling(word, places[0], knowledge.scene):
                return places[0].country
    return None


def by_legal_form(group: Group, knowledge: Knowledge) -> str | None:
    """A legal form of one country (ОсОО), or of several of which the article speaks of one."""
    for appearance in group:
        form = appearance.legal_form
        if form is not None and form.countries:
            if knowledge.scene.country in form.countries:
                return knowledge.scene.country
            return form.countries[0] if len(form.countries) == 1 else None
    return None


RULES: tuple[Rule, ...] = (
    by_adjective_before, by_known_name, by_two_countries, by_country_in_name, by_body_of_any_country,
    by_country_after, by_legal_form, by_place_in_name, by_first_word, by_chinese_sound,
)  # fmt: skip
