"""What must be the same for a run to go on: version, settings, reading. (The input has a digest: see marks.py.)"""

from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from pipeline.errors import SettingsError
from pipeline.reading import ReadingOptions
from pipeline.settings import Settings


def fingerprint(settings: Settings, reading: ReadingOptions, form: str, skip_reprints: bool) -> dict[str, Any]:
    """Return all that decides what is written, flat, as JSON. Raises SettingsError for a missing lexicon."""
    values = settings.model_dump(mode="json") | {"format": form, "skip_reprints": skip_reprints, "version": _version()}
    values |= {f"reading_{name}": value for name, value in reading.model_dump(mode="json").items()}
    if settings.lexicon is not None:
        values["lexicon"] = _content_digest(settings.lexicon)
    # How articles are grouped and how long they may take does not change records.
    for name in ("batch_size", "seconds_per_article"):
        del values[name]
    return values


def _version() -> str:
    try:
        return version("svodka")
    except PackageNotFoundError:  # run from a source tree that is not installed
        return "0+source"


def _content_digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}: check the path") from error
