"""Reading the user's lexicon, TOML or CSV, and checking it: every error names the file, the line and what to do."""

import csv
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from pipeline.errors import LexiconError
from pipeline.knowledge.lexicon.entry import LexiconEntry
from pipeline.knowledge.lexicon.identifiers import complaint
from pipeline.knowledge.organizations.known import organization_key
from pipeline.records import LocationKind, OrganizationKind

TYPES = ("organization", "location", "person")
COLUMNS = ("name", "aliases", "type", "kind", "country", "identifiers")
_KINDS = {"organization": get_args(OrganizationKind), "location": get_args(LocationKind), "person": ()}
_COUNTRY = re.compile(r"[A-Z]{2}")

Located = tuple[str, LexiconEntry]


def read_lexicon(path: Path) -> tuple[LexiconEntry, ...]:
    """Return the entries of a file. Raises LexiconError."""
    readers = {".toml": _from_toml, ".csv": _from_csv}
    if path.suffix.casefold() not in readers:
        raise LexiconError(f"{path}: a lexicon is a .toml or a .csv file, not {path.suffix or 'without ending'!r}")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise LexiconError(f"{path}: there is no such file") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}: not UTF-8 (byte {error.start}); save the file as UTF-8") from error
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read: {error.strerror}") from error
    return _without_doubles(list(readers[path.suffix.casefold()](path, text)))


def _without_doubles(entries: list[Located]) -> tuple[LexiconEntry, ...]:
    seen: dict[tuple[str, str], str] = {}
    for where, entry in entries:
        for key in {organization_key(name) for name in entry.names}:
            earlier = seen.setdefault((entry.type, key), where)
            if earlier != where:
                raise LexiconError(f"{where}: {key!r} stands already at {earlier}; give one of them another name")
    return tuple(entry for _, entry in entries)


def _from_toml(path: Path, text: str) -> Iterator[Located]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: not valid TOML: {error}") from error
    unknown = sorted(set(data) - {"name"})
    if unknown:
        raise LexiconError(f"{path}: unknown table {unknown[0]!r}; names stand in [[name]] tables")
    tables = data.get("name", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise LexiconError(f"{path}: names stand in [[name]] tables (double brackets)")
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.strip().startswith("[[name]]")]
    for number, table in enumerate(tables):
        line = lines[number] if number < len(lines) else 0
        where = f"{path}, line {line}"
        yield where, _entry(where, table)


def _from_csv(path: Path, text: str) -> Iterator[Located]:
    lines = text.splitlines()
    delimiter = ";" if lines and lines[0].count(";") > lines[0].count(",") else ","
    rows = csv.DictReader(lines, delimiter=delimiter, strict=True)
    unknown = [column for column in rows.fieldnames or () if column not in COLUMNS]
    if unknown or "name" not in (rows.fieldnames or ()):
        listed = ", ".join(COLUMNS)
        raise LexiconError(f"{path}, line 1: {f'unknown column {unknown[0]!r}' if unknown else 'no column name'}; "
                           f"the columns are {listed}, and name is required")  # fmt: skip
    try:
        for row in rows:
            where = f"{path}, line {rows.line_num}"
            if None in row:
                raise LexiconError(f"{where}: more cells than columns; quote cells that contain {delimiter!r}")
            filled = {column: cell.strip() for column, cell in row.items() if cell and cell.strip()}
            if filled:
                yield where, _entry(where, {column: _cell(column, cell) for column, cell in filled.items()})
    except csv.Error as error:
        raise LexiconError(f"{path}, line {rows.line_num}: not valid CSV: {error}") from error


def _cell(column: str, cell: str) -> str | list[str]:
    if column in ("aliases", "identifiers"):
        return [part.strip() for part in cell.split("|") if part.strip()]
    return cell


def _entry(where: str, table: dict[str, Any]) -> LexiconEntry:
    unknown = sorted(set(table) - set(COLUMNS))
    if unknown:
        raise LexiconError(f"{where}: unknown key {unknown[0]!r}; known are {', '.join(COLUMNS)}")
    name = table.get("name")
    if not isinstance(name, str) or not name.strip():
        raise LexiconError(f"{where}: every entry needs a name (a string that is not empty)")
    type_ = table.get("type", "organization")
    if type_ not in TYPES:
        raise LexiconError(f"{where}: type {type_!r} is none of {', '.join(TYPES)}")
    return LexiconEntry(
        name.strip(), _strings(where, "aliases", table), type_, _kind(where, type_, table.get("kind")),
        _country(where, table.get("country")), _identifiers(where, table),
    )  # fmt: skip


def _strings(where: str, key: str, table: dict[str, Any]) -> tuple[str, ...]:
    given = table.get(key, [])
    if not isinstance(given, list) or not all(isinstance(item, str) and item.strip() for item in given):
        raise LexiconError(f"{where}: {key} must be a list of strings that are not empty")
    return tuple(item.strip() for item in given)


def _identifiers(where: str, table: dict[str, Any]) -> tuple[str, ...]:
    given = _strings(where, "identifiers", table)
    for identifier in given:
        wrong = complaint(identifier)
        if wrong is not None:
            raise LexiconError(f"{where}: identifier {identifier!r} {wrong}")
    return given


def _kind(where: str, type_: str, kind: object) -> str | None:
    if kind is None:
        return None
    if kind not in _KINDS[type_]:
        allowed = ", ".join(_KINDS[type_]) or "no kind at all"
        raise LexiconError(f"{where}: kind {kind!r} of a name of type {type_}: allowed are {allowed}")
    return str(kind)


def _country(where: str, country: object) -> str | None:
    if country is None:
        return None
    if not isinstance(country, str) or not _COUNTRY.fullmatch(country):
        raise LexiconError(f"{where}: country {country!r} is no ISO 3166-1 code of two capital letters (KZ, RU …)")
    return country
