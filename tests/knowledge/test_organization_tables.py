"""The tables of organizations hold no name twice, only kinds of the records, and countries that exist."""

from collections import Counter
from typing import get_args

import pytest

from pipeline.knowledge.organizations import core, organization_key
from pipeline.knowledge.organizations.legal_forms import form_before
from pipeline.knowledge.reading import csv_rows, toml
from pipeline.records import OrganizationKind
from tests.knowledge.codes import country_codes

KNOWN, LISTED = csv_rows("organizations/known.csv"), csv_rows("organizations/listed.csv")
#: Names that mean two bodies: the first line of the table wins.
AMBIGUOUS = {"мпс", "мэр"}


def _twice(names: list[str]) -> set[str]:
    return {name for name, count in Counter(names).items() if count > 1}


def test_no_name_stands_twice() -> None:
    names = [{organization_key(name) for name in row["names"].split("|")} for row in KNOWN]
    names += [{organization_key(row["name"])} for row in LISTED]
    assert _twice([name for group in names for name in group]) <= AMBIGUOUS


def test_kinds_and_countries_exist() -> None:
    rows = KNOWN + LISTED
    assert {row["kind"] for row in rows} <= set(get_args(OrganizationKind))
    assert {row["country"] for row in rows} <= country_codes() | {"", "*"}


def test_legal_forms_stand_once() -> None:
    rows = csv_rows("organizations/legal_forms.csv")
    spelled = [name for row in rows for name in {row["form"], *filter(None, row["variants"].split("|"))}]
    assert _twice(spelled) == set()
    assert {code for row in rows for code in row["countries"].split()} <= country_codes()
    assert {row["kind"] for row in rows} <= {*get_args(OrganizationKind), ""}
    assert {row["where"] for row in rows} == {"", "quoted"}


@pytest.mark.parametrize("table", ["kinds", "before"])
def test_head_words_have_one_kind(table: str) -> None:
    kinds = toml("organizations/heads.toml")[table]
    assert set(kinds) <= set(get_args(OrganizationKind))
    found: dict[str, set[str]] = {}
    for kind, words in kinds.items():
        for word in words:
            found.setdefault(word, set()).add(kind)
    assert {word: kinds for word, kinds in found.items() if len(kinds) > 1} == {}


@pytest.mark.parametrize(
    ("name", "inside", "form"),
    [
        ("ТОО «Кедр»", "Кедр", "ТОО"),
        ("АО «НК «Кедр»»", "Кедр", "АО"),
        ("Kedr Trade LLP", "Kedr Trade", "LLP"),
        ("«Kedr», LLC", "Kedr", "LLC"),
        ("Акционерное общество «Кедр»", "Кедр", "АО"),
        ("СП ООО «Кедр»", "Кедр", "СП ООО"),
        ("НАК «Кедр»", "Кедр", "НАК"),
        ("АК Алтын", "АК Алтын", None),
        ("РКЦ «Прогресс»", "РКЦ «Прогресс»", None),
        ("АОН", "АОН", None),
        ("Томск", "Томск", None),
    ],
)
def test_core_of_a_name(name: str, inside: str, form: str | None) -> None:
    found = core(name)
    assert name[found.start : found.end] == inside
    assert (found.form.form if found.form else None) == form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("купило ТОО «", "ТОО"),
        ("купило АО «НК «", "АО"),
        ("у СП ООО «", "СП ООО"),
        ("Общество с ограниченной ответственностью ", "ООО"),
        ("завод ТД «", "ТД"),
        ("завод ТД ", None),
        ("купило ТОО и ", None),
        ("РТОО «", None),
    ],
)
def test_form_before_a_name(text: str, form: str | None) -> None:
    found = form_before(text)
    assert (found.form if found else None) == form
