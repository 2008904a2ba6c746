"""The steps of the extraction, in order, as names of spaCy components."""

from importlib import import_module

#: Component → the module whose import registers it (an installed package has them as entry points too).
MODULES = {
    "svodka_sentences": "pipeline.language.sentences",
    "svodka_morphology": "pipeline.language.morphology",
    "svodka_names": "pipeline.finding.names",
    "svodka_dates": "pipeline.finding.dates",
    "svodka_quantities": "pipeline.finding.quantities",
    "svodka_entities": "pipeline.resolving.component",
    "svodka_facts": "pipeline.facts.component",
}
STEPS = tuple(MODULES)


def register_steps() -> None:
    """Import the modules of all steps, so that spaCy knows their factories without the entry points."""
    for module in MODULES.values():
        import_module(module)
