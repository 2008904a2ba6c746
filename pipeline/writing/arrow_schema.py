"""The Arrow schema of the records, derived from the pydantic models: nested lists stay nested lists."""

from datetime import date
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pyarrow as pa
from pydantic import BaseModel

SIMPLE: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
}


def schema_of(model: type[BaseModel]) -> pa.Schema:
    """Return the schema of a model's fields, in their order. Raises TypeError for a type that Arrow has no word for."""
    return pa.schema([pa.field(name, type_of(field.annotation)) for name, field in model.model_fields.items()])


def type_of(annotation: Any) -> pa.DataType:
    """Return the Arrow type of a field's annotation; None is left to nullability, int | float is float64."""
    if annotation in SIMPLE:
        return SIMPLE[annotation]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return type_of(arguments[0])
    if origin is Literal:
        return pa.string()
    if origin is tuple:
        return pa.list_(type_of(arguments[0]))
    if origin in (Union, UnionType):
        return _union(arguments)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return pa.struct(list(schema_of(annotation)))
    raise TypeError(f"no Arrow type for {annotation}")


def _union(arguments: tuple[Any, ...]) -> pa.DataType:
    choices = {argument for argument in arguments if argument is not type(None)}
    if choices == {int, float}:
        return pa.float64()
    if len(choices) > 1:
        raise TypeError(f"no Arrow type for a choice of {choices}")
    return type_of(choices.pop())


def with_days_as_text(schema: pa.Schema) -> pa.Schema:
    """Return the schema with text in the place of days, at any depth."""
    return pa.schema([pa.field(field.name, _text_for_days(field.type)) for field in schema])


def _text_for_days(kind: pa.DataType) -> pa.DataType:
    if pa.types.is_date(kind):
        return pa.string()
    if pa.types.is_list(kind):
        return pa.list_(_text_for_days(kind.value_type))
    if pa.types.is_struct(kind):
        return pa.struct([pa.field(field.name, _text_for_days(field.type)) for field in kind])
    return kind
