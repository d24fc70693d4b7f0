#!/usr/bin/env python3
"""The mandatory tests of CSAF 2.0 (OASIS, section 6.1) that a document of ours can meet: those of product ids,
statuses, scores, names, history and profiles. Not here are those of what we never write: groups of products,
translations, involvements, hashes, weaknesses, single CVSS metrics. The schema is held by schema_check.py.

    csaf_check.py FILE...
    csaf_check.py --suite FOLDER      each test against OASIS's own documents: it must find what it is for
"""
import datetime
import json
import os
import re
import subprocess
import sys

TESTS = {}
PROFILES = ("csaf_base", "csaf_security_incident_response", "csaf_informational_advisory", "csaf_security_advisory",
            "csaf_vex")
CONTRADICTING = (("first_affected", "known_affected", "last_affected"), ("known_not_affected",),
                 ("first_fixed", "fixed"), ("under_investigation",))


def test(number):
    def keep(function):
        TESTS[number] = function
        return function
    return keep


def vulnerabilities(d):
    return d.get("vulnerabilities", [])


def walk_branches(branches):
    for branch in branches:
        yield branch
        yield from walk_branches(branch.get("branches", []))


def full_names(d):
    tree = d.get("product_tree", {})
    yield from tree.get("full_product_names", [])
    yield from (branch["product"] for branch in walk_branches(tree.get("branches", [])) if "product" in branch)
    yield from (relation["full_product_name"] for relation in tree.get("relationships", []))


def groups(d):
    return {group["group_id"]: group["product_ids"] for group in d.get("product_tree", {}).get("product_groups", [])}


def products_of(d, item):
    named = list(item.get("product_ids", []))
    for group in item.get("group_ids", []):
        named += groups(d).get(group, [])
    return named


def referenced(d):
    for relation in d.get("product_tree", {}).get("relationships", []):
        yield relation["product_reference"]
        yield relation["relates_to_product_reference"]
    for products in groups(d).values():
        yield from products
    for v in vulnerabilities(d):
        for products in v.get("product_status", {}).values():
            yield from products
        for score in v.get("scores", []):
            yield from score["products"]
        for kind in ("remediations", "threats", "flags"):
            for item in v.get(kind, []):
                yield from item.get("product_ids", [])


def in_status(v, *kinds):
    return {product for kind in kinds for product in v.get("product_status", {}).get(kind, [])}


def history(d):
    return d["document"]["tracking"]["revision_history"]


def instant(text):
    return datetime.datetime.fromisoformat(re.sub(r"\.\d+", "", text).replace("Z", "+00:00"))


def is_semantic(number):
    return "." in number


def major(number):
    return int(re.match(r"\d+", number).group())


def order(number):
    core, _, before = number.partition("+")[0].partition("-")
    return [int(part) for part in core.split(".")], not before, before


def core_of(number):
    return number.partition("+")[0].partition("-")[0]


def newest(d):
    return max(history(d), key=lambda revision: (instant(revision["date"]), order(revision["number"])))["number"]


def profile(d):
    return d["document"]["category"]


def is_vex(d):
    return profile(d) == "csaf_vex"


@test("6.1.1")
def undefined_product(d):
    known = {name["product_id"] for name in full_names(d)}
    return [f"{product} is not defined" for product in referenced(d) if product not in known]


@test("6.1.2")
def defined_twice(d):
    seen = [name["product_id"] for name in full_names(d)]
    return [f"{product} is defined twice" for product in set(seen) if seen.count(product) > 1]


@test("6.1.3")
def circular(d):
    of = {}
    for relation in d.get("product_tree", {}).get("relationships", []):
        of.setdefault(relation["full_product_name"]["product_id"], set()).update(
            (relation["product_reference"], relation["relates_to_product_reference"]))
    wrong = []
    for start in of:
        seen, todo = set(), [start]
        while todo:
            for part in of.get(todo.pop(), ()):
                if part == start:
                    wrong.append(f"{start} is made of itself")
                if part not in seen:
                    seen.add(part)
                    todo.append(part)
    return wrong


@test("6.1.6")
def contradicting_status(d):
    wrong = []
    for v in vulnerabilities(d):
        sets = [in_status(v, *kinds) for kinds in CONTRADICTING]
        wrong += [f"{product} has two statuses" for i, a in enumerate(sets) for b in sets[i + 1:] for product in a & b]
    return wrong


