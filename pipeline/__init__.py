"""Svodka: Russian-language economic news into typed records.

>>> from datetime import date
>>> from pipeline import extract
>>> record = extract("В 2025 году QazTehna выпустила 2 000 автобусов.", published=date(2025, 12, 20))
>>> record.quantities[0].value
2000
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.errors import ExtractionError, SvodkaError
    from pipeline.extractor import Extractor, extract
    from pipeline.records import Article, ArticleRecord, Failure
    from pipeline.settings import Settings

__all__ = [
    "Article",
    "ArticleRecord",
    "ExtractionError",
    "Extractor",
    "Failure",
    "Settings",
    "SvodkaError",
    "extract",
]

# spaCy and the models are heavy: a name is imported when it is first asked for (PEP 562).
_MODULES = {
    "Article": "records", "ArticleRecord": "records", "Failure": "records",
    "ExtractionError": "errors", "SvodkaError": "errors",
    "Extractor": "extractor", "extract": "extractor", "Settings": "settings",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
    return getattr(import_module(f"pipeline.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
