"""Verifies the files and the audit trail of this folder; needs nothing but Python 3. Exit 1 if anything is wrong."""
import hashlib
import json
import os
import sys
from datetime import datetime, timedelta

TEXTS = ("who", "what", "object", "old", "new", "why")


def digest_of(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def files_here():
    for folder, _, names in os.walk("."):
        for path in (os.path.relpath(os.path.join(folder, name), ".") for name in names):
            if not path.startswith("__pycache__" + os.sep + "verify."):  # what Python leaves where this is imported
                yield path


def wrong_files():
    """Each file that is not as SHA256SUMS lists it."""
    listed = {"SHA256SUMS"}
    for line in open("SHA256SUMS", encoding="utf-8"):
        digest, name = line.rstrip("\n").split("  ", 1)
        listed.add(name)
        if not os.path.isfile(name):
            yield f"{name} is missing"
        elif digest_of(name) != digest:
            yield f"{name} was changed"
    yield from (f"{path} is not listed" for path in files_here() if path not in listed)


def check_types(e):
    numbers = ["number"] if "withheld" in e else ["number", "at_us"]
    texts = [] if "withheld" in e else [key for key in TEXTS if e[key] is not None]
    if any(type(e[key]) is not int for key in numbers) or any(type(e[key]) is not str for key in texts):
        raise TypeError


def written(e):
    """The line that the trail writes of an entry: what stands in it and is not under the seal follows from what is."""
    told = {"number": e["number"]}
    if "withheld" in e:
        told["withheld"] = True
    else:
        at = datetime(1970, 1, 1) + timedelta(microseconds=e["at_us"])
        told["at"] = at.isoformat() + "Z"
        told["at_us"] = e["at_us"]
        told.update((key, e[key]) for key in TEXTS)
    told["previous"] = bytes.fromhex(e["previous"]).hex()
    told["digest"] = bytes.fromhex(e["digest"]).hex()
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return (text.replace("\x7f", "\\u007f") + "\n").encode("utf-8")


def seal(e):
    h = hashlib.sha256(b"aftercare trail 1\0" + bytes.fromhex(e["previous"]))
    h.update(e["number"].to_bytes(8, "big", signed=True) + e["at_us"].to_bytes(8, "big", signed=True))
    for key in TEXTS:
        text = (e[key] or "").encode("utf-8")
        h.update(bytes([e[key] is not None]) + len(text).to_bytes(8, "big") + text)
    return h.hexdigest()


def verify_trail(lines, index):
    """What is wrong with the trail, and its entries that are whole. The last is behind the head that index.json tells."""
    wrong, whole, last, before = [], [], "00" * 32, ""
    for number, line in enumerate(lines, 1):
        try:
            e = json.loads(line)
            check_types(e)
            if e["number"] != number or e["previous"] != last:
                wrong.append(f"entry {e['number']} does not follow the one before")
            before, last = e["previous"], e["digest"]
            if "withheld" not in e:
                whole.append(e)
                if seal(e) != e["digest"]:
                    wrong.append(f"entry {number} was changed")
                    continue
            if written(e) != line:
                wrong.append(f"entry {number} was changed: its line is not what the trail writes of it")
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
            wrong.append(f"line {number} is no entry of the trail")
    if (len(lines) - 1, before) != (index["head"], index["head_digest"]):
        wrong.append("the last entry of the trail is not behind the one that index.json says")
    return wrong, whole


NOT_TOLD = {"SHA256SUMS", "trail.jsonl", "checkpoint.json"}
LISTS = {"index.json", "index.html"}


def wrong_contents(entries, lines, index):
    """The last entry tells the digest of each file and of the lines before it, and the index lists the files."""
    here = {path: digest_of(path) for path in files_here()}
    last = entries[-1] if entries and entries[-1]["number"] == len(lines) else None
    if last is None or last["what"] != "inspection.files":
        yield "the last entry of trail.jsonl does not tell which files the package has"
        return
    told = json.loads(last["new"])
    if hashlib.sha256(b"".join(lines[:-1])).hexdigest() != told.get("trail"):
        yield "the lines of trail.jsonl before the last are not what the last entry tells"
    for path in sorted((set(here) | set(told["files"])) - NOT_TOLD):
        if here.get(path) != told["files"].get(path):
            yield f"{path} is not what the last entry of the trail tells"
    if os.path.isfile("checkpoint.json"):
        signed = read_json("checkpoint.json")
        if (signed.get("entry"), signed.get("digest")) != (last["number"], last["digest"]):
            yield "checkpoint.json is not about the last entry of trail.jsonl"
    for number, file in enumerate(index["files"], 1):
        if here.get(file["name"]) != file["sha256"]:
            yield f"index.json lists a file, number {number}, that is another"
    for path in sorted(set(told["files"]) - LISTS - {file["name"] for file in index["files"]}):
        yield f"index.json does not list {path}"
    if index["casefiles"] != ", ".join(map(str, told["casefiles"])):
        yield "index.json does not name the casefiles that the package is about"


def instant(at_us):
    return (datetime(1970, 1, 1) + timedelta(microseconds=at_us)).isoformat() + "Z"


def field(text):
    return bytes([text is not None]) + len(text or "").to_bytes(8, "big") + (text or "").encode("utf-8")


def number(n):
    return n.to_bytes(8, "big", signed=True)


def raw_parts(new):
    """Facts and more of a record as they stand in the entry, byte for byte: a signature covers them so."""
    parts, at = {}, 0
    for key in ("facts", "more"):
        at = new.index(f'"{key}":', at) + len(key) + 3
        end = json.JSONDecoder().raw_decode(new, at)[1]
        parts[key] = new[at:end]
        at = end
    return parts


def told_of(entries, casefile):
    """What the sealed entries tell of a casefile: its opening, its records by number, its signatures by entry."""
    opening, records, signatures = {}, {}, {}
    for e in entries:
        if e["object"] != f"casefile {casefile}" or not e["new"]:
            continue
        new = json.loads(e["new"])
        if e["what"] == "casefile.open":
            opening = {**new, "at": instant(e["at_us"])}
        elif e["what"] == "casefile.rename":
            opening = {**opening, **new}
        elif e["what"].startswith("casefile.") and "record" in new:
            records[new["record"]] = {**new, "raw": raw_parts(e["new"]), "at_us": e["at_us"], "who": e["who"]}
        elif e["what"].startswith("sign."):
            signatures[e["number"]] = {**new, "name": e["who"], "at_us": e["at_us"]}
    return opening, records, signatures


def settings_of(entries):
    """What the entries state for all casefiles: the last of each setting and device, and every policy."""
    settings = {"devices": {}, "policies": [], "time_zone": "UTC", "made_at_us": entries[-1]["at_us"] if entries else 0}
    for e in entries:
        if e["object"] in ("setting time_zone", "setting firm", "setting isao") and e["new"]:
            settings[e["object"][len("setting "):]] = json.loads(e["new"])
        elif e["what"] in ("device.add", "device.set") and e["new"]:
            settings["devices"][e["object"]] = json.loads(e["new"])
        elif e["what"] == "program.policy" and e["new"]:
            settings["policies"].append(json.loads(e["new"]))
    return settings


def content_of(casefile, r):
    """The digest that a signature on the record must cover."""
    texts = (f"casefile {casefile}", str(r["record"]), r["kind"], str(r.get("replaces", 0)), r["raw"]["facts"],
             r["raw"]["more"], str(r["at_us"]), r["who"])
    return hashlib.sha256(b"aftercare record 1\0" + number(len(texts)) + b"".join(map(field, texts))).hexdigest()


def seal_of(casefile, s):
    return hashlib.sha256(b"aftercare signature 1\0" + bytes.fromhex(s["content"]) + number(s["record"]) +
                          number(s["at_us"]) + b"".join(map(field, (f"casefile {casefile}", s["name"], s["full_name"],
                                                                     s["meaning"])))).hexdigest()


def wrong_signatures(casefile, records, told, shown):
    """A signature is as its entry tells it, it fits what it signs, and the report shows it so."""
    for entry, s in told.items():
        where = f"the signature of entry {entry}"
        r = records.get(s["record"])
        if seal_of(casefile, s) != s["seal"]:
            yield f"{where} was changed: its content does not give its seal"
        if r is None or content_of(casefile, r) != s["content"]:
            yield f"{where} does not cover record {s['record']} of casefile {casefile}"
        if entry not in (at for at, _, _ in shown):
            yield f"casefile {casefile}: {where} is not shown"
    for entry, record, s in shown:
        t = told.get(entry)
        if t is None or (t["record"], instant(t["at_us"])) != (record, s["at"]) or not s["holds"] or any(
                s[key] != t[key] for key in ("name", "full_name", "meaning", "content", "seal")):
            yield f"casefile {casefile}: the signature on record {record} by {s['full_name']} is not what entry {entry} tells"


def as_shown(part):
    """A part of a record as the report shows it: lists and objects of scalars as keys of their own."""
    out = {}
    for key, value in part.items():
        if isinstance(value, list):
            texts = [item for item in value if isinstance(item, str)]
            for i, item in enumerate(value):
                out.update((f"{key}[{i}].{k}", v) for k, v in (item.items() if isinstance(item, dict) else ()))
            out.update({key: texts} if texts else {})
        elif isinstance(value, dict):
            out.update((f"{key}.{k}", v) for k, v in value.items())
        else:
            out[key] = value
    return out


def differs(shown, told):
    """Names what is shown otherwise than it was told; what a finding says more stands elsewhere in the report."""
    for key in ("kind", "who"):
        if shown[key] != told[key]:
            yield key
    if shown["at"] != instant(told["at_us"]):
        yield "at"
    if (shown["replaces"] or 0) != told.get("replaces", 0):
        yield "replaces"
    for part in ("facts", "more")[:1 if told["kind"] == "finding" else 2]:
        stated = as_shown(told[part])
        yield from sorted(key for key in set(shown[part]) | set(stated)
                          if key not in shown[part] or key not in stated or shown[part][key] != stated[key])


def is_told(shown, told):
    """What is shown of a finding is what its record keeps; it keeps more."""
    return all(is_told(value, told[key]) if isinstance(value, dict) else key == "record" or value == told[key]
               for key, value in shown.items())


def wrong_findings(casefile, shown, records):
    told = [(n, f) for n in sorted(records) if records[n]["kind"] == "finding"
            for f in records[n]["more"].get("findings", [])]
    for i, (n, finding) in enumerate(told, 1):
        if i > len(shown) or shown[i - 1]["record"] != n or not is_told(shown[i - 1], finding):
            yield f"casefile {casefile}: finding {i} of report.json is not what the entry of record {n} tells"
    if len(shown) != len(told):
        yield (f"casefile {casefile}: findings of report.json are {len(shown)}, "
               f"and the entries tell of {len(told)}")


def wrong_report(casefile, report, opening, records, signatures):
    if report["casefile"]["number"] != casefile:
        yield f"casefile-{casefile}/report.json is about casefile {report['casefile']['number']}"
    for key, told in (("title", "title"), ("vulnerability", "vulnerability"), ("opened_at", "at")):
        if report["casefile"][key] != opening.get(told):
            yield f"casefile {casefile}: {key} is not what its opening tells"
    shown = {r["number"]: r for r in report["records"]}
    for n in sorted(set(shown) | set(records)):
        if n not in shown:
            yield f"casefile {casefile}: record {n} is missing in report.json"
        elif n not in records:
            yield f"casefile {casefile}: no entry tells of record {n} of report.json"
        else:
            for key in differs(shown[n], records[n]):
                yield f"casefile {casefile}: {key} of record {n} in report.json is not what its entry tells"
    yield from wrong_findings(casefile, report["findings"], records)
    yield from wrong_signatures(casefile, records, signatures,
                                [(s["entry"], r["number"], s) for r in report["records"] for s in r["signatures"]])


# Where the facts of a kind of record stand, whether as a list, and what stands there without a record.
KINDS = (("vulnerability", "vulnerability", False, None), ("assessment", "assessments", True, None),
         ("clock_decision", "clock_decision", False, None), ("event", "events", True, None),
         ("communication", "communications", True, None), ("control", "controls", True, None),
         ("plan", "plan", False, {"made": False}), ("fix", "fixes", True, None),
         ("correction", "correction", False, None), ("supplement", "supplements", True, None),
         ("premarket_evaluation", "premarket_evaluations", True, None),
         ("periodic_report", "periodic_report", False, None))

# What facts say where nobody stated it.
UNSTATED = {
    ("communications", "describes_impact"): False, ("communications", "states_efforts"): False,
    ("communications", "states_fix_or_strategy"): False, ("communications", "compensating_controls"): "omitted",
    ("plan", "timeline_rationale"): "", ("fixes", "residual_risk"): "unknown",
}
# What facts say beside what a record of the kind states, or in its place: values, and days that others tell.
FOLLOWING = {
    ("vulnerability", "kev_listed"): ([True], ()), ("events", "entered_after_closure"): ([True], ()),
    ("events", "decided_after_report"): ([True], ()),
    ("events", "not_reportable_on"): ([], ("mdr_rationale",)),
    ("communications", "isao_member"): ([True, False], ()), ("plan", "first_on"): ([], ("plan",)),
    ("fixes", "validated"): ([False], ()), ("fixes", "validated_on"): ([], ("validation",)),
    ("fixes", "available_on"): ([], ("distribution", "fix")),
    ("fixes", "distributed_on"): ([], ("distribution", "validation")), ("correction", "units_released"): (None, ()),
    ("extensions", "entered_after_report"): ([True], ()),
    ("device", "last_distributed_on"): (None, ()), ("device", "support"): (["end_of_support"], ()),
}
DEVICE_FACTS = ("class", "pathway", "marketed", "investigational", "cyber_device", "combination_product",
                "constituent_part_applicant", "approved_on", "periodic_report", "periodic_report_on",
                "periodic_interval_months", "support", "expected_life_years", "last_distributed_on")


def standing(records, n):
    """The record that stands in the place of this one."""
    for later in sorted(records):
        if later > n and records[later].get("replaces") == n:
            n = later
    return records[n]


def items_of(records, kind):
    return [standing(records, n)["facts"] for n in sorted(records)
            if records[n]["kind"] == kind and not records[n].get("replaces")]


def last_of(records, kind):
    numbers = [n for n in sorted(records) if records[n]["kind"] == kind]
    return dict(records[numbers[-1]]["facts"]) if numbers else None


def stated_facts(opening, records, settings):
    """The facts as the records state them."""
    out = {"time_zone": settings["time_zone"]}
    out.update((key, settings[key]) for key in ("firm", "isao") if key in settings)
    for kind, key, is_list, none in KINDS:
        value = items_of(records, kind) if is_list else last_of(records, kind)
        if kind == "correction" and any(r["kind"] == "extension" for r in records.values()):
            value = {**(value or {}), "extensions": items_of(records, "extension")}
        value = none if value is None else value
        if value is not None and (is_list or value):
            out[key] = value
    if "vulnerability" in out and any(r["kind"] == "renaming" for r in records.values()):
        out["vulnerability"]["id"] = opening["vulnerability"]
    device = settings["devices"].get(f"device {opening.get('device_number')}", {})
    out["device"] = {key: device[key] for key in DEVICE_FACTS if key in device}
    if device.get("product_code"):
        out["device"]["product_code"] = device["product_code"][0]
    return out


def is_day_of(records, kinds, shown):
    """Does a record of these kinds tell of the day? shown None: is there any?"""
    return any(shown is None or shown in (part.get("on"), part.get("first_on"), part.get("distributed_on"))
               for r in records.values() if r["kind"] in kinds for part in (r["facts"], r["more"]))


def is_stated(records, kind, key, shown):
    return any(shown == part.get(key) for r in records.values() if r["kind"] == kind
               for part in (r["facts"], r["more"]))


def is_distribution(records, one):
    """Is it as a record of a distribution tells it, or a day that a fix states?"""
    told = any(all(one.get(key) == r["more"].get(key) for key in ("on", "release", "units"))
               for r in records.values() if r["kind"] == "distribution")
    told = told or "release" not in one and is_stated(records, "fix", "distributed_on", one.get("on"))
    passed, failed = one.get("validated_on"), one.get("failed_on")
    return (told and (passed is None or is_stated(records, "validation", "on", passed)
                      or is_stated(records, "fix", "validated_on", passed))
            and (failed is None or is_stated(records, "validation", "on", failed)
                 or is_stated(records, "distribution", "on", failed)))


def follows(records, signers, key, member, shown, stated):
    if (key, member) == ("assessments", "approvers"):
        return set(stated or []) <= set(shown or []) <= set(stated or []) | signers
    if (key, member) == ("fixes", "distributions"):
        return isinstance(shown, list) and all(is_distribution(records, one) for one in shown)
    if (key, member) in UNSTATED:
        return stated is None and shown == UNSTATED[key, member]
    values, kinds = FOLLOWING.get((key, member), ([], ()))
    return values is None or shown in values or is_day_of(records, kinds, shown)


def wrong_members(records, signers, key, shown, stated, path):
    for member in sorted(set(shown) | set(stated)):
        if member in shown and member in stated and shown[member] == stated[member]:
            continue
        if not follows(records, signers, key, member, shown.get(member), stated.get(member)):
            yield f"{path}.{member}"


def wrong_keys(facts, stated, records, signers):
    for key in sorted((set(facts) | set(stated)) - {"today", "policy", "closed_on", "releases_concerned"}):
        shown, told = facts.get(key), stated.get(key)
        if isinstance(shown, list) and isinstance(told, list) and len(shown) == len(told):
            for i, pair in enumerate(zip(shown, told)):
                yield from wrong_members(records, signers, key, *pair, f"{key}[{i}]")
        elif isinstance(shown, list) and isinstance(told, list):
            yield f"{key} ({len(shown)}, and they state {len(told)})"
        elif isinstance(shown or told, dict):
            yield from wrong_members(records, signers, key, shown or {}, told or {}, key)
        elif shown != told:
            yield key


def beside(document):
    """Extensions are a list within the correction: beside it they are held as the others are."""
    correction = {key: value for key, value in document.get("correction", {}).items() if key != "extensions"}
    out = {key: value for key, value in document.items() if key != "correction"}
    out.update({"correction": correction} if "correction" in document else {})
    out.update({"extensions": document["correction"]["extensions"]} if "extensions" in document.get("correction", {})
               else {})
    return out


def is_policy(facts, records, policies):
    """A version that an assessment was made under, or without one the last; the defaults are none."""
    shown = facts.get("policy")
    assessments = [r["more"] for r in records.values() if r["kind"] == "assessment"]
    for number in (more.get("policy_number") for more in assessments):
        if shown in policies if number is None else shown == (policies[number - 1] if number else None):
            return True
    return not assessments and shown == (policies[-1] if policies else None)


def closed_on(records):
    """The day of the last closing, unless the file was opened again."""
    day = None
    for n in sorted(records):
        if records[n]["kind"] in ("closure", "reopening"):
            day = records[n]["more"].get("closed_on") if records[n]["kind"] == "closure" else None
    return day


def wrong_facts(casefile, facts, opening, records, signatures, settings):
    """What the rules were asked with is what the entries state, with what follows from it."""
    signers = {s["full_name"] for s in signatures.values()}
    stated = stated_facts(opening, records, settings)
    made = datetime(1970, 1, 1) + timedelta(microseconds=settings["made_at_us"])
    wrong = list(wrong_keys(beside(facts), beside(stated), records, signers))
    if not is_policy(facts, records, settings["policies"]):
        wrong.append("policy")
    if facts.get("closed_on") != closed_on(records):
        wrong.append("closed_on")
    if abs(datetime.fromisoformat(facts["today"]) - made) > timedelta(days=2):
        wrong.append("today")
    yield from (f"casefile {casefile}: {key} of facts.json is not what the entries state" for key in wrong)


def kept_files(records):
    """Where the package has the file that a record keeps, and its digest."""
    for n, r in records.items():
        if r["kind"] in ("attachment", "report", "advisory") and "file" in r["more"]:
            name = "".join(chr(c) if c < 128 and (chr(c).isalnum() or chr(c) in "-_" or chr(c) == "." and i) else "_"
                           for i, c in enumerate(r["more"]["file"].encode("utf-8")[:100]))
            yield n, f"{r['kind']}-{n}/{name}", r["more"]["sha256" if r["kind"] == "attachment" else "digest"]


def wrong_kept(casefile, records):
    """Files that were attached or issued are those that their records keep."""
    folder = f"casefile-{casefile}"
    known = {f"{folder}/{name}" for name in ("report.json", "report.html", "report.pdf", "facts.json")}
    for n, name, digest in kept_files(records):
        known.add(f"{folder}/{name}")
        if not os.path.isfile(f"{folder}/{name}"):
            yield f"casefile {casefile}: {name}, which record {n} keeps, is missing"
        elif digest_of(f"{folder}/{name}") != digest:
            yield f"casefile {casefile}: {name} is not the file that record {n} keeps"
    for inner, _, names in os.walk(folder):
        for path in sorted(os.path.join(inner, name) for name in names):
            if path not in known:
                yield f"casefile {casefile}: no record keeps {os.path.relpath(path, folder)}"


def once(pairs):
    """A key that stands twice would be read in two ways."""
    if len(dict(pairs)) != len(pairs):
        raise ValueError
    return dict(pairs)


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file, object_pairs_hook=once)


