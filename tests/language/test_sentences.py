"""Sentences end where razdel ends them, and at every line break."""

import pytest

from pipeline.language.sentences import Sentences
from pipeline.language.tokenizer import blank


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Выпуск вырос на 5 млн т. Экспорт упал.", ["Выпуск вырос на 5 млн т.", "Экспорт упал."]),
        ("Произведено:\n\n2 000 автобусов;\n500 шин.", ["Произведено:", "2 000 автобусов;", "500 шин."]),
        ("Доход – 33 млрд долл. На экспорт пришлось 8.", ["Доход – 33 млрд долл.", "На экспорт пришлось 8."]),
        ("Взяли 12 млн долл. США под залог.", ["Взяли 12 млн долл. США под залог."]),
        ("Ввезут 8 тыс. Для отрасли это много.", ["Ввезут 8 тыс.", "Для отрасли это много."]),
        ("Сдано 414 тыс. кв. м. Цены не изменились.", ["Сдано 414 тыс. кв. м.", "Цены не изменились."]),
        ("В 2024 г. открыт завод им. Сатпаева.", ["В 2024 г. открыт завод им. Сатпаева."]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    doc = Sentences()(blank()(text))
    assert [sentence.text.strip() for sentence in doc.sents] == sentences
