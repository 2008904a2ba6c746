"""Documents of public corpora under our own habits: what stays sure and what is left open."""

import pytest

from training.tagger.documents import Document, Mark, document
from training.tagger.mixing import as_own
from training.tagger.tags import ANY, TAGS, mask

OPEN = mask([tag for tag in TAGS if tag == "O" or tag.endswith(("product", "common", "adjective"))])
UNION = "B-organization|B-location"


def mixed(text: str, *marks: tuple[str, str]) -> Document:
    found = [Mark(text.index(part), text.index(part) + len(part), frozenset({label})) for part, label in marks]
    return as_own(document(("1", "nerel"), text, found, mask(["O"])))


def shown(made: Document) -> str:
    """Tokens with the tags that they may have, those that are no names left out."""
    return " ".join(
        token + ("" if tags == OPEN else "/any" if tags == ANY else f"/{_tags(tags)}")
        for sentence in made.sentences
        for token, tags in zip(sentence.tokens, sentence.allowed, strict=True)
    )


def _tags(tags: int) -> str:
    return "|".join(tag for number, tag in enumerate(TAGS) if tags >> number & 1)


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("Пел Иван Ким", [("Иван Ким", "person")], "Пел Иван/B-person Ким/I-person"),
        ("в партии Союз", [("партии Союз", "organization")],
         "в партии/O|B-organization|I-organization Союз/B-organization|I-organization"),
        ("Суд Киева решил", [("Суд", "organization"), ("Киева", "location")],
         "Суд/B-organization Киева/I-organization|B-location решил"),
        ("сняли в Доме кино", [("Доме кино", "facility")], "сняли в Доме/any кино/any"),
        ("его позвали в НАТО", [("НАТО", "organization")], f"его позвали в НАТО/{UNION}"),
        ("пять долларов США", [("США", "location")], "пять долларов США/O"),
        ("сказал Ян (Jan)", [("Ян (Jan)", "person")], "сказал Ян/any (/any Jan/any )/any"),
    ],
)  # fmt: skip
def test_sure_and_open_tags(text: str, marks: list[tuple[str, str]], expected: str) -> None:
    assert shown(mixed(text, *marks)) == expected


def test_the_document_is_one_of_ours() -> None:
    made = mixed("Пел Иван Ким")
    assert (made.corpus, made.id) == ("own", "mixed 1")
