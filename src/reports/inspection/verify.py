"""Verifies the files and the audit trail of this folder; needs nothing but Python 3. Exit 1 if anything is wrong."""
import hashlib
import json
import os
import sys
from datetime import datetime, timedelta

TEXTS = ("who", "what", "object", "old", "new", "why")


def wrong_files():
    """Each file that is not as SHA256SUMS lists it."""
    listed = {"SHA256SUMS"}
    for line in open("SHA256SUMS", encoding="utf-8"):
        digest, name = line.rstrip("\n").split("  ", 1)
        listed.add(name)
        if not os.path.isfile(name):
            yield f"{name} is missing"
        elif hashlib.sha256(open(name, "rb").read()).hexdigest() != digest:
            yield f"{name} was changed"
    for folder, _, names in os.walk("."):
        for name in names:
            path = os.path.relpath(os.path.join(folder, name), ".")
            if path not in listed and not path.startswith("__pycache__"):
                yield f"{path} is not listed"


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
    """What is wrong with the trail, and its entries that are whole. It ends at the head that index.json tells."""
    wrong, whole, last = [], [], "00" * 32
    for number, line in enumerate(lines, 1):
        try:
            e = json.loads(line)
            check_types(e)
            if e["number"] != number or e["previous"] != last:
                wrong.append(f"entry {e['number']} does not follow the one before")
            last = e["digest"]
            if "withheld" not in e:
                whole.append(e)
                if seal(e) != e["digest"]:
                    wrong.append(f"entry {number} was changed")
                    continue
            if written(e) != line:
                wrong.append(f"entry {number} was changed: its line is not what the trail writes of it")
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
            wrong.append(f"line {number} is no entry of the trail")
    if (len(lines), last) != (index["head"], index["head_digest"]):
        wrong.append("the trail does not end where index.json says")
    return wrong, whole


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


def differs(shown, told):
    """Names what is shown otherwise than it was told; what a finding is matched by stands elsewhere in the report."""
    for key in ("kind", "who"):
        if shown[key] != told[key]:
            yield key
    if shown["at"] != instant(told["at_us"]):
        yield "at"
    if (shown["replaces"] or 0) != told.get("replaces", 0):
        yield "replaces"
    for part in ("facts", "more"):
        keys = set(shown[part]) if told["kind"] == "finding" else set(shown[part]) | set(told[part])
        yield from sorted(key for key in keys if shown[part].get(key) != told[part].get(key))


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
    yield from wrong_signatures(casefile, records, signatures,
                                [(s["entry"], r["number"], s) for r in report["records"] for s in r["signatures"]])


def wrong_facts(casefile, facts, records, signatures):
    """What the rules were asked with was stated in records; who signed an assessment is among its approvers."""
    signers = {s["full_name"] for s in signatures.values()}
    replaced = {r.get("replaces") for r in records.values()}
    stated = [r["facts"] for n, r in records.items() if n not in replaced]
    for key, value in facts.items():
        if key in ("device", "firm", "isao", "policy") or not isinstance(value, (dict, list)):
            continue
        if value == {"made": False} and not any(r["kind"] == key for r in records.values()):
            continue
        for item in value if isinstance(value, list) else [value]:
            if item and not any(is_stated(item, f, signers, key == "vulnerability") for f in (
                    [merged(records)] if key == "vulnerability" else stated)):
                yield f"casefile {casefile}: {key} of facts.json are not what a record states"


def merged(records):
    """The vulnerability is stated bit by bit."""
    out = {}
    for n in sorted(records):
        if records[n]["kind"] == "vulnerability":
            out.update(records[n]["facts"])
    return out


def is_stated(item, told, signers, in_part):
    if not isinstance(item, dict):
        return True
    approvers = set(item.get("approvers", []))
    if not set(told.get("approvers", [])) <= approvers <= set(told.get("approvers", [])) | signers:
        return False
    rest = {key: value for key, value in item.items() if key != "approvers"}
    other = {key: value for key, value in told.items() if key != "approvers"}
    return rest == other


def once(pairs):
    """A key that stands twice would be read in two ways."""
    if len(dict(pairs)) != len(pairs):
        raise ValueError
    return dict(pairs)


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file, object_pairs_hook=once)


def wrong_casefiles(entries):
    for folder in sorted(name for name in os.listdir(".") if name.startswith("casefile-")):
        casefile = int(folder[len("casefile-"):])
        try:
            told = told_of(entries, casefile)
            yield from wrong_report(casefile, read_json(f"{folder}/report.json"), *told)
            yield from wrong_facts(casefile, read_json(f"{folder}/facts.json"), *told[1:])
        except (ValueError, KeyError, TypeError, AttributeError, OSError):
            yield f"casefile {casefile}: report.json or facts.json cannot be read"


def verify():
    wrong = list(wrong_files())
    files = sum(1 for _ in open("SHA256SUMS", encoding="utf-8"))
    lines = open("trail.jsonl", "rb").readlines()
    wrong_entries, whole = verify_trail(lines, json.load(open("index.json", encoding="utf-8")))
    wrong += wrong_entries
    wrong += wrong_casefiles(whole)
    print(*wrong, sep="\n", end="\n" if wrong else "")
    print(f"{files} files, {len(lines)} entries of the trail, {len(whole)} of them whole: "
          f"{len(wrong) or 'no'} fault{'' if len(wrong) == 1 else 's'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    os.chdir(os.path.dirname(os.path.abspath(__file__)))
    sys.exit(verify())
