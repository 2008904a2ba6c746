"""Each finder is a spaCy component with an entry point, usable alone in somebody else's pipeline."""

from datetime import date
from importlib.metadata import entry_points

import pytest
import spacy

from pipeline.steps import MODULES

TEXT = "В марте 2024 года «Казхром» отгрузил 5 тыс. тонн сплавов в Турцию."


@pytest.mark.parametrize("step", MODULES)
def test_every_step_has_an_entry_point_in_its_module(step: str) -> None:
    found = [point for point in entry_points(group="spacy_factories") if point.name == step]
    assert [point.module for point in found] == [MODULES[step]]


def test_dates_alone_in_a_plain_spacy_pipeline() -> None:
    nlp = spacy.blank("ru")
    nlp.add_pipe("svodka_dates")
    doc = nlp(TEXT)
    span = doc.spans["dates"][0]
    assert span.text == "марте 2024 года"
    assert [(m.first, m.last) for m in span._.svodka_dates] == [(date(2024, 3, 1), date(2024, 3, 31))]


def test_quantities_alone_in_a_plain_spacy_pipeline() -> None:
    nlp = spacy.blank("ru")
    nlp.add_pipe("svodka_quantities")
    doc = nlp(TEXT)
    found = [m for span in doc.spans["quantities"] for m in span._.svodka_quantities]
    assert (5000, "t") in [(mention.value, mention.unit) for mention in found]


def test_names_alone_in_a_plain_spacy_pipeline() -> None:
    nlp = spacy.blank("ru")
    nlp.add_pipe("svodka_names")
    doc = nlp(TEXT)
    assert {(span.text, span.label_) for span in doc.spans["names"]} == {
        ("Казхром", "organization"),
        ("Турцию", "location"),
    }


def test_the_components_are_built_by_name_after_installation_alone() -> None:
    """No import of ours is needed: spaCy finds the factories by their entry points."""
    assert {point.name for point in entry_points(group="spacy_factories")} >= set(MODULES)
