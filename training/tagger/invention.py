"""Invented names of organizations of many shapes: Latin, Kazakh letters, hyphens, abbreviations, compounds."""

import random
import tomllib
from functools import cache
from pathlib import Path


@cache
def _parts() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("invented.toml").read_text(encoding="utf-8"))


def organization(chance: random.Random) -> str:
    """Return an invented name of one to four words."""
    shapes = (latin, latin, latin, _latin_words, _latin_words, _abbreviation, _latin_abbreviation, _compound, _hyphen,
              _kazakh, _camel, _site, _cyrillic)  # fmt: skip
    return chance.choice(shapes)(chance)


def latin(chance: random.Random) -> str:
    """Return one invented Latin word."""
    return "".join(chance.choices(_parts()["syllables"], k=chance.randint(2, 3))).capitalize()


def _latin_words(chance: random.Random) -> str:
    words = chance.sample(_parts()["words"], k=chance.randint(1, 2))
    first = [latin(chance)] if chance.random() < 0.8 or len(words) == 1 else []
    return " ".join(first + words)


def _camel(chance: random.Random) -> str:
    word = latin(chance)
    tail = chance.choice(_parts()["words"]).split()[-1]
    return chance.choice((word + tail, word.upper() + " " + tail, word + tail[:4], word[0].lower() + tail))


def _cyrillic(chance: random.Random) -> str:
    first = chance.sample(_parts()["before"], k=chance.randint(1, 2))
    return " ".join((*first, chance.choice(_parts()["cyrillic"])))


def _site(chance: random.Random) -> str:
    return chance.choice((latin(chance), latin(chance).lower())) + chance.choice((".kz", ".ru", ".uz", ".com"))


def _latin_abbreviation(chance: random.Random) -> str:
    letters = "".join(chance.choices("ABCDEFGHIKLMNOPRSTUVXZ", k=chance.randint(2, 5)))
    return letters if chance.random() < 0.6 else f"{letters} {chance.choice(_parts()['words'])}"


def _abbreviation(chance: random.Random) -> str:
    letters = "".join(chance.choices("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧЭЮЯ", k=chance.randint(2, 5)))
    return letters if chance.random() < 0.7 else f"{letters}-{chance.choice(_parts()['tails'])}"


def _compound(chance: random.Random) -> str:
    first, *rest = chance.sample(_parts()["stems"], k=chance.randint(2, 3))
    joined = first + "".join(part.lower() for part in rest)
    return chance.choice((joined, " ".join((first, *rest)), first + "".join(rest)))


def _hyphen(chance: random.Random) -> str:
    first = chance.choice((_compound(chance).split()[0], latin(chance), _abbreviation(chance).split("-")[0]))
    return f"{first}-{chance.choice(_parts()['tails'])}"


def _kazakh(chance: random.Random) -> str:
    return " ".join(chance.sample(_parts()["kazakh"], k=chance.randint(1, 3)))
