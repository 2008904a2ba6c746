"""Forms that the dictionary takes for another word than the news mean."""

import pytest

from pipeline.language.homonyms import common_parses, is_metal


@pytest.mark.parametrize(
    ("word", "expected"),
    [("свинины", "свинина"), ("индия", "индий"), ("ковров", "ковёр"), ("готов", "готовый"), ("Индия", "индия")],
)
def test_a_word_in_small_letters_is_no_proper_name(word: str, expected: str) -> None:
    assert common_parses(word)[0].lemma == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("выплавка стали выросла", True), ("вывоз стали облагается пошлиной", True), ("3 млн тонн стали .", True),
        ("заводы стали выпускать трубы", False), ("они стали лидерами", False), ("его стали больше вывозить", False),
    ],
)  # fmt: skip
def test_steel_is_told_by_the_words_behind(text: str, expected: bool) -> None:
    words = text.split()
    at = words.index("стали")
    assert is_metal(words[at], words[at + 1 :]) is expected
