"""What a file is, by its first bytes; its name helps only where the bytes leave it open (a table, a text)."""

import re
from pathlib import PurePosixPath

from pipeline.errors import ReadingError
from pipeline.reading.encoding import decode
from pipeline.reading.options import ReadingOptions
from pipeline.reading.tables import delimiter_of

SAMPLE_BYTES = 4_096
TAR_MAGIC_AT = 257
SIGNATURES = (
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
)
HTML = re.compile(rb"(?is)\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b")
PLAIN_SUFFIXES = frozenset({".txt", ".html", ".htm", ".jsonl", ".ndjson", ".csv", ".tsv", ".parquet", ".warc"})
CONTAINER_SUFFIXES = frozenset({".gz", ".bz2", ".xz", ".zst", ".zip", ".tar", ".tgz"})
TABLES = frozenset({".csv", ".tsv"})


def is_article_name(name: str) -> bool:
    """Say whether a file in a folder or archive is to be read, by its suffix; hidden files are not."""
    path = PurePosixPath(name)
    hidden = any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in path.parts)
    return not hidden and path.suffix.lower() in PLAIN_SUFFIXES | CONTAINER_SUFFIXES


def sniff(head: bytes, file_name: str, options: ReadingOptions) -> str:
    """Return the format of a file that begins with `head`: a name in SIGNATURES, or tar, html, jsonl, table, plain."""
    for signature, kind in SIGNATURES:
        if head.startswith(signature):
            return kind
    if head[TAR_MAGIC_AT : TAR_MAGIC_AT + 5] == b"ustar":
        return "tar"
    if HTML.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "html"
    return _text_kind(head, PurePosixPath(file_name).suffix.lower(), options)


def _text_kind(head: bytes, suffix: str, options: ReadingOptions) -> str:
    if suffix in TABLES:
        return "table"
    first = _first_line(head, options)
    if suffix in {".jsonl", ".ndjson"} or first.startswith("{"):
        return "jsonl"
    columns = {name.strip(' "\r\n') for name in first.split(delimiter_of(first))}
    return "table" if len(columns) > 1 and columns & set(options.names("text")) else "plain"


def _first_line(head: bytes, options: ReadingOptions) -> str:
    try:
        # The sample may end within a letter: its last line does not count unless it is the only one.
        return decode(head[: head.rfind(b"\n") + 1] or head, options.encoding).lstrip("\ufeff \t\r\n").split("\n", 1)[0]
    except ReadingError:
        return ""
