"""Fixtures that many tests use: models are loaded once a session."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import pipeline

ROOT = Path(__file__).resolve().parent.parent
settings.register_profile("svodka", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("svodka")


@pytest.fixture(scope="session")
def extractor() -> "pipeline.Extractor":
    """An extractor with default settings."""
    return pipeline.Extractor()


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return ROOT
