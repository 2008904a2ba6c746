"""Settlements of GeoNames for the place table: which are kept, their names, kind, subdivision."""

import csv
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pycountry

from pipeline.knowledge.places.keys import place_key
from pipeline.language.transliteration import sound_key

#: Countries of which every settlement of GeoNames' cities500 is kept.
NEAR = frozenset({"KZ", "RU", "UZ", "KG", "BY", "TJ", "TM", "AZ", "AM", "GE", "MD"})
#: Countries whose regions bear the names of their towns, though regions.csv lists some of them.
NAMED = frozenset({"AZ", "MD"})
#: Fewest inhabitants elsewhere: Ukraine has 5,000 villages in the source, the rest of the world is news by its cities.
FEWEST = {"UA": 3_000, "MN": 5_000, "CN": 150_000}
FEWEST_ELSEWHERE = 60_000
#: From so many inhabitants on a settlement counts as a town, unless settlements.csv says otherwise.
TOWN = 12_000
#: Where settlements.csv lists all towns, only what is larger than any village is a town unlisted.
TOWN_OF_LISTED = {"KZ": 60_000}
RUSSIAN = re.compile(r"[А-ЯЁ][А-ЯЁа-яё’' -]+")
KAZAKH = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ][А-ЯЁа-яёӘҒҚҢӨҰҮҺІәғқңөұүһі’' -]+")
LATIN = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*")
#: From so many inhabitants on, all Latin spellings of a near town are kept («Samarqand Meat», «Qaragandy Steel»).
LATIN_FROM = 20_000
TOWN_ENDING = re.compile(r"(?:ск|град|горск|бург)$")
VILLAGE_ENDING = re.compile(r"(?:ская|ское)$")


def rows(path: Path) -> list[dict[str, str]]:
    """Read a hand-edited table; lines that start with # are comments."""
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def plain(name: str) -> str:
    """Return a Latin name without diacritics, quotes and what stands after a comma."""
    letters = unicodedata.normalize("NFKD", name.split(",")[0].split(" [")[0])
    return re.sub(r"[^a-z]", "", letters.encode("ascii", "ignore").decode().lower())


def named_subdivisions(cities: list[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """Map (country, GeoNames admin1) to ISO 3166-2 where a subdivision bears the name of a town in it (Izmir)."""
    codes = {
        (division.country_code, plain(division.name)): division.code
        for division in pycountry.subdivisions
        if not division.parent_code
    }
    found: dict[tuple[str, str], str] = {}
    for city in sorted(cities, key=lambda city: -city["population"]):
        spelled = (city["name"], *city["alternatenames"])
        codes_of_names = (codes.get((city["countrycode"], plain(name))) for name in spelled if name.isascii())
        code = next((code for code in codes_of_names if code is not None), None)
        if code is not None and code not in found.values():
            found.setdefault((city["countrycode"], city["admin1code"]), code)
    return found


def names(city: dict[str, Any], added: dict[int, list[str]]) -> list[str]:
    """Return the keys of a settlement's names: Russian (and Kazakh), Latin ones, and how it sounds in either script."""
    pattern = KAZAKH if city["countrycode"] == "KZ" else RUSSIAN
    spelled = [name for name in city["alternatenames"] if pattern.fullmatch(name)] + added.get(city["geonameid"], [])
    if not spelled:
        return []
    is_near = city["countrycode"] in NEAR and city["population"] >= LATIN_FROM
    latin = [name for name in city["alternatenames"] if LATIN.fullmatch(name)] if is_near else []
    sounds = [sound_key(name) for name in spelled] if is_near else []
    return list(dict.fromkeys([*map(place_key, [*spelled, city["name"], *latin]), *sounds]))


def is_kept(city: dict[str, Any]) -> bool:
    """Say whether a settlement belongs in the table."""
    country = city["countrycode"]
    return country in NEAR or city["population"] >= FEWEST.get(country, FEWEST_ELSEWHERE)


class Kinds:
    """City or village, by settlements.csv, by ending and by inhabitants."""

    def __init__(self, table: list[dict[str, str]]) -> None:
        self.listed: dict[tuple[str, str], str] = {}
        for row in table:
            for name in row["names"].split("|"):
                self.listed[row["country"], place_key(name)] = row["kind"]
        self.taken: set[tuple[str, str]] = set()

    def __call__(self, city: dict[str, Any], spelled: list[str]) -> str:
        """Return the kind; of namesakes the listed one is the largest, so ask in that order."""
        for name in spelled:
            place = (city["countrycode"], name)
            if place in self.listed and place not in self.taken:
                self.taken.add(place)
                return self.listed[place]
        population = city["population"]
        if population >= TOWN_OF_LISTED.get(city["countrycode"], TOWN):
            village = city["countrycode"] == "RU" and VILLAGE_ENDING.search(spelled[0]) is not None
            return "village" if village else "city"
        if city["countrycode"] in TOWN_OF_LISTED:
            return "village"
        return "city" if population >= 3_000 and TOWN_ENDING.search(spelled[0]) else "village"


def subdivision_finder(
    cities: list[dict[str, Any]], table: list[dict[str, str]], foreign: list[dict[str, str]]
) -> Callable[[dict[str, Any]], str]:
    """Return a function city → ISO 3166-2 code or ''."""
    pairs = [(row["country"], *pair.split("=")) for row in foreign for pair in row["pairs"].split()]
    listed = {(country, admin1): f"{country}-{code}" for country, admin1, code in pairs}
    ours = {(row["code"][:2], admin1): row["code"] for row in table for admin1 in row["admin1"].split()}
    known = {row["code"][:2] for row in table}
    theirs = named_subdivisions([city for city in cities if city["countrycode"] not in known - NAMED])

    def find(city: dict[str, Any]) -> str:
        place = (city["countrycode"], city["admin1code"])
        if city["geonameid"] == 1527534:  # Ош: a region of its own, in GeoNames within the region around it
            return "KG-GO"
        if city["geonameid"] == 2643743:  # London: ISO has only its boroughs; GB-LND is the City's
            return "GB-LND"
        if place[0] == "US" and place[1]:
            return f"US-{place[1]}"
        return ours.get(place) or listed.get(place) or theirs.get(place, "")

    return find
