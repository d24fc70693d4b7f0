"""A casefile from its opening to its closing, each step by who may take it."""
import json
import os
from datetime import datetime, timedelta, timezone

from harness import ROOT
from people import enrol
from work import worker

CVE = "CVE-2020-8622"
DAY = (datetime.now(timezone.utc) - timedelta(days=1)).date().isoformat()


def open_one(server):
    sam, rita, rob = enrol(server, "sam", "rita", "rob")
    device = server.clients["ada"].get("/casefiles").json["items"][0]["device"]
    made = sam.post("/casefiles", {"device": device, "vulnerability": CVE, "facts": {"learned_on": DAY}})
    assert made.status == 201, made
    return sam, rita, rob, f"/casefiles/{made.json['casefile']}"


def test_a_casefile_is_opened_assessed_and_signed(server):
    server.begin()
    sam, rita, rob, path = open_one(server)
    record = sam.post(path + "/records/assessment", {
        "facts": {"on": DAY, "exploitability": "low", "severity": "minor", "rationale": "behind a wall"}})
    assert record.status == 201, record
    file = sam.get(path).json
    assert file["determination"]["risk"] == "controlled"
    signed = sam.post(path + "/signatures", {"record": record.json["record"], "meaning": "authorship", "user": "sam",
                                             "secret": "correct horse battery"})
    assert signed.status == 201, signed
    wrong = rob.post(path + "/signatures", {"record": record.json["record"], "meaning": "review", "user": "sam",
                                            "secret": "correct horse battery"})
    assert wrong.status == 403
    assert rita.post(path + "/close", {"on": DAY}).status == 409


def test_a_record_that_says_what_nobody_knows_is_refused(server):
    server.begin()
    sam, _, _, path = open_one(server)
    for body, place in (({"facts": {"on": DAY, "severty": "minor"}}, "facts/severty"),
                        ({"facts": {"severity": "mild"}}, "facts/severity"),
                        ({"facts": {"on": "yesterday"}}, "facts/on"),
                        ({"more": {"cvss_vector": "CVSS:3.1/AV:N"}}, "more/cvss_vector"),
                        ({"facts": {"approvers": "sam"}}, "facts/approvers"),
                        ({"other": 1}, "/other")):
        answer = sam.post(path + "/records/assessment", body)
        assert answer.status == 422 and place in answer.json["detail"], answer
    assert sam.post(path + "/records/assessment", {}).status == 400
    assert sam.post(path + "/records/nothing", {}).status == 404
    assert sam.post("/casefiles/999/records/plan", {"facts": {"on": DAY}}).status == 404


def test_a_record_that_does_not_fit_the_file_is_refused(server):
    server.begin()
    sam, rita, _, path = open_one(server)
    empty = sam.post(path + "/records/plan", {"facts": {"on": DAY, "timeline_rationale": " "}})
    assert empty.status == 422 and "facts/timeline_rationale" in empty.json["detail"], empty
    absent = sam.post(path + "/records/plan", {"facts": {"on": DAY, "timeline_rationale": "two weeks"},
                                               "more": {"releases": ["9.9.9"]}})
    assert absent.status == 422 and absent.json["field"] == "release", absent
    before = (datetime.now(timezone.utc) - timedelta(days=3)).date().isoformat()
    notice = {"facts": {"on": before, "to": ["customers"]}}
    early = rita.post(path + "/records/communication", notice)
    assert early.status == 409 and early.json["field"] == "on", early
    known = sam.post(path + "/records/vulnerability", {"facts": {"learned_on": before}, "why": "a note of then was found"})
    assert known.status == 201, known
    told = rita.post(path + "/records/communication", notice)
    assert told.status == 201, told
    later = rita.post(path + "/records/correction", {"facts": {"initiated_on": DAY}})
    assert later.status == 409 and later.json["field"] == "initiated_on", later
    unfiled = rita.post(path + "/records/correction", {"facts": {"reported_under_803": DAY}})
    assert unfiled.status == 409 and unfiled.json["field"] == "reported_under_803", unfiled
    found = rita.get(path).json["determination"]
    assert found["report_806"] == "pending" and found["report_806_due_if_lapsed"] > DAY, found
    mine = [one for one in rita.get("/due").json["items"] if one.get("casefile") == int(path.rsplit("/", 1)[1])]
    assert {one["report_806_due_if_lapsed"] for one in mine} == {found["report_806_due_if_lapsed"]}, mine


def test_who_may_not_is_refused_and_the_refusal_recorded(server):
    ada = server.begin()
    _, _, _, path = open_one(server)
    rhea, = enrol(server, "rhea")
    answer = rhea.post(path + "/records/assessment", {"facts": {"on": DAY, "exploitability": "low", "severity": "minor"}})
    assert answer.status == 403, answer
    assert any(entry["who"] == "rhea" for entry in ada.get("/trail", what="refused").json["items"])


def test_two_who_read_the_same_do_not_overwrite_each_other(server):
    server.begin()
    sam, rita, _, path = open_one(server)
    tag = sam.get(path).headers["ETag"]
    one = {"facts": {"on": DAY, "exploitability": "low", "severity": "minor", "rationale": "a"}}
    assert rita.post(path + "/records/assessment", one, headers={"If-Match": tag}).status in (201, 400)


