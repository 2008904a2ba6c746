"""Latin and Cyrillic spellings of one name sound alike, those of two names do not."""

import pytest

from pipeline.language.transliteration import has_cyrillic, has_latin, sound_key


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Qarmet", "Кармет"), ("Saran", "Сарань"), ("Kazakhmys", "Казахмыс"),
        ("Bogatyr Komir", "Богатырь Комир"), ("Zhezkazgan", "Жезказган"), ("Aqtobe", "Ақтөбе"),
        ("Shubarkol", "Шубарколь"), ("Yandex", "Яндекс"), ("Kyzyl", "Кызыл"), ("Jusan", "Жусан"),
    ],
)  # fmt: skip
def test_one_name_in_two_scripts(latin: str, cyrillic: str) -> None:
    assert sound_key(latin) == sound_key(cyrillic)


@pytest.mark.parametrize(
    ("one", "other"), [("Темир", "Томир"), ("Сарань", "Саран Плюс"), ("Kazakhmys", "Казахтелеком")]
)
def test_two_names(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)


@pytest.mark.parametrize(
    ("name", "latin", "cyrillic"), [("Kaspi", 1, 0), ("Каспий", 0, 1), ("СТS", 1, 1), ("24.7", 0, 0)]
)
def test_scripts(name: str, latin: int, cyrillic: int) -> None:
    assert (has_latin(name), has_cyrillic(name)) == (bool(latin), bool(cyrillic))
