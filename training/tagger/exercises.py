"""Exercises: sentences of our own with slots (exercises.txt) → documents, filled anew each time."""

import random
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from training.tagger.corpora import OWN, conventions
from training.tagger.documents import Document, Mark, document
from training.tagger.slots import Filler
from training.tagger.tags import outside

EXERCISE = "exercise"  # how the ids of such documents begin
_SLOT = re.compile(r"\{([^{}]+)\}")
_NAME = re.compile(r"\[([^\]|]+)\|([olpx])(\??)\]")
_LABELS = {"o": "organization", "l": "location", "p": "person", "x": "product"}


@cache
def _sentences() -> list[str]:
    lines = Path(__file__).with_name("exercises.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@cache
def slot_values() -> dict[str, list[str]]:
    """Return exercises.toml."""
    return tomllib.loads(Path(__file__).with_name("exercises.toml").read_text(encoding="utf-8"))


def exercises(times: int, chance: random.Random) -> Iterator[Document]:
    """Yield each exercise so many times, with other fillings."""
    unmarked = outside(conventions()[OWN]["open"])
    for number, template in enumerate(_sentences() * times):
        filler = Filler(slot_values(), chance)
        filled = _SLOT.sub(lambda slot, fill=filler: fill(slot.group(1)), template)  # type: ignore[misc]
        text, marks = _marked(filled[0].upper() + filled[1:] if filled[0] != "[" else filled)
        yield document((f"{EXERCISE} {number}", OWN), text, marks, unmarked)


def _marked(line: str) -> tuple[str, list[Mark]]:
    text, marks, position = "", [], 0
    for name in _NAME.finditer(line):
        text += line[position : name.start()]
        words, letter, optional = name.groups()
        maybe = letter == "x" or bool(optional)
        marks.append(Mark(len(text), len(text) + len(words), frozenset({_LABELS[letter]}), maybe))
        text += words
        position = name.end()
    return text + line[position:], marks
