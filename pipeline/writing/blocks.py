"""Records as JSON to an Arrow table: a block of them at once, by Arrow's own JSON reader."""

from collections.abc import Sequence
from io import BytesIO

import pyarrow as pa
from pyarrow import json as arrow_json

from pipeline.records import ArticleRecord
from pipeline.writing.arrow_schema import schema_of, with_days_as_text
from pipeline.writing.sink import Written

SCHEMA = schema_of(ArticleRecord)
#: Arrow's JSON reader knows no days: they are read as text and cast.
_READ = with_days_as_text(SCHEMA)


def table_of(records: Sequence[Written]) -> pa.Table:
    """Return the records as a table with SCHEMA's columns and `number`, the article's place in the input."""
    lines = b"\n".join(record.json for record in records) + b"\n"
    table = arrow_json.read_json(
        BytesIO(lines),
        read_options=arrow_json.ReadOptions(use_threads=False, block_size=len(lines) + 1),
        parse_options=arrow_json.ParseOptions(explicit_schema=_READ, unexpected_field_behavior="error"),
    )
    numbers = pa.array([record.number for record in records], pa.int64())
    return table.select(SCHEMA.names).cast(SCHEMA).append_column("number", numbers)