def casefiles_of(entries):
    """Each that is told of whole, and each that has a folder."""
    told = (e["object"] for e in entries if e["object"] and e["object"].startswith("casefile "))
    shown = (name for name in os.listdir(".") if name.startswith("casefile-"))
    return sorted({int(name[len("casefile-"):]) for name in [*told, *shown]})


def wrong_casefiles(entries):
    settings = settings_of(entries)
    for casefile in casefiles_of(entries):
        told = told_of(entries, casefile)
        try:
            yield from wrong_report(casefile, read_json(f"casefile-{casefile}/report.json"), *told)
            yield from wrong_facts(casefile, read_json(f"casefile-{casefile}/facts.json"), *told, settings)
        except (ValueError, KeyError, TypeError, AttributeError, IndexError, OSError):
            yield f"casefile {casefile}: report.json or facts.json cannot be read"
        yield from wrong_kept(casefile, told[1])


def verify():
    wrong = list(wrong_files())
    files = sum(1 for _ in open("SHA256SUMS", encoding="utf-8"))
    lines = open("trail.jsonl", "rb").readlines()
    index = json.load(open("index.json", encoding="utf-8"))
    wrong_entries, whole = verify_trail(lines, index)
    wrong += wrong_entries
    wrong += wrong_contents(whole, lines, index)
    wrong += wrong_casefiles(whole)
    print(*wrong, sep="\n", end="\n" if wrong else "")
    print(f"{files} files, {len(lines)} entries of the trail, {len(whole)} of them whole: "
          f"{len(wrong) or 'no'} fault{'' if len(wrong) == 1 else 's'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    os.chdir(os.path.dirname(os.path.abspath(__file__)))
    sys.exit(verify())
