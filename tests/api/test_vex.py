"""Suppliers' statements: taken as a job, and what is told of each."""
import json
import re
from urllib.parse import quote

from people import enrol
from test_imports import ended, hand_in


def openvex(vulnerability, product, status="not_affected", **more):
    said = {"vulnerability": {"name": vulnerability}, "products": [{"@id": product}], "status": status, **more}
    if status == "not_affected":
        said.setdefault("justification", "vulnerable_code_not_present")
    return {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "https://vendor.example/vex-7", "author": "Vendor",
            "timestamp": "2026-10-01T00:00:00Z", "version": 1, "statements": [said]}


def take(who, document, **query):
    answer = who.ask("POST", "/api/v1/vex", body=json.dumps(document).encode(), query={"file": "vendor.json", **query},
                     headers={"Content-Type": "application/octet-stream"})
    return answer if answer.status != 202 else ended(who, answer.json["job"])


def one_finding(who):
    """A finding of a component that has a package URL, and that."""
    for row in who.get("/findings", limit=1000).json["items"]:
        place = "/".join(quote(row[key]) for key in ("device", "release", "vulnerability"))
        for found in who.get("/findings/" + place).json["items"]:
            purl = re.search(r"pkg:[^\"\\ ]+", json.dumps(found["component"]))
            if purl:
                return row["vulnerability"], purl.group(0)
    raise AssertionError("no component with a finding has a package URL")


def test_every_statement_is_told_of(server):
    server.begin()
    sam, = enrol(server, "sam")
    vulnerability, purl = one_finding(sam)
    document = openvex(vulnerability, purl)
    document["statements"].append({"vulnerability": {"name": "CVE-2026-9999"}, "status": "fixed",
                                   "products": [{"@id": "pkg:npm/nobody-has-this@1.0"}]})
    tried = take(sam, document, dry_run="1")
    assert tried["state"] == "done" and sam.get("/vex").json["count"] == 0, tried
    done = take(sam, document, why="they wrote to us")
    assert done["state"] == "done", done
    report, = done["result"]["documents"]
    assert (done["result"]["applied"], done["result"]["unmatched"]) == (1, 1), done
    assert report["file"] == "vendor.json" and report["document"] == "https://vendor.example/vex-7", report
    assert [one["outcome"] for one in report["statements"]] == ["applied", "unmatched"], report
    assert report["statements"][0]["reached"] and report["statements"][1]["why"], report
    kept, = sam.get("/vex").json["items"]
    assert kept["file"] == "vendor.json" and kept["author"] == "Vendor", kept
    assert sam.get(f"/vex/{kept['number']}").json["statements"] == report["statements"]
    entry, = sam.get("/trail", what="vex.import").json["items"]
    assert entry["who"] == "sam" and entry["why"] == "they wrote to us" and "/tmp" not in str(entry), entry
    again = take(sam, document)
    assert again["result"]["documents"][0]["fate"] == "unchanged" and sam.get("/vex").json["count"] == 1, again


def test_what_is_no_vex_fails_and_keeps_nothing(server):
    server.begin()
    sam, = enrol(server, "sam")
    for wrong in ({"a": 1}, {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": []}):
        failed = take(sam, wrong)
        assert failed["state"] == "failed" and failed["error"].startswith("vendor.json"), failed
    assert take(sam, openvex("CVE-2020-8622", "pkg:x/y"), release="1").status == 400
    assert take(sam, openvex("CVE-2020-8622", "pkg:x/y"), dry_run="yes").status == 400
    unknown = take(sam, openvex("CVE-2020-8622", "pkg:x/y"), device="Nothing")
    assert unknown["state"] == "failed" and "Nothing" in unknown["error"], unknown
    assert sam.get("/vex").json["count"] == 0 and not sam.get("/trail", what="vex.import").json["items"]
    assert sam.get("/vex/1").status in (404, 422) and hand_in(sam, "", b"{}", "/vex").status == 400


def test_who_may_not_is_refused_at_once(server):
    server.begin()
    rita, rhea = enrol(server, "rita", "rhea")
    for who in (rita, rhea):
        assert take(who, openvex("CVE-2020-8622", "pkg:npm/x@1")).status == 403
    assert rhea.get("/jobs").json["items"] == []
    refused = rita.get("/trail", what="refused").json["items"]
    assert [entry["who"] for entry in refused] == ["rhea", "rita"] and "vex.import" in refused[0]["why"], refused
