"""Reports: drafted by anybody who may read, issued by regulatory affairs, kept as they were handed over."""
import hashlib
import json
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from harness import SECRET
from people import enrol
from test_imports import ended

YESTERDAY = (date.today() - timedelta(days=1)).isoformat()

REPRESENTATIVE = {"representative-name": "T. Okonjo", "representative-title": "Director",
                  "representative-address": "14 Tannery Row", "representative-telephone": "+1 555 0143"}


def state(server, words):
    for word, value in words.items():
        assert server.clients["ada"].ask("PUT", f"/api/v1/program/{word}", {"value": value}).status == 204, word


def sign(path, record, author, second):
    """Signs for authorship, then for review; author and second: who asks, and by which name."""
    for (who, name), meaning in ((author, "authorship"), (second, "review")):
        signed = who.post(f"{path}/signatures", {"record": record, "meaning": meaning, "user": name, "secret": SECRET})
        assert signed.status == 201, signed


def sign_assessments(path, author, second):
    """What was assessed before there were users is stated anew, and signed."""
    for one in [r for r in author[0].get(path).json["records"] if r["kind"] == "assessment" and not r["replaced_by"]]:
        facts = {key: value for key, value in one["facts"].items() if key != "approvers"}
        anew = author[0].post(f"{path}/records/assessment", {"facts": facts, "amends": one["number"], "why": "to sign it"})
        assert anew.status == 201, anew
        sign(path, anew.json["record"], author, second)


def test_a_report_is_issued_once_and_kept(server):
    server.begin()
    sam, rita = enrol(server, "sam", "rita")
    sign_assessments("/casefiles/3", (rita, "rita"), (sam, "sam"))
    path = "/casefiles/3/reports/806"
    early = rita.post(path, {})
    assert early.status == 409 and "item 2" in early.json["detail"], early
    state(server, REPRESENTATIVE)
    refused = sam.post(path, {})
    assert refused.status == 403 and "casefile.report" in refused.json["detail"], refused
    assert rita.post(path, {"format": "doc"}).status == 422
    assert rita.post(path, {"paper": "a5"}).status == 422
    issued = rita.post(path, {"format": "pdf", "paper": "letter", "why": "the days are running"})
    assert issued.status == 201 and issued.json["file"] == "806-casefile-3.pdf", issued
    assert issued.json["number"].startswith("3009999-") and issued.json["embargoes"] == [], issued
    kept = sam.ask("GET", issued.headers["Location"])
    assert kept.status == 200 and kept.body.startswith(b"%PDF"), kept
    assert hashlib.sha256(kept.body).hexdigest() == issued.json["sha256"]
    assert '806-casefile-3.pdf"' in kept.headers["Content-Disposition"], kept.headers
    second = rita.post(path, {})
    assert second.status == 409 and second.json["field"] == "why", second
    anew = rita.post(path, {"why": "the telephone number was wrong"})
    assert anew.status == 201 and anew.json["number"] == issued.json["number"], anew
    unsigned = rita.post("/casefiles/3/reports/806-amendment", {"format": "html"})
    assert unsigned.status == 409 and "is not signed" in unsigned.json["detail"], unsigned
    sign("/casefiles/3", anew.json["record"], (rita, "rita"), (sam, "sam"))
    nothing = rita.post("/casefiles/3/reports/806-amendment", {"format": "html"})
    assert nothing.status == 409 and "nothing is new since record" in nothing.json["detail"], nothing
    assert nothing.json["remedy"] == "extend", nothing
    extended = rita.post("/casefiles/3/records/extension", {"facts": {"initiated_on": YESTERDAY},
                                                            "more": {"text": "one lot more: B7"}})
    assert extended.status == 201, extended
    amended = rita.post("/casefiles/3/reports/806-amendment", {"format": "html"})
    assert amended.status == 201 and amended.json["file"] == "806-amendment-casefile-3.html", amended
    body = sam.ask("GET", amended.headers["Location"]).body
    assert b"<h1>" in body and b"one lot more: B7" in body and b"Amendment due" in body
    assert sam.get("/trail/verify").json["whole"] is True


