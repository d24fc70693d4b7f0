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


def verify():
    wrong = list(wrong_files())
    files = sum(1 for _ in open("SHA256SUMS", encoding="utf-8"))
    lines = open("trail.jsonl", "rb").readlines()
    wrong_entries, whole = verify_trail(lines, json.load(open("index.json", encoding="utf-8")))
    wrong += wrong_entries
    print(*wrong, sep="\n", end="\n" if wrong else "")
    print(f"{files} files, {len(lines)} entries of the trail, {len(whole)} of them whole: "
          f"{len(wrong) or 'no'} fault{'' if len(wrong) == 1 else 's'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    os.chdir(os.path.dirname(os.path.abspath(__file__)))
    sys.exit(verify())
