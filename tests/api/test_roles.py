"""Every row of docs/man/permissions.md in every role, with a session and with a token: let through or refused.

What is asked is right in all else, and would succeed: who is refused is refused for the role, who is let through gets
an answer of success. Each role walks all rows on a copy of its own of one store.
"""
import contextlib
import io
import json
import os
import re
import shutil
import sqlite3
import tempfile
import zipfile
from datetime import date, timedelta

import harness
from harness import ROOT, SECRET
from test_gudid import DI, RECORDS
from test_imports import KEV, ended, hand_in
from test_second_factor import code_of, set_up
from test_vex import openvex

PAGE = os.path.join(ROOT, "docs", "man", "permissions.md")
ROLES = ["reader", "security", "regulatory", "reviewer", "designated_person", "administrator"]
YESTERDAY = (date.today() - timedelta(days=1)).isoformat()
CSV = {"Content-Type": "text/csv"}
BYTES = {"Content-Type": "application/octet-stream"}


def read_page():
    """[(what is asked, roles that are let through)]; roles None: anybody."""
    rows = []
    for line in open(PAGE, encoding="utf-8"):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) < 2 or not re.fullmatch(r"`(GET|POST|PUT|PATCH|DELETE) /.*`", cells[1]):
            continue
        assert len(cells) in (2, 2 + len(ROLES)), line
        assert set(cells[2:]) <= {"●", "·"}, line
        rows.append((cells[1].strip("`"),
                     None if len(cells) == 2 else {role for role, cell in zip(ROLES, cells[2:]) if cell == "●"}))
    return rows


def example(name):
    with open(os.path.join(ROOT, "docs", "example", name), "rb") as file:
        return file.read()


def pair_of_sboms():
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w") as archive:
        archive.writestr("a.json", example("pump.cdx.json"))
        archive.writestr("b.json", example("pump.cdx.json"))
    return to.getvalue()


