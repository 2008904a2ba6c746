"""Generated and mutated fragments through numbers, dates and quantities: no exception, no run-away time.

    python -m benchmarks.fuzz [--fragments 200000] [--seed 1] [GOLD ...]

Three sorts of fragments: pieces of gold articles (corpus/gold without arguments) with characters dropped, doubled and
swapped; random sequences of words and signs that the rules know; and 10 kB repetitions of one short piece, which bring
out regular expressions that backtrack. Printed: fragments, exceptions, how many of 10 kB took longer than the bound,
and the slowest of them with its milliseconds. Time is the processor's, so that other processes count little; a fragment
over the bound is run again, twice, and its fastest run counts. As in timeit, the garbage collector rests meanwhile.
"""

import argparse
import gc
import random
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from spacy.language import Language

from benchmarks.articles import gold_articles
from pipeline.language.tokenizer import blank
from pipeline.steps import register_steps

LONG = 10_000
#: No fragment of 10 kB may take longer (seconds).
BOUND = 0.2
AGAIN = 2
#: A long fragment after every so many short ones.
EVERY = 100
PIECES = (
    "5", "12,5", "1 000", "1\u00a0234,5", "2025", "12.05.2025", "млн", "млрд.", "тыс.", "тенге", "руб.", "$", "₸", "%",
    "п.п.", "т", "кв. м", "(тыс. т):", "с", "по", "до", "от", "на", "в", "за", "и", "или", "–", "-", "—", ",", ".", ";",
    ":", "(", ")", "«", "»", "\n", "\n\n", "мая", "январь", "январе–", "квартал", "II", "полугодие", "года", "году",
    "г.", "прошлого", "следующем", "вчера", "вырос", "снизился", "больше", "раза", "вдвое", "полтора", "треть",
    "двадцать", "тысяч", "пара", "проектов", "человек", "тонна", "стоит", "в год", "±", "+", "−", "…", "🚂", "ё",
)  # fmt: skip


def pipe() -> Language:
    """Return the components that are fuzzed."""
    register_steps()
    nlp = blank()
    for name in ("svodka_sentences", "svodka_dates", "svodka_quantities"):
        nlp.add_pipe(name)
    return nlp


def fragments(texts: list[str], count: int, chance: random.Random) -> Iterator[str]:
    """Yield `count` fragments of all sorts."""
    for number in range(count):
        if number % EVERY == 0:
            yield _long(chance)
        elif number % 2:
            yield _mutated(chance.choice(texts), chance)
        else:
            yield _joined(chance, chance.randint(1, 30))


def _joined(chance: random.Random, length: int) -> str:
    return "".join(chance.choice(PIECES) + chance.choice((" ", " ", "", "\u00a0")) for _ in range(length))


def _long(chance: random.Random) -> str:
    piece = _joined(chance, chance.randint(1, 6)) or " "
    return (piece * (LONG // len(piece) + 1))[:LONG]


def _mutated(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text))
    letters = list(text[start : start + chance.randint(5, 200)])
    for _ in range(chance.randint(0, 6)):
        place, kind = chance.randrange(len(letters)), chance.randrange(3)
        if kind == 0 and len(letters) > 1:
            del letters[place]
        elif kind == 1:
            letters.insert(place, letters[place])
        else:
            letters[place] = chance.choice(text)
    return "".join(letters)


def _run(nlp: Language, fragment: str) -> float:
    """Return the seconds that dates and quantities, the numbers within them, take; tokens are razdel's business."""
    with nlp.memory_zone():
        doc = nlp.make_doc(fragment)
        doc._.published = date(2025, 12, 20)
        started = 0.0
        gc.disable()
        try:
            for name, component in nlp.pipeline:
                started = time.process_time() if name == "svodka_dates" else started
                doc = component(doc)
            return time.process_time() - started
        finally:
            gc.enable()


def main() -> None:
    """Run the fragments and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path, default=[Path("corpus/gold")])
    parser.add_argument("--fragments", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    nlp, chance = pipe(), random.Random(arguments.seed)
    texts = [article.text for article in gold_articles(arguments.gold)]
    nlp(" ".join(PIECES))  # tables are loaded at their first use
    exceptions, over, slowest = 0, 0, (0.0, "")
    for fragment in fragments(texts, arguments.fragments, chance):
        try:
            spent = _run(nlp, fragment)
        except Exception as error:
            exceptions += 1
            print(f"{type(error).__name__}: {error}: {fragment!r}"[:400], file=sys.stderr)
            continue
        if len(fragment) == LONG:
            for _ in range(AGAIN if spent > BOUND else 0):
                spent = min(spent, _run(nlp, fragment))
            over += spent > BOUND
            slowest = max(slowest, (spent, fragment[:60]))
    print(f"{arguments.fragments} fragments, {exceptions} exceptions", end="; ")
    print(f"{over} of 10 kB over {BOUND * 1000:.0f} ms", end="; ")
    print(f"slowest of 10 kB: {slowest[0] * 1000:.0f} ms, {slowest[1]!r}")


if __name__ == "__main__":
    main()
