#!/usr/bin/env python3
"""Holds documents to a JSON schema, with the schemas it refers to. It needs Debian's python3-jsonschema.

    schema_check.py SCHEMA FOLDER FILE...      FOLDER: what can be referred to by $id or file name
"""
import json
import os
import sys
import warnings

warnings.simplefilter("ignore", DeprecationWarning)
import jsonschema  # noqa: E402

try:
    import referencing
    from referencing.jsonschema import DRAFT7
except ImportError:  # before jsonschema 4.18
    referencing = None

# Where the schemas say that the ones they refer to are.
PLACES = ("http://cyclonedx.org/schema/", "https://www.first.org/cvss/")


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def schemas_in(folder):
    found = {}
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".json"):
            continue
        schema = read(os.path.join(folder, name))
        names = [schema[key] for key in ("$id", "id") if key in schema] + [place + name for place in PLACES]
        found.update({name.rstrip("#"): schema for name in names})
    return found


def validator(schema, others):
    kind = jsonschema.validators.validator_for(schema)
    if not referencing:
        resolver = jsonschema.RefResolver(schema.get("$id", ""), schema, store=others)
        return kind(schema, resolver=resolver, format_checker=jsonschema.FormatChecker())
    known = [(name, referencing.Resource.from_contents(other, default_specification=DRAFT7))
             for name, other in others.items()]
    return kind(schema, registry=referencing.Registry().with_resources(known),
                format_checker=jsonschema.FormatChecker())


def main():
    checker = validator(read(sys.argv[1]), schemas_in(sys.argv[2]))
    wrong = 0
    for path in sys.argv[3:]:
        for error in sorted(checker.iter_errors(read(path)), key=lambda error: list(map(str, error.absolute_path))):
            print(f"{path}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
            wrong += 1
    print(f"{len(sys.argv) - 3} documents, {wrong} errors")
    sys.exit(wrong > 0)


main()
