"""The place tables: codes that exist, no place twice, namesakes and spellings found."""

from collections import Counter
from typing import get_args

import pytest

from pipeline.knowledge.places import place_key, place_table
from pipeline.knowledge.reading import csv_rows, gzipped_lines
from pipeline.records import LocationKind
from tests.knowledge.codes import country_codes, subdivision_codes


def test_features_have_kinds_and_codes_that_exist() -> None:
    rows = csv_rows("places/features.csv")
    assert {row["kind"] for row in rows} <= set(get_args(LocationKind))
    assert {code for row in rows for code in row["country"].split()} <= country_codes()
    wrong = [row["name"] for row in rows if row["subdivision"] and row["subdivision"] not in subdivision_codes()]
    assert wrong == []
    assert [r["name"] for r in rows if r["subdivision"] and not r["subdivision"].startswith(r["country"])] == []


def test_no_feature_stands_twice() -> None:
    names = [
        (place_key(name), row["kind"], row["country"], row["subdivision"])
        for row in csv_rows("places/features.csv")
        for name in {row["name"], *filter(None, row["aliases"].split("|"))}
    ]
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_coordinates_are_of_features_and_on_the_globe() -> None:
    features = {(row["kind"], row["name"]) for row in csv_rows("places/features.csv")}
    rows = csv_rows("places/coordinates.csv")
    assert [row["name"] for row in rows if (row["kind"], row["name"]) not in features] == []
    assert all(-90 <= float(row["latitude"]) <= 90 and -180 <= float(row["longitude"]) <= 180 for row in rows)
    balkhash = next(place for place in place_table().lookup("Балхаш") if place.kind == "water")
    assert balkhash.latitude == pytest.approx(46, abs=1)
    assert balkhash.longitude == pytest.approx(76, abs=2)


def test_districts_lie_in_regions_and_stand_once() -> None:
    rows = csv_rows("places/districts.csv")
    assert {row["region"] for row in rows} <= {row["code"] for row in csv_rows("places/regions.csv")}
    assert [key for key, n in Counter((row["region"], row["name"]) for row in rows).items() if n > 1] == []


def test_towns_are_sound() -> None:
    for line in gzipped_lines("places/towns.tsv.gz"):
        number, kind, country, subdivision, latitude, longitude, people, keys = line.split("\t")
        assert int(number) > 0
        assert int(people) >= 0
        assert keys
        assert kind in ("city", "village")
        assert country in country_codes() | {"XK"}
        assert not subdivision or subdivision.startswith(country + "-")
        assert -90 <= float(latitude) <= 90
        assert -180 <= float(longitude) <= 180


@pytest.mark.parametrize(
    ("name", "kind", "country", "subdivision"),
    [
        ("Карагандинская область", "region", "KZ", "KZ-35"),
        ("карагандинская обл.", "region", "KZ", "KZ-35"),
        ("Қарағанды облысы", "region", "KZ", "KZ-35"),
        ("Республика Татарстан", "region", "RU", "RU-TA"),
        ("ХМАО-Югра", "region", "RU", "RU-KHM"),
        ("Усть Каменогорск", "city", "KZ", "KZ-63"),
        ("Орел", "city", "RU", "RU-ORL"),
        ("Нур-Султан", "city", "KZ", "KZ-71"),
        ("Бухар-Жырауский район", "district", "KZ", "KZ-35"),
        ("Каспийское море", "water", None, None),
    ],
)
def test_spellings_are_found(name: str, kind: str, country: str | None, subdivision: str | None) -> None:
    found = [(place.kind, place.country, place.subdivision) for place in place_table().lookup(name)]
    assert (kind, country, subdivision) in found


@pytest.mark.parametrize("name", ["", "Карагандинская", "область", "заводоуправление", "Тридевятое царство"])
def test_what_is_no_place_is_not_found(name: str) -> None:
    assert place_table().lookup(name) == ()
