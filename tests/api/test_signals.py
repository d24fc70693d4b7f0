"""Signals and what becomes of them; the catalogue of controls."""
import json

from test_evidence import record
from test_imports import ended, hand_in
from test_vex import openvex
from work import worker

RECEIVED = {"kind": "complaint", "received": "2026-01-09", "summary": "it hangs", "source": "a clinic"}


def test_a_signal_comes_in_and_is_triaged(server):
    who = worker(server)
    device = who.get("/devices", limit=1).json["items"][0]["name"]
    made = who.post("/signals", {"received": {**RECEIVED, "devices": [device]}, "contact": {"name": "Zoe"}})
    assert made.status == 201 and made.json["state"] == "new" and made.json["devices"] == [device]
    assert [entry["kind"] for entry in made.json["entries"] if entry["personal"]] == ["contact"]
    where = f"/signals/{made.json['signal']}"
    for wrong in ({}, {"received": {}}, {"received": "x"}, {"received": {**RECEIVED, "kind": "rumour"}},
                  {"received": {**RECEIVED, "devices": ["Nobody"]}}, {"received": {**RECEIVED, "colour": "red"}}):
        assert who.post("/signals", wrong).status in (404, 422), wrong
    assert who.post(where + "/entries", {"kind": "acknowledgement", "content": {"at": "2026-01-10"}}).status == 201
    for content, says in (({"at": "2999-01-10"}, "lies ahead"), ({"waived": True, "reason": " "}, "the reason is empty")):
        refused = who.post(where + "/entries", {"kind": "acknowledgement", "content": content})
        assert refused.status == 422 and says in refused.json["detail"], refused
    assert who.get(where).json["acknowledged_on"] == "2026-01-10"
    assert who.post(where + "/entries", {"kind": "received", "content": {"summary": "it stops"}}).status == 422
    amended = who.post(where + "/entries", {"kind": "received", "content": {"summary": "it stops"}, "why": "heard wrongly"})
    assert amended.status == 201 and who.get(where).json["summary"] == "it stops"
    assert who.post(where + "/entries", {"kind": "triage", "content": {}}).status == 422
    for wrong in ({"as": "new"}, {"as": "duplicate"}, {"as": "accepted", "of": 1}, {"as": "not_ours"},
                  {"as": "not_ours", "reason": "x", "applicable_on": "2026-01-10"}):
        assert who.post(where + "/triage", wrong).status == 422, wrong
    assert who.post(where + "/triage", {"as": "accepted"}).json["moves"] == []
    assert who.get(where).json["state"] == "accepted"
    assert who.get("/signals/99999999").status == 404 and who.get("/signals/x").status == 422


def test_an_earlier_receipt_moves_the_day_of_learning(server):
    who = worker(server)
    case = next(one for one in who.get("/casefiles", limit=1000).json["items"] if one["closed_on"] is None)
    made = who.post("/signals", {"received": {**RECEIVED, "received": "2020-01-02", "devices": [case["device"]],
                                              "vulnerability": case["vulnerability"]}})
    where = f"/signals/{made.json['signal']}"
    assert who.post(where + "/casefile", {}).status == 422
    assert who.post(where + "/casefile", {"casefile": 99999999}).status == 404
    assert who.post(where + "/casefile", {"casefile": case["casefile"]}).status == 409
    moved = who.post(where + "/casefile", {"casefile": case["casefile"], "why": "the letter was found in a drawer"})
    assert moved.status == 200, moved
    assert [(one["casefile"], one["what"], one["after"]) for one in moved.json["moves"]] == [
        (case["casefile"], "moved", "2020-01-02")]
    assert who.get(where).json["casefiles"] == [case["casefile"]]


def test_a_cve_id_that_is_assigned_names_the_casefile(server):
    who = worker(server)
    device = who.get("/devices", limit=1).json["items"][0]["name"]
    signal = who.post("/signals", {"received": {**RECEIVED, "devices": [device], "vulnerability": "ACME-7"}}).json["signal"]
    case = who.post("/casefiles", {"signals": [signal]}).json["casefile"]
    named = who.post(f"/signals/{signal}/entries", {"kind": "cve_request", "content": {"assigned": "CVE-2026-7777"}})
    assert named.status == 201 and named.json["moves"] == [], named
    assert [(one["casefile"], one["what"], one["before"], one["vulnerability"]) for one in named.json["renames"]] == [
        (case, "renamed", "ACME-7", "CVE-2026-7777")]
    assert who.get(f"/casefiles/{case}").json["casefile"]["vulnerability"] == "CVE-2026-7777"
    assert who.get(f"/signals/{signal}").json["vulnerability"] == "CVE-2026-7777"
    again = {"device": device, "vulnerability": "CVE-2026-7777", "facts": {"learned_on": "2026-01-09"}, "why": "x"}
    assert who.post("/casefiles", again).status == 409
    path = f"/casefiles/{case}/renaming"
    for wrong, status in (({"vulnerability": "CVE-2026-7778"}, 422), ({"why": "x"}, 422),
                          ({"vulnerability": "ACME-8", "why": "x"}, 422), ({"vulnerability": "CVE-2026-7777", "why": "x"}, 409),
                          ({"vulnerability": "CVE-2026-7778", "why": " "}, 422)):
        assert who.post(path, wrong).status == status, wrong
    right = who.post(path, {"vulnerability": "CVE-2026-7778", "why": "it was mistyped"})
    assert right.status == 200 and right.json["before"] == "CVE-2026-7777" and not right.json["vulnerability_known"], right
    assert who.post("/casefiles", again).status == 201, "the mistyped id is another vulnerability"