def test_a_record_is_kept_where_no_report_is_asked_for(server):
    server.begin()
    rita, dora = enrol(server, "rita", "dora")
    assert rita.post("/casefiles/3/reports/806.20", {}).status == 409
    sign_assessments("/casefiles/2", (rita, "rita"), (dora, "dora"))
    issued = rita.post("/casefiles/2/reports/806.20", {"format": "json"})
    assert issued.status == 201 and issued.json["number"] is None, issued
    signature = {"record": issued.json["record"], "secret": SECRET}
    early = dora.post("/casefiles/2/signatures", {**signature, "meaning": "designated_person", "user": "dora"})
    assert early.status == 409 and "authorship first" in early.json["detail"], early
    author = rita.post("/casefiles/2/signatures", {**signature, "meaning": "authorship", "user": "rita"})
    assert author.status == 201, author
    signed = dora.post("/casefiles/2/signatures", {**signature, "meaning": "designated_person", "user": "dora"})
    assert signed.status == 201, signed
    assert rita.post("/casefiles/2/reports/notice", {}).status == 404
    assert rita.post("/casefiles/2/reports/806-amendment", {}).status in (404, 422)


def test_the_same_request_issues_once(server):
    server.begin()
    rita, _ = enrol(server, "rita", "dora")
    first = rita.post("/casefiles/2/reports/806.20", {}, headers={"Idempotency-Key": "once"})
    again = rita.post("/casefiles/2/reports/806.20", {}, headers={"Idempotency-Key": "once"})
    assert first.status == 201 and again.json == first.json, again
    records = [one for one in rita.get("/casefiles/2").json["records"] if one["kind"] == "report"]
    assert len(records) == 1, records


def test_the_terminal_gives_back_what_was_issued_here(server):
    server.begin()
    rita, _ = enrol(server, "rita", "dora")
    issued = rita.post("/casefiles/2/reports/806.20", {"format": "json"}).json
    to = server.folder + "/kept.json"
    done = server.run("case", "attachment", "2", "--record", str(issued["record"]), "--output", to)
    assert done.returncode == 0, done.stderr
    with open(to, "rb") as file:
        assert hashlib.sha256(file.read()).hexdigest() == issued["sha256"]
    with open(to, encoding="utf-8") as file:
        assert json.load(file)["report"] == "806.20"


def test_what_is_under_embargo_is_told_before_a_report_is_handed_over(server):
    server.begin()
    rita, _ = enrol(server, "rita", "dora")
    signal = rita.post("/signals", {"received": {"kind": "other", "received": YESTERDAY, "summary": "Under way"}})
    path = f"/signals/{signal.json['signal']}"
    assert rita.post(path + "/casefile", {"casefile": 2, "why": "found in a drawer"}).status == 200
    assert rita.post(path + "/entries", {"kind": "embargo", "content": {"until": "2099-01-01T00:00:00Z"}}).status == 201
    issued = rita.post("/casefiles/2/reports/806.20", {"format": "csv"})
    assert issued.status == 201, issued
    assert issued.json["embargoes"] == [{"signal": signal.json["signal"], "until": "2099-01-01T00:00:00Z"}], issued


def test_measures_are_issued_as_numbered_editions(server):
    server.begin()
    sam, rita = enrol(server, "sam", "rita")
    asked = {"from": "2026-01-01", "to": "2026-06-30", "format": "json", "why": "of the half year"}
    first = ended(rita, rita.post("/metrics", asked).json["job"])
    assert first["state"] == "done" and first["result"]["edition"] == 1, first
    assert first["file"] == first["result"]["file"] == "metrics-2026-01-01-2026-06-30-edition-1.json", first
    got = rita.get(f"/jobs/{first['job']}/file")
    assert hashlib.sha256(got.body).hexdigest() == first["result"]["sha256"] and got.json["edition"] == 1, got
    second = ended(rita, rita.post("/metrics", {**asked, "format": "pdf"}).json["job"])
    assert second["result"]["edition"] == 2 and rita.get(f"/jobs/{second['job']}/file").body.startswith(b"%PDF")
    entries = rita.get("/trail", what="metrics.issue").json["items"]
    assert first["result"]["sha256"] in str(entries[1]) and entries[1]["why"] == "of the half year", entries
    draft = rita.get("/metrics", **{"from": "2026-01-01", "to": "2026-06-30", "format": "json"}).json
    assert draft["edition"] != got.json["edition"], draft
    refused = sam.post("/metrics", asked)
    assert refused.status == 403 and "metrics.issue" in refused.json["detail"], refused
    assert sam.get("/trail", what="refused").json["items"][0]["who"] == "sam"
    for wrong in ({"to": "2099-01-01"}, {"from": "2026-07-01"}, {"unit": "unit"}, {"slice": "moon"}, {"format": "doc"},
                  {"paper": "a5"}, {"from": None}, {"issue": True}):
        assert rita.post("/metrics", {**asked, **wrong}).status == 422, wrong
    assert rita.post("/metrics", {**asked, "device": "Nothing"}).status == 404
    assert rita.get("/metrics", **{"from": "2026-01-01", "to": "2026-06-30", "slice": "moon"}).status in (400, 422)


