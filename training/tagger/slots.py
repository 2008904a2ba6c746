"""Values of slots: `city.loct` is a town in the prepositional, `cityadj.femn` an adjective, `o` an invented name …"""

import random
from collections.abc import Callable
from functools import cache

from pipeline.knowledge.reading import csv_rows, gzipped_lines
from training.tagger import invention
from training.tagger.declension import declined_adjective, declined_person, declined_phrase, declined_place

NEIGHBOURS = frozenset({"KZ", "RU", "UZ", "KG", "BY", "TJ", "TM", "AM", "AZ", "GE", "MN"})


class Filler:
    """Fills the slots of one sentence."""

    def __init__(self, values: dict[str, list[str]], chance: random.Random) -> None:
        self._values, self._chance, self._surname = values, chance, ""

    def __call__(self, slot: str) -> str:
        """Return a value for a slot `kind` or `kind.form`."""
        kind, _, form = slot.partition(".")
        makers: dict[str, Callable[[], str]] = {
            "o": lambda: invention.organization(self._chance),
            "bank": self._bank,
            "abbr": lambda: "".join(self._chance.choices("АБВДЕЗИКЛМНОПРСТУФХЭЮ", k=self._chance.randint(2, 5))),
            "product": lambda: f"{invention.latin(self._chance)} {self._chance.choice(('X5', '7', 'Pro', '320', 'L'))}",
            "person": lambda: self._person(form or "nomn"),
            "surname": lambda: self._surname if form else self._pick("surnames"),
            "number": lambda: self._amount(990, ("", "", " тыс.", ",5 тыс.", " 400")),
            "percent": lambda: self._amount(60, ("%", ",4%", " процентов", ",7 процента")),
            "money": self._money,
            "village": lambda: declined_place(self._chance.choice(towns()), form),
            "CITY": lambda: self._chance.choice(towns()).upper(),
            "MEDIA": lambda: self._pick("media").upper(),
        }
        return makers[kind]() if kind in makers else self._listed(kind, form)

    def _listed(self, kind: str, form: str) -> str:
        if kind in {"cityadj", "countryadj"}:
            return declined_adjective(self._pick(kind), form).capitalize()
        if kind in {"sphere", "ministry"}:
            return declined_phrase(self._pick(kind), form)
        if kind in {"region", "district"}:
            return declined_phrase(self._chance.choice(_regions() if kind == "region" else _districts()), form)
        if kind in {"city", "country"}:
            return declined_place(self._chance.choice(towns() if kind == "city" else _countries()), form)
        return declined_place(self._pick(kind), form)

    def _pick(self, kind: str) -> str:
        return self._chance.choice(self._values[kind])

    def _person(self, case: str) -> str:
        woman = self._chance.random() < 0.3
        given = self._pick("given_women" if woman else "given_men")
        surname = self._pick("surnames_fixed" if self._chance.random() < 0.25 else "surnames")
        full = declined_person(given, surname, woman, case)
        self._surname = self._surname or declined_person("", surname, woman, "nomn").strip()
        return full

    def _bank(self) -> str:
        name = invention.latin(self._chance)
        russian = self._pick("zone").split()[0]
        return self._chance.choice((f"{name} Bank", f"{name}Bank", f"Банк {name}", f"{russian}банк"))

    def _amount(self, most: int, ends: tuple[str, ...]) -> str:
        return f"{self._chance.randint(2, most)}{self._chance.choice(ends)}"

    def _money(self) -> str:
        scale = self._chance.choice(("млн", "млрд", "трлн", "млн", "млрд"))
        currency = self._chance.choice(("тенге", "рублей", "долларов", "евро", "сумов", "юаней", "долларов США"))
        return f"{self._amount(900, ('', ',3'))} {scale} {currency}"


@cache
def towns() -> list[str]:
    rows = (line.split("\t") for line in gzipped_lines("places/towns.tsv.gz"))
    names = (name for row in rows if row[2] in NEIGHBOURS for name in row[7].split("|"))
    """Return Russian names of one word of towns and villages in the CIS, Georgia and Mongolia."""
    return sorted({name.title() for name in names if name.isalpha() and "а" <= name[0] <= "я" and len(name) > 3})


@cache
def _countries() -> list[str]:
    return [row["name"] for row in csv_rows("places/countries.csv") if row["name"] != "США"]


@cache
def _regions() -> list[str]:
    return [row["name"] for row in csv_rows("places/regions.csv")]


@cache
def _districts() -> list[str]:
    return [row["name"] for row in csv_rows("places/districts.csv")]
