"""`import pipeline` shows the public names and nothing else, and costs no model."""

import subprocess
import sys

import pytest

import pipeline

PUBLIC = ["Article", "ArticleRecord", "ExtractionError", "Extractor", "Failure", "Settings", "SvodkaError", "extract"]


def test_all_is_exact() -> None:
    assert sorted(pipeline.__all__) == PUBLIC
    assert dir(pipeline) == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    assert getattr(pipeline, name).__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extracts'"):
        pipeline.extracts  # noqa: B018


def test_importing_the_package_loads_no_model_and_no_spacy() -> None:
    code = "import sys, pipeline; assert 'spacy' not in sys.modules and 'natasha' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_extracting_never_imports_natasha_itself() -> None:
    """natasha's import needs pkg_resources, which Pythons from 3.12 on do not bring: only its data are used."""
    code = "import sys; from pipeline import extract; extract('Экспорт вырос на 5%.'); print('natasha' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"