# What is asked for in a row: a query of a GET; otherwise a JSON body, or (bytes, headers, query).
# A text $NAME stands for what prepare() found or made.
QUERIES = {
    "/aliases/check": {"name": "pkg:generic/acme/rtos"},
    "/metrics": {"from": "2026-01-01", "to": "2026-10-31", "format": "json"},
    "/devices/{device}/periodic-report": {"from": "2026-01-01", "to": "2026-10-31"},
    "/devices/{device}/releases/{release}/findings": {"format": "openvex"},
    "/devices/{device}/releases/{release}/evidence": {"component": "FreeRTOS"},
    "/devices/{device}/releases/{release}/sbom/diff": {"from": "1"},
    "/search": {"q": "bus"},
    "/statements": {"vulnerability": "$vulnerability"},
    "/where": {"q": "$vulnerability"},
}
NO_EVENT = {"on": YESTERDAY, "basis": "criteria_not_met", "reason": "no harm"}
SIGN = {"user": "$me", "secret": SECRET, "record": "$communication"}
BODIES = {
    "POST /casefiles": {"device": "Pump", "vulnerability": "CVE-2020-8622", "facts": {"learned_on": YESTERDAY}},
    "POST /casefiles/{casefile}/attachments": (b"a letter", BYTES, {"file": "letter.txt"}),
    "POST /casefiles/{casefile}/close": {"on": YESTERDAY, "secret": SECRET},
    "POST /casefiles/{casefile}/renaming": {"vulnerability": "CVE-2020-8625", "why": "the id was mistyped"},
    "POST /casefiles/{casefile}/reopening": {"why": "the port is open after all"},
    "PUT /casefiles/{casefile}/rubric": {"answers": {"XAVN": "yes"}},
    "POST /casefiles/{casefile}/signatures meaning=authorship": {**SIGN, "record": "$own_record"},
    "POST /casefiles/{casefile}/signatures": SIGN,
    "POST /signals": {"received": {"kind": "complaint", "received": YESTERDAY, "summary": "it hangs", "source": "x"}},
    "POST /signals/{signal}/entries kind=received": {"content": {"summary": "it stops"}, "why": "heard wrongly"},
    "POST /signals/{signal}/entries kind=contact": {"content": {"name": "Zoe"}, "why": "asked"},
    "POST /signals/{signal}/entries kind=acknowledgement": {"content": {"at": YESTERDAY}},
    "POST /signals/{signal}/entries kind=correspondence": {"content": {"direction": "in", "at": YESTERDAY,
                                                                        "with": "Zoe", "text": "hello"}},
    "POST /signals/{signal}/entries kind=embargo": {"content": {"until": "2030-01-01T00:00:00Z"}},
    "POST /signals/{signal}/entries kind=credit": {"content": {"name": "Zoe"}},
    "POST /signals/{signal}/entries kind=cve_request": {"content": {"requested_on": YESTERDAY}},
    "POST /signals/{signal}/entries kind=mdr_rationale": {"content": NO_EVENT},
    "POST /signals/{signal}/signatures": {"user": "$me", "secret": SECRET},
    "POST /signals/{signal}/triage": {"as": "accepted"},
    "POST /signals/{signal}/casefile": {"casefile": "$casefile", "why": "found in a drawer"},
    "POST /statements": {"vulnerability": "$undecided", "scope": "device", "device": "Pump", "status": "affected",
                         "action": "update", "reason": "it is called"},
    "POST /statements/confirmations": {"device": "Pump", "release": "2"},
    "DELETE /statements/{statement}": {"reason": "it is called after all"},
    "POST /devices": {"name": "Pump 2"},
    "PATCH /devices/{device}": {"class": "III"},
    "POST /devices/{device}/releases": {"version": "3"},
    "PATCH /devices/{device}/releases/{release}": {"units": 77, "counted_on": YESTERDAY, "why": "counted again"},
    "PUT /devices/{device}/releases/{release}/sbom": (example("pump.cdx.json"), {"Content-Type": "application/json"},
                                                      {"file": "pump.cdx.json", "why": "built again"}),
    "POST /devices/{device}/lots": {"release": "1", "lot": "L2", "quantity": 5},
    "PUT /devices/{device}/lots": (b"release,lot,quantity\n1,L7,5\n", CSV, {"file": "lots.csv"}),
    "PATCH /devices/{device}/lots/{lot}": {"model_number": "M"},
    "POST /consignees": (b"account,name,country,device,release,shipment,quantity,shipped_on\n"
                         b"A1,General,US,Pump,1,1,5,2026-01-09\n", CSV, {"file": "sent.csv"}),
    "PUT /consignees/{account}": {"name": "Ward 3", "country": "DE"},
    "POST /controls": {"control": "unplug", "text": "unplug the cable", "term": "interim"},
    "POST /backups": {"why": "before the inspection"},
    "POST /decide": json.loads(example("facts.json")),
    "PUT /program/isao": {"criterion": 1, "evidence": "DOC-1", "on": YESTERDAY},
    "POST /backups/{backup}/verification": {},
    "POST /inspections/check": (b"made by prepare()", BYTES, {"file": "inspection.zip"}),
    "POST /vex": (json.dumps(openvex("CVE-2020-8622", "pkg:npm/x@1")).encode(), BYTES, {"file": "vex.json"}),
    "POST /match": {},
    "PUT /views/{list}/{view}": {"query": "kev=1"},
    "DELETE /views/{list}/{view}": {},
    "POST /jobs/{job}/again": {},
    "POST /feeds/sync": {},
    "POST /metrics": {"from": "2026-01-01", "to": YESTERDAY, "format": "json"},
    "POST /gudid": (RECORDS, BYTES, {"file": "g.jsonl"}),
    "POST /devices/import": (RECORDS, BYTES, {"file": "g.jsonl", "di": DI}),
    "POST /devices/{device}/releases/{release}/evidence": (b"os/list.c\nos/queue.c\n", {"Content-Type": "text/plain"},
                                                           {"file": "files.txt", "component": "FreeRTOS"}),
    "POST /devices/{device}/releases/{release}/evidence/acceptance": {"component": "FreeRTOS", "all": True,
                                                                      "why": "they are not compiled"},
    "POST /devices/{device}/releases/{release}/sbom/diff": (example("pump.cdx.json"),
                                                            {"Content-Type": "application/json"}, {"file": "x.json"}),
    "POST /sbom/diff": (pair_of_sboms(), BYTES, {"file": "two.zip"}),
    "POST /scan": (example("pump.cdx.json"), {"Content-Type": "application/json"}, {"file": "pump.cdx.json"}),
    "POST /sbom/check": (example("pump.cdx.json"), {"Content-Type": "application/json"}, {"file": "pump.cdx.json"}),
    "POST /signals/from-findings": {},
    "POST /signals/from-advisory": (json.dumps(openvex("CVE-2020-8622", "Pump", "affected")).encode(), BYTES,
                                    {"file": "advisory.json"}),
    "POST /feeds/import": (json.dumps(KEV).encode(), BYTES, {"file": "kev.json"}),
    "POST /coverage": {},
    "POST /aliases": {"package": "pkg:generic/acme/rtos", "is_also": "cpe:2.3:o:amazon:freertos", "why": "a fork"},
    "DELETE /aliases/{rule}": {"why": "it is none"},
    "POST /names": {"source": "osv:go", "record": "GO-2099-0002", "name": "CVE-2099-0002", "why": "it is not"},
    "DELETE /names/{refusal}": {"why": "it is"},
    "PUT /feeds/{source}/off": {"why": "it is wrong"},
    "DELETE /feeds/{source}/off": {"why": "it is right again"},
    "PUT /program/firm-telephone": {"value": "+1 555 0100"},
    "PUT /program/time-zone": {"value": "America/New_York"},
    "PUT /program/acknowledge-within": {"value": "5"},
    "PUT /program/check/{question}": {"answer": "yes"},
    "POST /program/policies": {"policy": {"version": "ours-9"}},
    "POST /program/policies/{policy}/approval": {"user": "$me", "secret": SECRET},
    "POST /users": {"user": "zoe", "full_name": "Zoe Z", "roles": ["reader"], "identity_verified_on": "2026-01-02"},
    "PATCH /users/{user} roles": {"roles": ["reader", "security"]},
    "PATCH /users/{user} state": {"state": "active"},
    "PATCH /users/{user} identity_verified_on": {"identity_verified_on": "2026-02-03"},
    "PATCH /users/{user} training": {"training": "SOP-8", "training_until": "2031-01-01"},
    "POST /users/{user}/reset": {},
    "PUT /access": {"review_days": 400},
    "POST /access/reviews": {"note": "all as it should be"},
    "DELETE /sessions/{session} own": {},
    "DELETE /sessions/{session} other": {},
    "POST /tokens": {"label": "mine"},
    "DELETE /tokens/{token} own": {},
    "DELETE /tokens/{token} other": {},
    "DELETE /session": {},
    "PUT /session/secret": {"secret": SECRET, "new_secret": SECRET},
    "PUT /users/{user}/identity": {"issuer": "https://login.example", "subject": "olga"},
    "DELETE /users/{user}/identity": {},
    "POST /session/oidc": {},
    "POST /session/oidc/return": {"state": "x", "code": "y"},
    "POST /session/second-factor": {},
    "POST /session/second-factor/confirmation": {"code": "$code"},
    "DELETE /users/{user}/second-factor": {"why": "the telephone is lost"},
    "PUT /second-factor": {"roles": []},
    "POST /disclosures": {"product": "Pump", "summary": "it opens", "description": "with a cable"},
    "POST /casefiles/{casefile}/advisory": {"revision": "again"},
    "POST /casefiles/{casefile}/advisory/draft": {"title": "The pump"},
    "POST /casefiles/{casefile}/reports/{kind}": {"format": "json"},
    "POST /csaf/check": (b"{}", {"Content-Type": "application/json"}, {"file": "some.json"}),
    "POST /inspections": {"casefiles": [1]},
    "PUT /program/templates/{template}": {"text": "On {{device}}"},
    "POST /session": {"user": "$me", "secret": SECRET},
    "POST /first": {"word": "x", "user": "eve", "full_name": "Eve E", "secret": SECRET, "accept": True},
}
# Who asks is let through, and told that there are users already, that this server has no provider, or that the new
# secret is the old one.
TOLD = {"POST /api/v1/feeds/sync": 409,  # this server fetches nothing
        "POST /api/v1/casefiles/{casefile}/reports/{kind}": 409,  # whether it owes a report is not decided
        "POST /api/v1/first": 409, "POST /api/v1/session/oidc": 404, "POST /api/v1/session/oidc/return": 404,
        "PUT /api/v1/session/secret": 422}