@test("6.1.7")
def scored_twice(d):
    wrong = []
    for v in vulnerabilities(d):
        seen = [(product, score[kind]["version"]) for score in v.get("scores", []) for kind in ("cvss_v2", "cvss_v3")
                if kind in score for product in score["products"]]
        wrong += [f"{pair} is scored twice" for pair in set(seen) if seen.count(pair) > 1]
    return wrong


@test("6.1.9")
def miscomputed(d):
    scores = [score[kind] for v in vulnerabilities(d) for score in v.get("scores", []) for kind in ("cvss_v2", "cvss_v3")
              if kind in score]
    if not scores:
        return []
    said = subprocess.run(["aftercare", "cvss", "--format", "json"] + [score["vectorString"] for score in scores],
                          stdout=subprocess.PIPE, check=False).stdout
    wrong = []
    for score, computed in zip(scores, json.loads(said)):
        if computed.get("base") != score["baseScore"]:
            wrong.append(f"{score['vectorString']} is not {score['baseScore']}")
        if "baseSeverity" in score and score["baseSeverity"] != band(score["baseScore"]):
            wrong.append(f"{score['baseScore']} is not {score['baseSeverity']}")
    return wrong


def band(score):
    return next(name for least, name in ((9, "CRITICAL"), (7, "HIGH"), (4, "MEDIUM"), (0.1, "LOW"), (0, "NONE"))
                if score >= least)


@test("6.1.13")
def bad_purl(d):
    purls = [name["product_identification_helper"]["purl"] for name in full_names(d)
             if "purl" in name.get("product_identification_helper", {})]
    return [purl for purl in purls
            if subprocess.run(["aftercare", "purl", purl], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              check=False).returncode]


@test("6.1.14")
def unsorted_history(d):
    by_date = sorted(history(d), key=lambda revision: (instant(revision["date"]), order(revision["number"])))
    numbers = [revision["number"] for revision in by_date]
    return [] if numbers == sorted(numbers, key=order) else ["revisions are not in order"]


@test("6.1.16")
def not_the_newest(d):
    version, last = d["document"]["tracking"]["version"], newest(d)
    if d["document"]["tracking"]["status"] == "draft":
        version, last = core_of(version), core_of(last)
    return [] if version.partition("+")[0] == last.partition("+")[0] else [f"version {version}, newest is {last}"]


@test("6.1.17")
def final_draft(d):
    tracking = d["document"]["tracking"]
    early = major(tracking["version"]) == 0 or "-" in tracking["version"]
    return ["a draft's version on no draft"] if early and tracking["status"] != "draft" else []


@test("6.1.18")
def released_zero(d):
    tracking = d["document"]["tracking"]
    return [revision["number"] for revision in history(d)
            if tracking["status"] != "draft" and major(revision["number"]) == 0]


@test("6.1.19")
def early_revision(d):
    return [revision["number"] for revision in history(d) if "-" in revision["number"].partition("+")[0]]


@test("6.1.20")
def early_version(d):
    tracking = d["document"]["tracking"]
    return [tracking["version"]] if tracking["status"] != "draft" and "-" in tracking["version"] else []


@test("6.1.21")
def missing_revision(d):
    numbers = sorted({major(revision["number"]) for revision in history(d)})
    missing = set(range(numbers[0], numbers[-1] + 1)) - set(numbers)
    return [f"revision {number} is missing" for number in missing] + (["begins late"] if numbers[0] > 1 else [])


@test("6.1.22")
def revision_twice(d):
    numbers = [revision["number"] for revision in history(d)]
    return [number for number in set(numbers) if numbers.count(number) > 1]


@test("6.1.23")
def cve_twice(d):
    cves = [v["cve"] for v in vulnerabilities(d) if "cve" in v]
    return [cve for cve in set(cves) if cves.count(cve) > 1]


@test("6.1.26")
def prohibited_category(d):
    name = profile(d)
    if name in PROFILES:
        return []
    bare = re.sub(r"[\s_-]", "", name.lower())
    names = [re.sub("_", "", known) for known in PROFILES] + [re.sub("_", "", known[5:]) for known in PROFILES
                                                              if known != "csaf_base"]
    return [name] if name.lower().startswith("csaf_") or bare in names else []


