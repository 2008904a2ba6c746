"""Entities and quantities → facts: which indicator a number states, of whom, when, where, and whether it happened."""

from pipeline.facts.finder import find_facts
from pipeline.facts.findings import Findings

__all__ = ["Findings", "find_facts"]