RECORDS = {
    "assessment": {"facts": {"on": YESTERDAY, "exploitability": "low", "severity": "minor", "rationale": "a wall"}, "why": "there is a wall"},
    "clock_decision": {"facts": {"on": YESTERDAY, "choice": "literal"}},
    "communication": {"facts": {"on": YESTERDAY, "to": ["customers"], "describes_impact": True}},
    "control": {"facts": {"identified_on": YESTERDAY, "adds_risk": False}, "more": {"text": "unplug it"}},
    "correction": {"facts": {"kind": "correction", "reported_on": YESTERDAY}, "why": "it was made elsewhere"},
    "distribution": {"more": {"fix": "$fix", "on": YESTERDAY, "units": 1, "release": "3.2.0"}},
    "effectiveness_check": {"more": {"level": "B", "consignee": "40010", "on": YESTERDAY, "result": "effective"}},
    "response": {"more": {"consignee": "40010", "on": YESTERDAY, "result": "confirmed"}},
    "event": {"facts": {"kind": "malfunction", "known_on": YESTERDAY}},
    "extension": {"facts": {"initiated_on": YESTERDAY}},
    "fix": {"facts": {"kind": "software"}, "more": {"text": "1.1"}},
    "installation": {"more": {"release": "3.2.0", "on": YESTERDAY, "units": 1, "consignee": "40010"}},
    "periodic_item": {"more": {"item": "5", "text": "nothing"}},
    "periodic_report": {"facts": {"reported_on": YESTERDAY}},
    "ssvc": {"more": {"exploitation": "none"}},
    "plan": {"facts": {"on": YESTERDAY, "timeline_rationale": "two weeks"}},
    "premarket_evaluation": {"facts": {"on": YESTERDAY}, "more": {"question": "is it", "conclusion": "document_to_file",
                                                                  "basis": "it is not", "evaluated_by": "R"}},
    "mdr_item": {"more": {"event": "$event", "item": ["h5"], "text": "no"}},
    "mdr_rationale": {"more": {"signal": "$complaint", **NO_EVENT}},
    "report_item": {"more": {"item": "5", "text": "nothing"}},
    "supplement": {"facts": {"received_on": YESTERDAY}, "more": {"event": "$event"}},
    "validation": {"more": {"fix": "$fix", "on": YESTERDAY, "result": "pass", "protocol": "P-1", "validated_by": "V"}},
    "vulnerability": {"facts": {"exploited": False}, "why": "heard today"},
}