def test_the_inbox_is_filtered(server):
    who = worker(server)
    for n in range(5):
        who.post("/signals", {"received": {**RECEIVED, "summary": f"number {n}"}})
    whole = who.get("/signals", limit=1000).json
    assert who.get("/signals", kind="complaint", source="CLINIC").json["count"] == 5
    assert who.get("/signals", state="new").json["count"] == sum(one["state"] == "new" for one in whole["items"])
    page = who.get("/signals", limit=2).json
    assert len(page["items"]) == 2 and page["next"] and page["count"] == whole["count"]
    for wrong in ({"state": "old"}, {"kind": "rumour"}, {"since": "x"}, {"sort": "oldest"}):
        assert who.get("/signals", **wrong).status == 422, wrong


def test_the_newest_signal_stands_first_where_that_is_asked_for(server):
    who = worker(server)
    for n in range(7):
        made = who.post("/signals", {"received": {**RECEIVED, "summary": f"number {n}", "received": "2026-01-1" + str(n)}})
        if n % 2:
            who.post(f"/signals/{made.json['signal']}/triage", {"as": "not_ours", "reason": "of another firm"})
    for filters in ({}, {"state": "new"}, {"kind": "complaint"}):
        by_number = [one["signal"] for one in who.get("/signals", limit=1000, **filters).json["items"]]
        assert by_number == sorted(by_number)
        found, cursor = [], {}
        while cursor is not None:
            page = who.get("/signals", limit=2, sort="newest", **filters, **cursor).json
            assert page["count"] == len(by_number)
            found += [one["signal"] for one in page["items"]]
            cursor = {"cursor": page["next"]} if page["next"] else None
        assert found == by_number[::-1], filters


def test_controls_stay_version_by_version(server):
    who = worker(server)
    assert who.post("/controls", {"control": "isolate"}).status == 422
    assert who.post("/controls", {"control": "isolate", "term": "ever"}).status == 422
    assert who.post("/controls", {"control": "isolate", "text": 5}).status == 422
    assert who.post("/controls", {"control": "isolate", "text": "isolation", "term": "interim"}).status == 201
    second = who.post("/controls", {"control": "isolate", "customer_text": "Unplug the cable."})
    assert [one["version"] for one in second.json["items"]] == [1, 2]
    assert second.json["items"][1]["text"] == "isolation"
    last = [one for one in who.get("/controls").json["items"] if one["control"] == "isolate"]
    assert [one["version"] for one in last] == [2]
    assert who.get("/controls/none").status == 404


def test_signals_are_made_of_findings_once(server):
    who = worker(server)
    assert ended(who, hand_in(who, "cve.json", json.dumps(record("CVE-2026-1001", ["drivers/x.c"])).encode()).json["job"])["state"] == "done"
    before = who.get("/signals").json["count"]
    draft = who.post("/signals/from-findings", {"dry_run": True})
    assert draft.status == 200 and draft.json["signals"] == [] and who.get("/signals").json["count"] == before, draft
    made = who.post("/signals/from-findings", {"why": "each Monday"})
    assert draft.json["would_make"] == len(made.json["signals"]) == len(draft.json["would"]), draft
    for number, would in zip(made.json["signals"], draft.json["would"]):
        one = who.get(f"/signals/{number}").json
        assert {key: one[key] for key in would} == would, (one, would)
    assert made.status == 201 and made.json["signals"], made
    signal = who.get(f"/signals/{made.json['signals'][-1]}").json
    entries = who.get("/trail", what="signal.received").json["items"]
    assert len([entry for entry in entries if entry["why"] == "each Monday"]) == len(made.json["signals"]), entries
    assert signal["kind"] == "feed_match", signal
    empty = who.post("/signals/from-findings", {"dry_run": True}).json
    assert empty["would_make"] == 0 and empty["would"] == [] and empty["passed_over"] > 0, empty
    again = who.post("/signals/from-findings", {})
    assert again.status == 200 and again.json["signals"] == [] and again.json["passed_over"] > 0, again
    for wrong in ({"since": "Monday"}, {"devices": "x"}, {"device": 5}):
        assert who.post("/signals/from-findings", wrong).status == 422, wrong
    assert who.post("/signals/from-findings", {"device": "Nothing"}).status == 404
    reader = worker(server, "reader", "rhea")
    assert reader.post("/signals/from-findings", {}).status == 403
    assert reader.post("/signals/from-findings", {"dry_run": True}).status == 403
    assert who.get("/trail", what="refused").json["items"][0]["who"] == "rhea"


