"""Kept matches brought up to date by a job, and the events."""
import json
import os
import sqlite3

from harness import ROOT
from people import enrol
from test_imports import ended, hand_in
from work import terminal, worker


def test_everything_is_matched_again(server):
    server.begin()
    sam, rita = enrol(server, "sam", "rita")
    current = ended(sam, sam.post("/match", {}).json["job"])
    assert current["state"] == "done" and current["result"]["matched"] is False, current
    started = sam.post("/match", {"full": True, "why": "to be sure"}, headers={"Idempotency-Key": "once"})
    again = sam.post("/match", {"full": True, "why": "to be sure"}, headers={"Idempotency-Key": "once"})
    assert started.status == again.status == 202 and started.json == again.json, again
    assert again.headers["Idempotency-Replayed"] == "true"
    done = ended(sam, started.json["job"])
    assert done["kind"] == "match.full" and done["result"] == {"matched": True, "run": None, "appeared": 0,
                                                                "vanished": 0, "changed": 0}, done
    entry, = [row for row in sam.get("/trail", what="match.full").json["items"] if row["who"] == "sam"]
    assert entry["why"] == "to be sure", entry
    other = sam.post("/match", {"full": False}, headers={"Idempotency-Key": "once"})
    assert other.status == 422 and "another request" in other.json["detail"], other
    assert rita.post("/match", {"full": True}).status == 403
    assert rita.get("/trail", what="refused").json["items"][0]["who"] == "rita"
    assert sam.post("/match", {"full": "yes"}).status == 422 and sam.post("/match", {"all": True}).status == 422


def test_a_key_holds_over_a_restart(server):
    server.begin()
    sam, = enrol(server, "sam")
    job = sam.post("/match", {"full": True}, headers={"Idempotency-Key": "k"}).json["job"]
    assert ended(sam, job)["state"] == "done"
    entries = len(sam.get("/trail", what="match.full").json["items"])
    server.stop()
    server.start()
    again = sam.post("/match", {"full": True}, headers={"Idempotency-Key": "k"})
    assert again.json["job"] == job and again.headers["Idempotency-Replayed"] == "true", again
    other = sam.post("/match", {}, headers={"Idempotency-Key": "k"})
    assert other.status == 422 and "another request" in other.json["detail"], other
    assert len(sam.get("/trail", what="match.full").json["items"]) == entries


def test_events_come_in_pages(server):
    who = worker(server, "reader", "rhea")
    every = who.get("/match/events", limit=1000).json
    assert every["next"] is None and len(every["items"]) > 5
    seen, cursor = [], None
    while True:
        page = who.get("/match/events", limit=7, **({"cursor": cursor} if cursor else {})).json
        assert len(page["items"]) <= 7
        seen += page["items"]
        cursor = page["next"]
        if not cursor:
            break
    assert seen == every["items"]
    last = max(row["run"] for row in seen)
    assert who.get("/match/events", since=last).json == {"items": [], "next": None}
    assert terminal(server, "match", "--events").count("\n") >= len(seen)
    for wrong in ({"cursor": "x"}, {"cursor": "1.1"}, {"cursor": "0.1.1"}, {"cursor": "1.1.x"}, {"since": "x"}, {"limit": 0}):
        assert who.get("/match/events", **wrong).status in (400, 422), wrong


def test_a_release_that_is_registered_between_two_pages_hides_no_event(server):
    """The demonstration has no users yet: the terminal may change it."""
    sbom = os.path.join(ROOT, "demo", "sboms", "larkfield-m8-8.4.1.cdx.json")
    for version in ("8.5", "8.6"):
        assert server.run("release", "add", version, "--device", "Larkfield M8").returncode == 0
        assert server.run("sbom", "import", sbom, "--device", "Larkfield M8", "--release", version).returncode == 0
    assert server.run("release", "add", "8.3", "--device", "Larkfield M8").returncode == 0
    assert server.run("feed", "off", "nvd", "--why", "a test").returncode == 0  # what it changes, it changes in each
    who = worker(server, "reader", "rhea")
    behind = max(row["run"] for row in who.get("/match/events", limit=1000).json["items"]) - 1
    every = who.get("/match/events", limit=1000, since=behind).json["items"]
    assert len(every) > 20
    pages, seen, cursor = 0, [], None
    while pages == 0 or cursor:
        page = who.get("/match/events", limit=1, since=behind, **({"cursor": cursor} if cursor else {})).json
        seen, cursor, pages = seen + page["items"], page["next"], pages + 1
        if pages == len(every) // 2:
            with sqlite3.connect(server.store) as db:  # 8.3 has from now on what 8.5 has
                db.execute("UPDATE release SET list_id = (SELECT list_id FROM release WHERE version = '8.5') WHERE version = '8.3'")
    told = [json.dumps(row, sort_keys=True) for row in seen]
    assert len(told) == len(set(told))
    assert [row for row in seen if row in every] == every


def test_another_name_of_a_vulnerability_is_refused(server):
    server.begin()
    sam, rita = enrol(server, "sam", "rita")
    osv = {"id": "GO-2099-0001", "modified": "2026-01-01T00:00:00Z", "summary": "x", "aliases": ["CVE-2099-0001"]}
    assert ended(sam, hand_in(sam, "go.json", json.dumps(osv).encode()).json["job"])["state"] == "done"
    what = {"source": "osv:go", "record": "GO-2099-0001", "name": "CVE-2099-0001"}
    assert rita.get("/vulnerabilities/CVE-2099-0001").json["names"] == [{**what, "refused": None}]
    assert rita.post("/names", {**what, "why": "no"}).status == 403
    made = sam.post("/names", {**what, "why": "another flaw"})
    assert made.status == 201 and made.json["refused"]["by"] == "sam", made
    assert rita.get("/names").json["items"] == [made.json]
    assert rita.get("/vulnerabilities/GO-2099-0001").json["names"] == [made.json]
    assert rita.get("/vulnerabilities/CVE-2099-0001").status == 404
    entry, = rita.get("/trail", what="name.refuse").json["items"]
    assert entry["why"] == "another flaw" and entry["object"] == "name 1", entry
    assert sam.post("/names", {**what, "why": "again"}).status == 409
    assert sam.post("/names", {**what, "record": "GO-2099-0404", "why": "x"}).status == 404
    assert sam.post("/names", {**what, "name": "CVE-2099-0404", "why": "x"}).status == 422
    assert sam.post("/names", what).status == 422
    assert sam.ask("DELETE", "/api/v1/names/9", {"why": "x"}).status == 404
    assert sam.ask("DELETE", "/api/v1/names/1", {"why": "they are one"}).status == 204
    assert rita.get("/vulnerabilities/CVE-2099-0001").json["names"] == [{**what, "refused": None}]
