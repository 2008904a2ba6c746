"""The names of the features of objects, by the values that they depend on."""

from collections.abc import Iterator

from pipeline.facts.word_classes import word_class
from pipeline.knowledge.statements import statement_words

#: Whether a phrase has an adjective, whether a complement.
Shape = tuple[bool, bool]


def of_place(
    zone: str, distance: int, dimension: str, indicator: str, is_genitive: bool, in_clause: bool
) -> Iterator[str]:
    """Where the phrase stands."""
    place = f"{zone} {distance}"
    yield place
    yield f"{place}|{dimension}"
    yield f"{place}|{'genitive' if is_genitive else 'no genitive'}|{dimension}"
    yield f"{zone}|{indicator}"
    if in_clause:
        yield f"clause|{zone}"


def of_head(
    lemma: str, indicator: str, zone: str, kind: str, before: str, shape: Shape, is_nominative: bool
) -> Iterator[str]:
    """What the head says, what stands before the phrase, and how the phrase is built."""
    yield "something"
    yield f"something|{indicator}"
    yield f"{zone}|{kind}"
    yield f"{zone}|{before}"
    yield f"{kind}|{before}"
    yield f"{kind}|{indicator}"
    yield f"{_named(shape)}|{kind}"
    yield f"{_named(shape)}|{indicator}"
    yield f"{_named(shape)}|{zone}|{before}"
    yield f"nominative {is_nominative}|{zone}|{kind}"
    yield from _lemma(lemma, indicator)


def _lemma(lemma: str, indicator: str) -> Iterator[str]:
    kin = word_class(lemma)
    yield f"head={lemma}"
    yield f"head={lemma}|{indicator}"
    yield f"class={kin}"
    yield f"class={kin}|{indicator}"
    if lemma in statement_words("carriers"):
        yield f"carrier|{indicator}"


def of_theme(place: str, source: str, kind: str, indicator: str) -> Iterator[str]:
    """How the phrase stands to the theme of the number."""
    if place == "beside theme":
        yield f"{place}|{source}"
    else:
        yield f"{place}|{source}|{kind}"
        yield f"{place}|{indicator}"


def of_complement(lemma: str, form: str, kind: str) -> Iterator[str]:
    """The genitive that belongs to the phrase."""
    yield f"complement of={kind}"
    yield f"complement={lemma}"
    yield f"complement class={word_class(form)}|{kind}"


def of_item(indicator: str, kind: str, shape: Shape) -> Iterator[str]:
    """The head is what the number counts."""
    yield f"item|{indicator}"
    yield f"item|{kind}"
    yield f"item|{_named(shape)}"


def of_unit(unit: str, indicator: str) -> Iterator[str]:
    """The unit says what is measured."""
    yield "of unit"
    yield f"of unit|{indicator}"
    yield f"of unit|{unit}"


def without(indicator: str, dimension: str, theme: str) -> Iterator[str]:
    """No object: the indicator says all."""
    yield "nothing"
    yield f"nothing|{indicator}"
    yield f"nothing|{indicator}|{dimension}"
    yield f"nothing|theme {theme}"


def _named(shape: Shape) -> str:
    return f"adjective {shape[0]} complement {shape[1]}"