def made(answer):
    assert 200 <= answer.status < 300, answer
    return answer.json if answer.body else None


def enrol(server, name, *roles):
    one = made(server.clients["ada"].post("/users", {"user": name, "full_name": name.title() + " P", "roles": roles,
                                                     "identity_verified_on": "2026-01-02"}))
    return server.sign_in(name, one["secret"], new_secret=SECRET, accept=True)


def prepare_casefile(all_may, second, known):
    """A casefile that owes nothing and is signed, so that it may be closed; one in which every record may be made."""
    listed = all_may.get("/casefiles").json["items"]
    known["closing"] = listed[0]["casefile"]
    path = f"/casefiles/{known['closing']}"
    before = next(r["number"] for r in all_may.get(path).json["records"] if r["kind"] == "assessment")
    anew = made(all_may.post(path + "/records/assessment", {
        "facts": {"on": YESTERDAY, "exploitability": "low", "severity": "minor", "rationale": "x"},
        "amends": before,
        "why": "signed from now on"}))["record"]
    for who, meaning, name in ((all_may, "authorship", "otto"), (second, "approval", "olga")):
        made(who.post(path + "/signatures", {"record": anew, "meaning": meaning, "user": name, "secret": SECRET}))
    known["casefile"] = listed[1]["casefile"]
    path = f"/casefiles/{known['casefile']}"
    for kind in ("communication", "event", "fix", "validation", "distribution"):
        body = RECORDS[kind]
        if "fix" in body.get("more", {}):
            body = {"more": {**body["more"], "fix": known["fix"]}}
        known[kind] = made(second.post(f"{path}/records/{kind}", body))["record"]
    made(second.post(path + "/signatures", {"record": known["communication"], "meaning": "authorship", "user": "olga",
                                            "secret": SECRET}))
    known["complaint"] = made(second.post("/signals", BODIES["POST /signals"]))["signal"]
    made(second.post(f"/signals/{known['complaint']}/casefile", {"casefile": known["casefile"], "why": "it is about it"}))
    known["letter"] = made(second.ask("POST", f"/api/v1{path}/attachments", body=b"x", query={"file": "a.txt"},
                                      headers=BYTES))["record"]