def test_what_is_worked_out(server):
    server.begin()
    sam, _, _, path = open_one(server)
    for name in ("drift", "siblings", "ssvc", "progress", "rubric"):
        assert sam.get(f"{path}/{name}").status == 200, name
    answered = sam.ask("PUT", f"/api/v1{path}/rubric", {"answers": {"XAVN": "yes"}})
    assert answered.status == 200, answered
    assert sam.ask("PUT", f"/api/v1{path}/rubric", {"answers": {"XX": "yes"}}).status == 422
    assert sam.get("/drift").status == 200
    assert sam.get("/casefiles", state="open", vulnerability=CVE).json["count"] == 1
    assert sam.get("/casefiles", state="ajar").status == 400
    assert sam.get(path, today="never").status == 422


def test_reports_come_in_every_form(server):
    server.begin()
    sam, _, _, path = open_one(server)
    for form, begins in (("html", b"<!doctype"), ("pdf", b"%PDF-"), ("json", b"{"), ("csv", b"")):
        answer = sam.get(path + "/report", format=form)
        assert answer.status == 200 and answer.body.lower().startswith(begins.lower()), (form, answer)
    for kind in ("806", "806.20", "notice", "recipients", "isao"):
        assert sam.get(f"{path}/reports/{kind}").status == 200, kind
    assert sam.get(path + "/reports/novel").status == 404
    assert sam.get(path + "/report", format="odt").status == 400
    assert sam.get("/metrics", **{"from": "2026-01-01", "to": "2026-10-31", "format": "json"}).status == 200
    period = {"from": "2026-01-01", "to": "2026-10-31", "format": "json"}
    patching = sam.get("/metrics", only="patching", **period).json
    assert patching["programme"] == [] and patching["findings"] == sam.get("/metrics", **period).json["findings"]
    assert sam.get("/metrics", only="all", **period).status == 400
    assert sam.get("/metrics").status == 400


def test_what_is_owed_as_list_and_calendar(server):
    server.begin()
    sam, _, _, _ = open_one(server)
    rows = sam.get("/due", limit=2).json
    assert len(rows["items"]) == 2 and rows["next"]
    calendar = sam.get("/due", format="ics")
    assert calendar.body.startswith(b"BEGIN:VCALENDAR")
    assert sam.get("/due", within=0).status == 200
    undated = sam.get("/due", undated="yes").json["items"]
    assert undated and all(row["due"] is None for row in undated)
    assert all(row["due"] for row in sam.get("/due", undated="no").json["items"])
    assert sam.get("/due", undated="1").status == 400
    kept = sam.get("/due", kept="yes").json["items"]
    assert kept and all(row["state"] == "kept" and row["due"] is None and row["says"] for row in kept)
    assert not [row for row in rows["items"] + undated if row["kind"].startswith("keep_")]
    assert b"keep" not in calendar.body.lower()
    for bad in ({"kept": "1"}, {"kept": "yes", "undated": "yes"}, {"kept": "yes", "format": "ics"}, {"undated": "yes", "format": "ics"}):
        assert sam.get("/due", **bad).status == 400, bad


def test_the_rules_are_asked_without_a_casefile(server):
    who = worker(server, "reader", "rhea")
    with open(os.path.join(ROOT, "docs", "example", "facts.json"), encoding="utf-8") as file:
        facts = json.load(file)
    told = who.post("/decide", facts)
    assert told.status == 200, told
    printed = server.run_plain("decide", os.path.join(ROOT, "docs", "example", "facts.json"), "--format", "json")
    assert json.loads(printed.stdout) == told.json
    wrong = who.post("/decide", {**facts, "today": "soon"})
    assert wrong.status == 422 and "today" in wrong.json["detail"], wrong
    assert who.post("/decide", {}).status in (200, 422)


def test_an_assessment_from_before_there_were_users_is_amended(server):
    """It names its approvers; the one that stands in for it is approved by signing."""
    who = worker(server)
    for row in who.get("/casefiles", state="open").json["items"]:
        path = f"/casefiles/{row['casefile']}"
        found = [one for one in who.get(path).json["records"]
                 if one["kind"] == "assessment" and one["facts"].get("approvers")]
        if found:
            break
    assert found, "the demonstration has no assessment with approvers"
    amended = who.post(path + "/records/assessment", {"amends": found[-1]["number"], "why": "looked at again",
                                                      "facts": {"on": found[-1]["facts"]["on"], "rationale": "a wall"}})
    assert amended.status == 201, amended
    records = who.get(path).json["records"]
    new, = [one for one in records if one["number"] == amended.json["record"]]
    assert "approvers" not in new["facts"] and new["facts"]["rationale"] == "a wall", new
    old, = [one for one in records if one["number"] == found[-1]["number"]]
    assert old["facts"]["approvers"] == found[-1]["facts"]["approvers"], old
    named = who.post(path + "/records/assessment", {"amends": amended.json["record"], "why": "again",
                                                    "facts": {"approvers": ["A. Person"]}})
    assert named.status == 409 and "they sign" in named.json["detail"], named
