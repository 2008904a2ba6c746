"""Marked text → Entities: «{o ТОО «Кедр»} из {l Сарани}», its director {p Олег Ким}; o, l, p: the labels of the tagger.

A line of a corpus is `text => expectation`; lines that begin with # are comments.
"""

import re
from pathlib import Path

import pipeline.language.morphology
import pipeline.language.sentences  # noqa: F401  both register their components
from pipeline.finding.mentions import NameMention
from pipeline.knowledge.lexicon import Lexicon
from pipeline.language.tokenizer import blank
from pipeline.resolving.entities import Entities, resolve

_MARK = re.compile(r"\{([olp]) ([^{}]*)\}")
_LABELS = {"o": "organization", "l": "location", "p": "person"}
_NLP = blank()
_NLP.add_pipe("svodka_sentences")
_NLP.add_pipe("svodka_morphology")


def corpus(name: str) -> list[tuple[str, str]]:
    """Return (marked text, expectation) of each line of a corpus beside this file."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.strip() and not line.startswith("#")]
    return [(text.strip(), wanted.strip()) for text, _, wanted in (row.partition("=>") for row in rows)]


def plain(marked: str) -> tuple[str, list[NameMention]]:
    """Return the text without its marks and the mentions that they are; «\\n» in it is a line break."""
    text, mentions, position = "", [], 0
    marked = marked.replace("\\n", "\n")
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        mentions.append(NameMention(len(text), len(text) + len(match[2]), _LABELS[match[1]]))
        text += match[2]
        position = match.end()
    return text + marked[position:], mentions


def entities(marked: str, lexicon: Lexicon | None = None) -> Entities:
    """Resolve the marked names of a text."""
    text, mentions = plain(marked)
    return resolve(_NLP(text), mentions, lexicon)