def prepare_closed(all_may, second, known):
    """A casefile that was closed, to be opened again."""
    known["closed"] = made(all_may.post("/casefiles", {"device": "Pump", "vulnerability": "CVE-2020-8624", "why": "x",
                                                       "facts": {"learned_on": YESTERDAY}}))["casefile"]
    path = f"/casefiles/{known['closed']}"
    judged = made(all_may.post(path + "/records/assessment", {
        "facts": {"on": YESTERDAY, "exploitability": "low", "severity": "minor", "rationale": "x"}}))["record"]
    for who, meaning, name in ((all_may, "authorship", "otto"), (second, "approval", "olga")):
        made(who.post(path + "/signatures", {"record": judged, "meaning": meaning, "user": name, "secret": SECRET}))
    made(all_may.post(path + "/close", {"on": YESTERDAY, "secret": SECRET}))


def prepare_field(all_may, known):
    """A device with a release that was decided about, and the next one, which has the same content."""
    sbom = BODIES["PUT /devices/{device}/releases/{release}/sbom"]
    made(all_may.post("/devices", {"name": "Pump", "udi_di": ["09521000099999"], "class": "II", "pathway": "510k"}))
    for version in "12":
        made(all_may.ask("PUT", f"/api/v1/devices/Pump/releases/{version}/sbom", body=sbom[0], headers=sbom[1],
                         query=sbom[2]))
        if version == "1":
            rows = all_may.get("/findings", device="Pump").json["items"]
            component = {row["vulnerability"]: row["component"]["name"] for row in rows}
            known["vulnerability"], known["undecided"] = sorted(component)[:2]
            decision = {**BODIES["POST /statements"], "vulnerability": known["vulnerability"], "scope": "finding",
                        "release": "1", "component": component[known["vulnerability"]]}
            known["statement"] = made(all_may.post("/statements", decision))["statement"]
    known["lot"] = made(all_may.post("/devices/Pump/lots", {"release": "1", "lot": "L1", "quantity": 5}))["number"]
    made(all_may.post("/casefiles", {"device": "Pump", "vulnerability": known["vulnerability"],
                                     "facts": {"learned_on": YESTERDAY}, "why": "it came into this device later"}))
    known["component_id"] = all_may.get("/devices/Pump/releases/1/sbom/components").json["items"][0]["id"]
    made(all_may.post("/controls", {"control": "isolate", "text": "isolate it", "term": "interim"}))
    known["rule"] = made(all_may.post("/aliases", {"package": "pkg:generic/acme/os", "why": "a fork",
                                                   "is_also": "cpe:2.3:o:amazon:freertos"}))["rule"]


def prepare_evidence(all_may):
    """A record that names a source file of what the pump has, and a list of compiled files without that."""
    record = {"cveMetadata": {"cveId": "CVE-2026-9001", "state": "PUBLISHED", "assignerShortName": "x"}, "containers": {
        "cna": {"affected": [{"vendor": "amazon", "product": "freertos", "programFiles": ["net/tcp.c"],
                              "cpes": ["cpe:2.3:o:amazon:freertos:*:*:*:*:*:*:*:*"],
                              "versions": [{"version": "10.0.0", "lessThan": "10.0.9", "status": "affected"}]}]}}}
    vex = hand_in(all_may, "vex.json", json.dumps(openvex("CVE-2020-8622", "pkg:npm/x@2")).encode(), "/vex")
    assert ended(all_may, made(vex)["job"])["state"] == "done"
    job = made(hand_in(all_may, "cve.json", json.dumps(record).encode()))["job"]
    assert ended(all_may, job)["state"] == "done"
    made(all_may.ask("POST", "/api/v1/devices/Pump/releases/1/evidence", body=b"os/list.c\n",
                     query={"file": "files.txt", "component": "FreeRTOS"}, headers={"Content-Type": "text/plain"}))