def test_signals_are_made_of_an_advisory_once(server):
    rita = worker(server, "regulatory", "rita")
    device = rita.get("/devices").json["items"][0]["name"]

    def hand(who, content, **query):
        return who.ask("POST", "/api/v1/signals/from-advisory", body=content, query={"file": "advisory.json", **query},
                       headers={"Content-Type": "application/json"})

    advisory = openvex("CVE-2026-7001", "urn:x", "affected", action_statement="update")
    advisory["statements"][0]["products"] = [{"@id": device}]
    content = json.dumps(advisory).encode()
    made = hand(rita, content, received="2026-02-02T09:00:00+01:00", why="by mail")
    assert made.status == 201 and len(made.json["signals"]) == 1, made
    signal = rita.get(f"/signals/{made.json['signals'][0]}").json
    assert signal["kind"] == "supplier_advisory" and "2026-02-02T08:00:00" in json.dumps(signal), signal
    again = hand(rita, content)
    assert again.status == 200 and again.json == {"signals": [], "passed_over": 1}, again
    assert rita.get("/vex").json["count"] == 0
    bad = hand(rita, b"{}")
    assert bad.status == 422 and bad.json["detail"].startswith("advisory.json"), bad
    assert hand(rita, content.replace(b"7001", b"7002"), received="yesterday").status == 422
    assert hand(worker(server, "reader", "rhea"), content).status == 403


def test_the_inbox_is_read_in_pages(server):
    who = worker(server)
    for i in range(7):
        assert who.post("/signals", {"received": {**RECEIVED, "summary": f"call {i}", "source": f"clinic {i % 2}"}}).status == 201
    for query in ({}, {"state": "new"}, {"source": "clinic 1"}, {"kind": "complaint", "overdue": "1"}):
        whole = who.get("/signals", limit=1000, **query).json
        assert whole["next"] is None and whole["count"] == len(whole["items"]) > 0, query
        found, cursor = [], None
        while True:
            page = who.get("/signals", limit=2, **query, **({"cursor": cursor} if cursor else {})).json
            assert page["count"] == whole["count"] and len(page["items"]) <= 2
            found, cursor = found + page["items"], page["next"]
            if not cursor:
                break
        assert found == whole["items"], query
    first = who.get("/signals", limit=3, state="new").json
    assert who.post(f"/signals/{first['items'][0]['signal']}/triage", {"as": "false", "reason": "no"}).status == 200
    rest = who.get("/signals", limit=1000, state="new", cursor=first["next"]).json
    assert rest["items"][0]["signal"] > first["items"][-1]["signal"] and rest["count"] == len(rest["items"]) + 2
    assert len({one["signal"] for one in first["items"] + rest["items"]}) == first["count"], "none is passed over"
    assert who.get("/signals", cursor="9223372036854775807").json["items"] == []


def test_what_was_decided_of_a_signal_is_taken_back(server):
    who = worker(server)
    made = who.post("/signals", {"received": {"kind": "service_record", "received": "2026-01-09", "summary": "it hangs",
                                              "source": "desk"}}).json["signal"]
    where = f"/signals/{made}/triage"
    nothing = who.post(where, {"as": "new", "reason": "so"})
    assert nothing.status == 409 and "nothing was decided" in nothing.json["detail"], nothing
    assert who.post(where, {"as": "false", "reason": "a loose cable"}).status == 200
    assert who.post(where, {"as": "new"}).status == 422
    assert who.post(where, {"as": "new", "reason": "the wrong row"}).status == 200
    one = who.get(f"/signals/{made}").json
    assert one["state"] == "new" and one["triaged_on"] is None and one["reason"] == "the wrong row", one
    assert [entry["kind"] for entry in one["entries"]].count("triage") == 2, one
    assert made in [each["signal"] for each in who.get("/signals", state="new", limit=1000).json["items"]]
    linked = who.post(f"/signals/{made}/casefile", {"casefile": 3, "why": "found in a drawer"})
    assert linked.status == 200, linked
    kept = who.post(where, {"as": "new", "reason": "the wrong row"})
    assert kept.status == 409 and "casefile 3" in kept.json["detail"], kept