# Of Form FDA 3500A, what nothing in the demonstration knows.
MDR_ITEMS = ("b3 b5 b6 b7 d2a d3 d4 d5 d8 d10 d11 e1 e2 e3 g1 g2 g3 g5 g9 h3 h4 h5 h8 h9").split()


def test_what_goes_to_fda_is_signed_first(server):
    server.begin()
    rita, sam = enrol(server, "rita", "sam")
    path = "/casefiles/3"
    event = rita.post(f"{path}/records/event", {"facts": {"kind": "serious_injury", "known_on": YESTERDAY}}).json["record"]
    missing = rita.post(f"{path}/reports/mdr", {"event": 99})
    assert missing.status == 422 and "no event with number 99" in missing.json["detail"], missing
    assert str(event) in missing.json["detail"], missing
    assert rita.get(f"{path}/reports/mdr", event=99, format="json").status == 422
    lacks = rita.post(f"{path}/reports/mdr", {"format": "html", "event": event})
    assert lacks.status == 409 and lacks.json["remedy"] == "state-mdr" and "B6" in lacks.json["detail"], lacks
    unknown = {"event": event, "item": MDR_ITEMS, "reason": "nobody could say", "steps": "asked the ward, by letter"}
    for wrong in ({**unknown, "item": ["z9"]}, {**unknown, "item": "b6"}, {**unknown, "event": 99}, {**unknown, "steps": " "},
                  {"event": event, "item": ["b6"]}, {"event": event, "item": ["d5"], "text": "a robot"}):
        assert rita.post(f"{path}/records/mdr_item", {"more": wrong}).status == 422, wrong
    assert rita.post(f"{path}/records/mdr_item", {"more": unknown}).status == 201
    issued = rita.post(f"{path}/reports/mdr", {"format": "html", "event": event})
    assert issued.status == 201 and issued.json["file"] == "mdr-casefile-3.html", issued
    assert 'author, "rita"' in issued.json["waits"], issued
    waits = [one for one in rita.get("/due").json["items"] if one["kind"] == "sign"]
    assert len(waits) == 1 and waits[0]["says"] == issued.json["waits"], waits
    owed = [one for one in rita.get(path).json["determination"]["obligations"] if one["kind"] == "sign" and one["due"]]
    assert len(owed) == 1 and owed[0]["says"] == issued.json["waits"], owed
    today = datetime.now(ZoneInfo("America/Chicago")).date().isoformat()  # the firm's: not before it is signed
    submitted = {"facts": {"mdr_submitted_on": today}, "amends": event}
    early = rita.post(f"{path}/records/event", submitted)
    assert early.status == 409 and early.json["remedy"] == "sign", early
    sign(path, issued.json["record"], (rita, "rita"), (sam, "sam"))
    assert rita.post(f"{path}/records/event", submitted).status == 201
    assert not [one for one in rita.get("/due").json["items"] if one["kind"] == "sign"]


def test_a_complaint_is_asked_whether_it_is_reportable(server):
    server.begin()
    rita, sam = enrol(server, "rita", "sam")
    signal = sam.post("/signals", {"received": {"kind": "complaint", "received": YESTERDAY, "summary": "It stopped"},
                                   "contact": {"name": "Ward 4"}}).json["signal"]

    def asked():
        return [one for one in rita.get("/due", limit=500).json["items"] if one["kind"] == "decide_mdr"
                and (one.get("signal") == signal or f"signal {signal}:" in one["says"])]
    assert len(asked()) == 1 and asked()[0]["signal"] == signal, asked()
    assert sam.post(f"/signals/{signal}/casefile", {"casefile": 3, "why": "it is about it"}).status < 300
    assert len(asked()) == 1 and asked()[0]["casefile"] == 3, asked()
    judged = {"signal": signal, "on": YESTERDAY, "basis": "medical_judgment", "reason": "Nobody was connected"}
    refused = sam.post("/casefiles/3/records/mdr_rationale", {"more": judged})
    assert refused.status == 422 and "803.20(c)(2)" in refused.json["detail"], refused
    named = {**judged, "judged_by": "Dr. Weber", "qualification": "physician"}
    record = sam.post("/casefiles/3/records/mdr_rationale", {"more": named})
    assert record.status == 201, record
    assert len(asked()) == 1, "it counts once it is signed"
    for who, name, meaning in ((sam, "sam", "authorship"), (rita, "rita", "review")):
        assert who.post("/casefiles/3/signatures", {"record": record.json["record"], "meaning": meaning, "user": name,
                                                    "secret": SECRET}).status == 201
    assert not asked()