def written_by(client, known):
    return made(client.post(f"/casefiles/{known['casefile']}/records/communication", RECORDS["communication"]))["record"]


def explained_by(client):
    """A complaint that is in no casefile, with why it is not reportable."""
    number = made(client.post("/signals", BODIES["POST /signals"]))["signal"]
    made(client.post(f"/signals/{number}/entries", {"kind": "mdr_rationale", "content": NO_EVENT}))
    return number


def prepare(server):
    """Everything that a row asks for, and somebody of each role: otto, with tokens of one role each, and one user each
    who had all roles and has only one left. Returns (known, who: role -> (session, token))."""
    known, who = {}, {}
    server.begin()
    made(server.clients["ada"].ask("PUT", "/api/v1/program/security-contact", {"value": "mailto:psirt@pump.example"}))
    otto, olga = enrol(server, "otto", *ROLES), enrol(server, "olga", *ROLES)
    prepare_casefile(otto, olga, known)
    prepare_field(otto, known)
    prepare_closed(otto, olga, known)
    packed = ended(otto, made(otto.post("/inspections", {"casefiles": [1]}))["job"])
    BODIES["POST /inspections/check"] = (otto.get(f"/jobs/{packed['job']}/file").body,
                                         *BODIES["POST /inspections/check"][1:])
    prepare_evidence(otto)
    for number in "12":
        two = {"id": f"GO-2099-000{number}", "modified": "2026-01-01T00:00:00Z", "aliases": [f"CVE-2099-000{number}"]}
        job = made(hand_in(otto, f"go{number}.json", json.dumps(two).encode()))["job"]
        assert ended(otto, job)["state"] == "done"
    known["refusal"] = made(otto.post("/names", {**BODIES["POST /names"], "record": "GO-2099-0001",
                                                 "name": "CVE-2099-0001"}))["refused"]["number"]
    made(otto.ask("PUT", "/api/v1/feeds/epss/off", {"why": "to be turned on again"}))
    made(otto.post(f"/casefiles/{known['casefile']}/advisory", {}))
    place = otto.get(f"/casefiles/{known['casefile']}/advisory").json["public_at"]
    known["year"], known["name"] = place.split("/")[-2:]
    set_up(olga)
    made(server.clients["ada"].ask("PUT", "/api/v1/users/olga/identity", {"issuer": "https://x.example", "subject": "o"}))
    known["signal"] = made(olga.post("/signals", BODIES["POST /signals"]))["signal"]
    known["draft"] = made(olga.post("/program/policies", {"policy": {"version": "ours-8"}}))["number"]
    known["other_session"] = next(s["session"] for s in olga.get("/sessions").json["items"])
    known["other"] = made(olga.post("/tokens", {"label": "hers"}))["token"]
    known["own_record"], known["own_signal"] = {"otto": written_by(otto, known)}, {"otto": explained_by(otto)}
    known["explained"] = explained_by(olga)
    made(olga.post(f"/signals/{known['explained']}/signatures", {"meaning": "authorship", "user": "olga", "secret": SECRET}))
    for role in ROLES:
        name = "all." + role.replace("_", "-")
        session, token = enrol(server, name, *ROLES), server.client()
        server.sign_in(name)  # once more, to be ended
        known["own_record"][name], known["own_signal"][name] = written_by(session, known), explained_by(session)
        made(server.clients["ada"].ask("PATCH", f"/api/v1/users/{name}", {"roles": [role]}))
        token.token = made(otto.post("/tokens", {"label": role, "roles": [role]}))["secret"]
        who[role] = ((name, session), ("otto", token))
    return known, who


def body_of(what, more):
    kind = what.removeprefix("POST /casefiles/{casefile}/records/")
    if kind in RECORDS:
        return RECORDS[kind]
    return BODIES[f"{what} {more}"] if f"{what} {more}" in BODIES else BODIES[what]


