"""Label maps: which label of a foreign set is which of ours (organization, location, person, date, quantity)."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from pipeline.comparison.formats.standoff import Document
from pipeline.errors import GoldError

OURS = ("organization", "location", "person", "date", "quantity")
_FOLDER = files("pipeline.comparison").joinpath("label_maps")


def map_names() -> list[str]:
    """Return the names of the maps that come with the package."""
    return sorted(item.name.removesuffix(".toml") for item in _FOLDER.iterdir() if item.name.endswith(".toml"))


def load_map(name: str) -> Mapping[str, str]:
    """Return a label map by its name or the path of a TOML file. Raises GoldError where it is unknown or wrong."""
    if name in map_names():
        content = _FOLDER.joinpath(f"{name}.toml").read_text(encoding="utf-8")
    elif Path(name).is_file():
        content = Path(name).read_text(encoding="utf-8")
    else:
        raise GoldError(f"label map {name}: neither a file nor one of {', '.join(map_names())}")
    try:
        labels: dict[str, str] = tomllib.loads(content)["labels"]
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise GoldError(f"label map {name}: a TOML file with a table [labels] is expected: {error}") from error
    wrong = sorted(set(labels.values()) - set(OURS))
    if wrong:
        raise GoldError(f"label map {name}: {', '.join(wrong)}: our labels are {', '.join(OURS)}")
    return labels


def relabelled(document: Document, labels: Mapping[str, str]) -> tuple[Document, Counter[str]]:
    """Return the document with our labels, and how often each unknown label was left out."""
    known = {**{label: label for label in OURS}, **labels}
    left_out = Counter(span.label for span in document.spans if span.label not in known)
    spans = (s.model_copy(update={"label": known[s.label]}) for s in document.spans if s.label in known)
    return document.model_copy(update={"spans": tuple(spans)}), left_out
