"""Files of foreign formats: UTF-8 text, and errors of their content in one line."""

from pathlib import Path

from pydantic import ValidationError

from pipeline.errors import GoldError


def read_text(path: Path) -> str:
    """Return a file's text, line ends as they stand. Raises GoldError where it cannot be read or is not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: byte {error.start} is not UTF-8; convert the file first") from error
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror}") from error


def read_lines(path: Path) -> list[str]:
    """Return a file's lines without their ends. Raises GoldError as read_text does."""
    return [line.removesuffix("\r") for line in read_text(path).split("\n")]


def reason(error: Exception) -> str:
    """Return in a few words why a piece of a file was refused."""
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return ": ".join(part for part in (".".join(map(str, first["loc"])), first["msg"]) if part)
    if isinstance(error, KeyError):
        return f"{error} is missing"
    return str(error)