class Walk:
    """One who asks for every row, on a copy of the store."""

    def __init__(self, server, store, known, name, client):
        self.backups = tempfile.mkdtemp(prefix="aftercare-backups-")
        open(os.path.join(self.backups, "there.backup"), "wb").close()  # to be asked for by its name
        self.server = harness.Server(server.program, server.contract, store, ["--backups", self.backups])
        self.known, self.name = {**known, "me": name, "own_record": known["own_record"].get(name)}, name
        self.client = self.server.client()
        if client:
            self.client.cookie, self.client.csrf, self.client.token = client.cookie, client.csrf, client.token

    def close(self):
        self.server.close()
        shutil.rmtree(self.backups)

    def fill(self, value):
        """The body with what stands for $NAME."""
        if isinstance(value, dict):
            return {key: self.fill(inner) for key, inner in value.items()}
        return self.known[value[1:]] if isinstance(value, str) and value.startswith("$") else value

    def session_of_own(self):
        """Another one than that which asks; nobody has any."""
        listed = self.client.get("/sessions").json.get("items", [])
        return next((s["session"] for s in listed if s["user"] == self.name and not s["current"]), "none")

    def words(self, method, path, more):
        own = {"device": "Pump", "release": "1", "question": "SA-01", "control": "isolate", "account": "W3",
               "rule": self.known["rule"], "policy": "current", "user": "olga", "record": self.known["letter"],
               "kind": "806", "backup": "there.backup", "component": self.known["component_id"], "document": 1, "token": self.known.get(more), "job": 1,
               "template": "customer-notice", "list": "findings", "view": "Mine", "source": "kev" if method == "PUT" else "epss", "refusal": self.known["refusal"],
               **{key: self.known[key] for key in ("casefile", "year", "name", "lot", "signal", "statement", "vulnerability")}}
        if path == "/signals/{signal}/signatures":
            authors = more == "meaning=authorship"
            own["signal"] = self.known["own_signal"].get(self.name) if authors else self.known["explained"]
        if path.startswith("/sessions/"):
            own["session"] = self.known["other_session"] if more == "other" else self.session_of_own()
        if path.endswith("/close"):
            own["casefile"] = self.known["closing"]
        if path.endswith(("/renaming", "/reopening")):
            own["casefile"] = self.known["closed"]
        if method == "GET" and path.startswith("/consignees/"):
            own["account"] = "40010"
        if path.endswith("/jobs/{job}/file"):
            own["job"] = self.known.get("package", 1)
        if path.endswith("/again"):
            own["job"] = self.known.get("failed_job", 1)
        if method == "POST" and path.endswith("/reports/{kind}"):
            own["kind"] = "806.20"
        if path.endswith("/approval"):
            own["policy"] = self.known["draft"]
        return own

    def ask(self, row):
        """The answer to what a row asks for."""
        method, address, more = (row + " ").split(" ", 2)
        more = more.strip()
        path = address.removeprefix("/api/v1")
        for word, value in self.words(method, path, more).items():
            address = address.replace("{" + word + "}", str(value))
        if method == "GET":
            return self.client.ask(method, address, query=self.fill(QUERIES.get(path, {})))
        body = body_of(f"{method} {path}", more)
        if isinstance(body, tuple):
            return self.client.ask(method, address, body=body[0], headers=body[1], query=body[2])
        key, _, value = more.partition("=")
        return self.client.ask(method, address, {**self.fill(body), **({key: value} if value else {})})


def outcome(walk, row):
    """What a row came to, "lets through" or "refuses"; anything else is wrong."""
    if row == "DELETE /api/v1/tokens/{token} own" and walk.client.cookie:
        walk.known["own"] = made(walk.client.post("/tokens", {"label": "short"}))["token"]
    elif row == "DELETE /api/v1/tokens/{token} own":
        listed = walk.client.get("/tokens").json["items"]
        walk.known["own"] = next(t["token"] for t in listed if t["user"] == walk.name and not t["ended_at"])
    answer = walk.ask(row)
    if row == "POST /api/v1/session/second-factor" and answer.status == 201:
        walk.known["code"] = code_of(answer.json["secret"])
    if row in JOBS and answer.status == 202:
        state = ended(walk.client, answer.json["job"])
        assert state["state"] == "done", state
        walk.known["package"] = state["job"]
        return "lets through"
    if 200 <= answer.status < 300 or TOLD.get(row) == answer.status:
        return "lets through"
    return "refuses" if answer.status == 403 else f"answers {answer}"


