"""Text → Doc: razdel tokens and sentences, pymorphy3 morphology, inflection to the nominative."""
