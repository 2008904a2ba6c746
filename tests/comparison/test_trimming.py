"""Spans are trimmed over outer quotes and legal forms, names compared without case, ё, quotes, doubled spaces."""

import pytest

from pipeline.comparison.trimming import name_key, trim


@pytest.mark.parametrize(
    ("marked", "bare"),
    [
        ("ТОО «Костанай Плюс»", "Костанай Плюс"),
        ("«Қарағанды Жарық»", "Қарағанды Жарық"),
        ('АО "НК "Теміржол""', "Теміржол"),
        ("Alatau Wind LLP", "Alatau Wind"),
        ("Acme Steel, Inc.", "Acme Steel"),
        ("АОЗТ Рассвет", "АОЗТ Рассвет"),  # АО is no word here
        ("ООО", "ООО"),
    ],
)
def test_trim(marked: str, bare: str) -> None:
    start, end = trim(f"и {marked} тоже", 2, 2 + len(marked))
    assert f"и {marked} тоже"[start:end] == bare


@pytest.mark.parametrize(("a", "b"), [("Ёлка  Плюс", "елка плюс"), ("«Казахмыс»", "казахмыс"), (None, "")])
def test_name_key(a: str | None, b: str) -> None:
    assert name_key(a) == name_key(b)