def failed_jobs(store, who):
    """{(role, name): number}: a job that failed, and asks for what the role may have done, if anything."""
    jobs = {}
    with contextlib.closing(sqlite3.connect(store)) as to, to:  # closed: the store is copied next, without a journal
        for role, people in who.items():
            path, body = ("metrics", BODIES["POST /metrics"]) if role == "regulatory" else ("match", {})
            for name in {name for name, _ in people}:
                jobs[role, name] = 1000 + len(jobs)
                to.execute("INSERT INTO job (id, runner, who, kind, request_key, digest, path, query, body, added_at, ended_at,"
                           " error) VALUES (?, '1.1', ?, ?, '', x'', ?, '', ?, 1, 2, 'it failed')",
                           (jobs[role, name], name, path, f"/api/v1/{path}", json.dumps(body)))
    return jobs


JOBS = ("POST /api/v1/feeds/import", "POST /api/v1/vex", "POST /api/v1/devices/import", "POST /api/v1/gudid",
        "POST /api/v1/match", "POST /api/v1/metrics", "POST /api/v1/inspections")  # the last one makes a file
BY_SESSION = ("POST /api/v1/tokens",)  # refused to every token
LAST = ("DELETE /api/v1/session", "DELETE /api/v1/tokens/{token} own")  # they end what the walk asks with


def in_order(rows):
    """A job is there before it is asked for; what ends the session or token comes last."""
    first = [row for job in JOBS for row in rows if row[0] == job]
    last = [row for end in reversed(LAST) for row in rows if row[0] == end]
    return first + [row for row in rows if row not in first + last] + last


def walk_all(server, store, known, role, how, name, client):
    """What differs from the page. What everybody may is asked for with every session, and with one token."""
    walk, wrong = Walk(server, store, {**known, "failed_job": known["failed_jobs"][role, name]}, name, client), []
    for row, roles in in_order(read_page()):
        if how == "token" and (row == "DELETE /api/v1/session" or (roles == set(ROLES) and role != "reader")):
            continue  # a token is no session that could end
        lets = (roles is None or role in roles) and not (how == "token" and row in BY_SESSION)
        expected, came_to = "lets through" if lets else "refuses", outcome(walk, row)
        if came_to != expected:
            wrong.append(f"{row}: {role}, by {how}: {came_to}, the page says that it {expected}")
    walk.close()
    return wrong


def walk_unknown(server, store, known, client, title):
    walk, wrong = Walk(server, store, {**known, "own": 1, "code": "123456"}, "otto", client), []
    for row, roles in read_page():
        status = walk.ask(row).status
        if (status == 401) != (roles is not None):
            wrong.append(f"{row}: {title}: {status}")
    walk.close()
    return wrong


def test_every_address_in_every_role_and_in_none(server):
    known, who = prepare(server)
    ended_token = server.client()
    one = made(server.clients["ada"].post("/tokens", {"label": "ended"}))
    ended_token.token = one["secret"]
    assert server.clients["ada"].ask("DELETE", f"/api/v1/tokens/{one['token']}").status == 204
    server.stop()
    known["failed_jobs"] = failed_jobs(server.store, who)
    wrong = walk_unknown(server, server.store, known, None, "nobody")
    wrong += walk_unknown(server, server.store, known, ended_token, "a token that was ended")
    for role, (by_session, by_token) in who.items():
        wrong += walk_all(server, server.store, known, role, "session", *by_session)
        wrong += walk_all(server, server.store, known, role, "token", *by_token)
    assert not wrong, "\n".join(wrong)


def test_the_page_and_the_contract_name_the_same_roles(server):
    operations, wrong = {}, []
    for row, roles in read_page():
        method, address = row.split(" ")[:2]
        template, operation = server.contract.operation(method, address)
        assert operation is not None, f"{row} is on the page and not in docs/openapi.json"
        _, of = operations.setdefault((method, template), (operation, set()))
        of |= roles if roles is not None else {"public"}
    for (method, template), (operation, roles) in operations.items():
        told = {"public"} if operation.get("security") == [] else set(operation.get("x-roles", ROLES))
        if told != roles:
            wrong.append(f"{method} {template}: openapi.json {sorted(told)}, the page {sorted(roles)}")
    for template, item in server.contract.document["paths"].items():
        for method in item:
            if method in ("get", "post", "put", "patch", "delete") and (method.upper(), template) not in operations:
                wrong.append(f"{method.upper()} {template} has no row in docs/man/permissions.md")
    assert not wrong, "\n".join(wrong)
