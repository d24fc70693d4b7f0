#!/usr/bin/env python3
"""Holds SARIF logs to the standard (OASIS, SARIF 2.1.0), as far as our logs go: which properties an object may
and must have, their types and words, and what the prose asks beyond that. A property that is not in the tables
below is refused, so that a writer cannot use one unchecked.

    sarif_check.py FILE...
"""
import json
import re
import sys

TEXT, WHOLE, FLAG, BAG = "a text", "a whole number", "true or false", "a property bag"
LEVELS = ("none", "note", "warning", "error")  # 3.27.10
KINDS = ("pass", "open", "informational", "notApplicable", "review", "fail")  # 3.27.9

# name: {property: type}; "!" in front: required. A list is an array of, a tuple one of these words.
SHAPES = {
    "log": {"$schema": TEXT, "!version": ("2.1.0",), "!runs": ["run"]},
    "run": {"!tool": "tool", "artifacts": ["artifact"], "results": ["result"], "properties": BAG},
    "tool": {"!driver": "driver"},
    "driver": {"!name": TEXT, "version": TEXT, "semanticVersion": TEXT, "informationUri": TEXT, "rules": ["rule"]},
    "rule": {"!id": TEXT, "shortDescription": "message", "fullDescription": "message", "help": "message",
             "helpUri": TEXT, "properties": BAG},
    "message": {"!text": TEXT},
    "artifact": {"location": "artifactLocation", "hashes": {"sha-256": TEXT}},
    "artifactLocation": {"uri": TEXT, "index": WHOLE},
    "result": {"!ruleId": TEXT, "ruleIndex": WHOLE, "kind": KINDS, "level": LEVELS, "!message": "message",
               "locations": ["location"], "partialFingerprints": {"aftercareFinding/v1": TEXT},
               "suppressions": ["suppression"], "properties": BAG},
    "location": {"physicalLocation": "physicalLocation", "logicalLocations": ["logicalLocation"]},
    "physicalLocation": {"!artifactLocation": "artifactLocation", "region": "region"},
    "region": {"!startLine": WHOLE},
    "logicalLocation": {"name": TEXT, "fullyQualifiedName": TEXT, "kind": TEXT},
    "suppression": {"!kind": ("inSource", "external"), "status": ("accepted", "underReview", "rejected"),
                    "justification": TEXT},
}
URI_REFERENCE = re.compile(r"(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-F]{2})+\Z")


class Wrong(Exception):
    pass


def check(value, shape, at):
    if isinstance(shape, list):
        if not isinstance(value, list):
            raise Wrong(f"{at}: no array")
        for number, item in enumerate(value):
            check(item, shape[0], f"{at}/{number}")
    elif isinstance(shape, tuple):
        if value not in shape:
            raise Wrong(f"{at}: {value!r} is none of {shape}")
    elif isinstance(shape, dict) or shape in SHAPES:
        check_object(value, shape if isinstance(shape, dict) else SHAPES[shape], at)
    elif shape == TEXT and not isinstance(value, str) or shape == FLAG and not isinstance(value, bool) or \
            shape == BAG and not isinstance(value, dict) or \
            shape == WHOLE and (not isinstance(value, int) or isinstance(value, bool)):
        raise Wrong(f"{at}: {value!r} is not {shape}")


def check_object(value, shape, at):
    if not isinstance(value, dict):
        raise Wrong(f"{at}: no object")
    known = {name.lstrip("!"): kind for name, kind in shape.items()}
    for name in value:
        if name not in known:
            raise Wrong(f"{at}: has a {name}, which is not in the tables")
        check(value[name], known[name], f"{at}/{name}")
    for name in shape:
        if name.startswith("!") and name[1:] not in value:
            raise Wrong(f"{at}: has no {name[1:]}")


def check_uris(run):
    for result in run.get("results", []):
        for location in result["locations"]:
            place = location["physicalLocation"]
            if not URI_REFERENCE.match(place["artifactLocation"]["uri"]):
                raise Wrong(f"{place['artifactLocation']['uri']!r} is no URI reference")
            if place["region"]["startLine"] < 1:  # 3.30.5
                raise Wrong("lines count from 1")
            artifact = run["artifacts"][place["artifactLocation"]["index"]]
            if artifact["location"]["uri"] != place["artifactLocation"]["uri"]:
                raise Wrong("index and uri name different artifacts")


def check_prose(log):
    for run in log["runs"]:
        rules = run["tool"]["driver"]["rules"]
        if len({rule["id"] for rule in rules}) != len(rules):
            raise Wrong("two rules have one id")
        for rule in rules:
            severity = rule["properties"].get("security-severity")
            if severity is not None and not 0.0 <= float(severity) <= 10.0:
                raise Wrong(f"security-severity {severity}")
            if len(set(rule["properties"]["tags"])) != len(rule["properties"]["tags"]):  # 3.8.2.2
                raise Wrong("a tag stands twice")
        prints = [result["partialFingerprints"]["aftercareFinding/v1"] for result in run["results"]]
        if len(set(prints)) != len(prints):
            raise Wrong("two results have one fingerprint")
        for result in run["results"]:
            if rules[result["ruleIndex"]]["id"] != result["ruleId"]:  # 3.27.6
                raise Wrong("ruleIndex and ruleId name different rules")
            if (result["kind"] != "fail") != (result["level"] == "none"):  # 3.27.10
                raise Wrong(f"kind {result['kind']} with level {result['level']}")
        check_uris(run)


def main():
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            log = json.load(file)
        try:
            check(log, "log", "")
            check_prose(log)
        except Wrong as wrong:
            sys.exit(f"{path}: {wrong}")
        print(f"{len(log['runs'][0]['results'])} results, {len(log['runs'][0]['tool']['driver']['rules'])} rules")


main()
