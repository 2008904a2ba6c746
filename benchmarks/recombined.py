"""Articles in any number: sentences of the sample articles put together anew, with new names, dates and numbers.

    python -m benchmarks.recombined COUNT > archive.jsonl

The same seed gives the same articles. Each has as many sentences as a sample article has on average; numbers keep their
length, years stay years, and every quoted or Latin name is another one throughout its article.
"""

import json
import random
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

from pipeline.language.sentences import sentence_starts
from pipeline.reading import read

NEWS = Path(__file__).resolve().parent.parent / "corpus" / "news"
FIRST_DAY, DAYS = date(2018, 1, 1), 3_000
LEAST_SENTENCES, MOST_SENTENCES = 8, 16
YEAR = re.compile(r"20[0-3]\d")
NUMBER = re.compile(r"(?<![\w.:-])\d+(?![\w.:-])")
NAME = re.compile(r"(?<=«)[^«»\n]{2,40}(?=»)|\b[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)*\b")
BEGINNINGS = (
    "Каз", "Узбек", "Сиб", "Урал", "Алтын", "Бел", "Тянь-Шань", "Сары", "Волга", "Жетысу", "Нур", "Евро", "Кен",
)  # fmt: skip
ENDINGS = (
    "металл", "строй", "агро", "молоко", "текстиль", "энерго", "хим", "транс", "фарм", "золото", "цемент", "мунай",
)  # fmt: skip
LATIN_BEGINNINGS = ("Kaz", "Uz", "Silk", "Altyn", "Nomad", "Baltic", "Steppe")
LATIN = ("Steel", "Textile", "Agro", "Energy", "Motors", "Mining", "Foods", "Airlines", "Cement", "Telecom")


def articles(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Yield `count` articles as rows (id, published, text)."""
    sentences, chance = _sentences(), random.Random(seed)
    for number in range(count):
        published = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        chosen = chance.sample(sentences, chance.randint(LEAST_SENTENCES, MOST_SENTENCES))
        text = _with_new_names(" ".join(chosen), chance)
        text = NUMBER.sub(partial(_new_number, published.year, chance), text)
        yield {"id": f"article-{number:06}", "published": published.isoformat(), "text": text}


def write_articles(path: Path, count: int) -> Path:
    """Write the articles as JSON Lines."""
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in articles(count))
    return path


def _sentences() -> list[str]:
    texts = [getattr(item, "text", None) or "" for item in read([NEWS])]
    found = []
    for text in texts:
        starts = [*sentence_starts(text), len(text)]
        found += [text[start:end].strip() for start, end in pairwise(starts)]
    return [sentence for sentence in found if len(sentence) > 20]


def _with_new_names(text: str, chance: random.Random) -> str:
    new: dict[str, str] = {}
    return NAME.sub(lambda found: new.setdefault(found[0], _name(found[0], chance)), text)


def _name(old: str, chance: random.Random) -> str:
    if old.isascii():
        return f"{chance.choice(LATIN_BEGINNINGS)} {chance.choice(LATIN)}"
    return f"{chance.choice(BEGINNINGS)}{chance.choice(ENDINGS)}"


def _new_number(year: int, chance: random.Random, old: re.Match[str]) -> str:
    """A number of the same length; years stay near the article's, and short numbers may be days and hours."""
    if YEAR.fullmatch(old[0]):
        return str(year + chance.choice((-1, 0, 0, 1)))
    if len(old[0]) < 3:
        return old[0] if len(old[0]) == 1 else str(chance.randint(10, 28))
    return str(chance.randint(1, 9)) + "".join(str(chance.randrange(10)) for _ in old[0][1:])


if __name__ == "__main__":
    for row in articles(int(sys.argv[1])):
        print(json.dumps(row, ensure_ascii=False))
