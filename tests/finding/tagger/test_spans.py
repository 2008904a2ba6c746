"""Tags → spans."""

import pytest

from pipeline.finding.tagger.spans import tagged_spans

TAGS = {"o": "organization", "l": "location", "p": "person", "c": "common", "a": "adjective"}

# Tokens, each with / and its tag (O where nothing stands; capital letters begin a name) → the names found.
CASES = [
    ("выпуск на/ Qarmet/O вырос", ["Qarmet"]),
    ("РКЦ/O «/o Прогресс/o » загружен", ["РКЦ « Прогресс »"]),
    ('РКЦ/O "/o Прогресс/o " загружен', ['РКЦ " Прогресс "']),
    ("завод « Жезтас/O » стоит", ["Жезтас"]),
    ("в Караганде/L Сарани/L и", ["Караганде", "Сарани"]),
    ("карагандинский/A завод/C", []),
    ("глава Самрука/O Ерлан/P Сагинтаев/p", ["Самрука", "Ерлан Сагинтаев"]),
]


@pytest.mark.parametrize(("line", "names"), CASES)
def test_spans(line: str, names: list[str]) -> None:
    pairs = [word.partition("/") for word in line.split()]
    tokens = [word for word, _, _ in pairs]
    tags = [f"{'B' if tag.isupper() else 'I'}-{TAGS[tag.lower()]}" if tag else "O" for _, _, tag in pairs]
    spans = tagged_spans(tokens, tags, [0.5] * len(tokens))
    assert [" ".join(tokens[span.first : span.last]) for span in spans] == names


def test_a_span_is_as_sure_as_its_least_sure_token() -> None:
    tags = ["B-person", "I-person", "O"]
    assert tagged_spans(["Ерлан", "Сагинтаев", "уехал"], tags, [0.9, 0.6, 0.99])[0].confidence == 0.6
