"""The part of JSON Schema that the schema of the command line is written in."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

_TYPES: Final = {
    "array": list,
    "boolean": bool,
    "integer": int,
    "null": type(None),
    "number": float,
    "object": dict,
    "string": str,
}
#: What a schema here may say; anything else would be passed over in silence.
_KNOWN: Final = frozenset(
    ("type", "enum", "items", "properties", "required", "additionalProperties", "$ref")
)


def find_errors(
    root: Mapping[str, Any], schema: Mapping[str, Any], value: object, path: str = "$"
) -> Iterator[str]:
    """Yield in words where a value is not as a schema has it.

    Args:
        root: The whole schema, in which references are looked up.
        schema: The part of it for the value.
        value: What JSON gave.
        path: Where the value stands.
    """
    assert set(schema) <= _KNOWN, set(schema) - _KNOWN
    if "$ref" in schema:
        yield from find_errors(root, root["$defs"][schema["$ref"][len("#/$defs/") :]], value, path)
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path}: {value!r} is none of {schema['enum']}"
    types = schema.get("type", [])
    names = [types] if isinstance(types, str) else types
    if names and type(value) not in {_TYPES[name] for name in names}:
        yield f"{path}: {value!r} is no {types}"
    elif isinstance(value, list) and "items" in schema:
        for number, item in enumerate(value):
            yield from find_errors(root, schema["items"], item, f"{path}[{number}]")
    elif isinstance(value, dict):
        yield from _find_in_object(root, schema, value, path)


def _find_in_object(
    root: Mapping[str, Any], schema: Mapping[str, Any], value: Mapping[str, Any], path: str
) -> Iterator[str]:
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{path}: {name} is missing"
    for name, item in value.items():
        part = schema.get("properties", {}).get(name, schema.get("additionalProperties", {}))
        if part is False:
            yield f"{path}: {name} is not foreseen"
        else:
            yield from find_errors(root, part, item, f"{path}.{name}")