@test("6.1.27.4")
def no_tree(d):
    needs = is_vex(d) or profile(d) == "csaf_security_advisory"
    return ["no product_tree"] if needs and "product_tree" not in d else []


@test("6.1.27.5")
def no_notes(d):
    needs = is_vex(d) or profile(d) == "csaf_security_advisory"
    return ["no notes" for v in vulnerabilities(d) if needs and not v.get("notes")]


@test("6.1.27.7")
def no_status(d):
    kinds = ("fixed", "known_affected", "known_not_affected", "under_investigation")
    return ["no status" for v in vulnerabilities(d) if is_vex(d) and not in_status(v, *kinds)]


@test("6.1.27.8")
def no_name(d):
    return ["no cve, no ids" for v in vulnerabilities(d) if is_vex(d) and "cve" not in v and "ids" not in v]


@test("6.1.27.9")
def no_impact(d):
    wrong = []
    for v in vulnerabilities(d) if is_vex(d) else []:
        reasons = v.get("flags", []) + [threat for threat in v.get("threats", []) if threat["category"] == "impact"]
        told = {product for reason in reasons for product in products_of(d, reason)}
        wrong += [f"{product} has no reason" for product in in_status(v, "known_not_affected") - told]
    return wrong


@test("6.1.27.10")
def no_action(d):
    wrong = []
    for v in vulnerabilities(d) if is_vex(d) else []:
        told = {product for item in v.get("remediations", []) for product in products_of(d, item)}
        wrong += [f"{product} has no remediation" for product in in_status(v, "known_affected") - told]
    return wrong


@test("6.1.27.11")
def no_vulnerabilities(d):
    needs = is_vex(d) or profile(d) == "csaf_security_advisory"
    return ["no vulnerabilities"] if needs and not vulnerabilities(d) else []


@test("6.1.29")
def loose_remediation(d):
    return ["a remediation of nothing" for v in vulnerabilities(d) for item in v.get("remediations", [])
            if "product_ids" not in item and "group_ids" not in item]


@test("6.1.30")
def mixed_versions(d):
    kinds = {is_semantic(revision["number"]) for revision in history(d)}
    return ["two kinds of versions"] if len(kinds | {is_semantic(d["document"]["tracking"]["version"])}) > 1 else []


@test("6.1.31")
def range_as_version(d):
    words = re.compile(r"<|>|(?<!\S)(after|all|before|earlier|later|prior|versions)(?!\S)", re.IGNORECASE)
    return [branch["name"] for branch in walk_branches(d.get("product_tree", {}).get("branches", []))
            if branch["category"] == "product_version" and words.search(branch["name"])]


@test("6.1.32")
def loose_flag(d):
    return ["a flag of nothing" for v in vulnerabilities(d) for flag in v.get("flags", [])
            if "product_ids" not in flag and "group_ids" not in flag]


@test("6.1.33")
def flagged_twice(d):
    wrong = []
    for v in vulnerabilities(d):
        flagged = [product for flag in v.get("flags", []) for product in products_of(d, flag)]
        wrong += [f"{product} has two flags" for product in set(flagged) if flagged.count(product) > 1]
    return wrong


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def check_suite(folder):
    found = wrong = 0
    for group in read(os.path.join(folder, "testcases.json"))["tests"]:
        for case in group["failures"] + group.get("valid", []):
            path = os.path.join(folder, case["name"])
            if group["id"] not in TESTS or not os.path.exists(path):
                continue
            said = TESTS[group["id"]](read(path))
            found += 1
            if bool(said) == case["valid"]:
                wrong += 1
                print(f"{group['id']}: {os.path.basename(path)} is {'' if case['valid'] else 'not '}valid, said: {said}")
    print(f"{len(TESTS)} tests over {found} documents, {wrong} wrong")
    return wrong


def check_files(paths):
    wrong = [f"{path}: {number}: {said}" for path in paths for number in TESTS for said in TESTS[number](read(path))]
    print("\n".join(wrong + [f"{len(paths)} documents, {len(wrong)} errors"]))
    return len(wrong)


sys.exit((check_suite(sys.argv[2]) if sys.argv[1] == "--suite" else check_files(sys.argv[1:])) > 0)
