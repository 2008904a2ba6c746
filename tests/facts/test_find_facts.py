"""Facts of marked sentences of our own."""

from pathlib import Path

import pytest

from pipeline.facts import Findings, find_facts
from pipeline.language.tokenizer import blank
from tests.facts.marked import marked

LINES = [
    line
    for line in (Path(__file__).parent / "facts.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("line", LINES)
def test_fact_of_last_quantity(line: str) -> None:
    *wanted, text = line.split(" | ")
    doc, findings = marked(text)
    facts = find_facts(doc, findings)
    fact = facts[-1]
    found = [fact.indicator, fact.subject, fact.date, fact.object, fact.status]
    assert fact.quantity == findings.quantities[-1].id
    assert [slot or "-" for slot in found] == wanted


def test_evidence_is_the_sentence() -> None:
    doc, findings = marked("Год был сухим. {org Кедр} добыл {mass 5 t|5 тонн} угля. Зима близко.")
    evidence = find_facts(doc, findings)[0].evidence
    assert doc.text[evidence.start : evidence.end] == "Кедр добыл 5 тонн угля."


def test_same_facts_on_every_run() -> None:
    doc, findings = marked(LINES[-1].split(" | ")[-1])
    assert find_facts(doc, findings) == find_facts(doc, findings)


@pytest.mark.parametrize("text", ["", " \n ", "Завод работает."])
def test_no_quantities_no_facts(text: str) -> None:
    assert find_facts(blank()(text), Findings()) == []
