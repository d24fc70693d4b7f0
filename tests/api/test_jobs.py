"""Jobs and the files that they made, over the end of a server."""
import json
import sqlite3

from people import enrol
from test_gudid import RECORDS
from test_imports import KEV, ended, hand_in


def kill(server):
    """As a power cut would end it."""
    server.process.kill()
    server.process.wait()
    server.process.stdout.close()


def begin_again(server):
    known = server.clients
    server.start()
    server.clients = known


def held(server):
    """Another process changes the store: jobs wait."""
    other = sqlite3.connect(server.store, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


def rows(server, words, *values):
    with sqlite3.connect(server.store) as store:
        return store.execute(words, values).fetchall()


def test_what_was_made_is_there_after_a_restart(server):
    server.begin()
    rita, sam = enrol(server, "rita", "sam")
    done = ended(rita, rita.post("/inspections", {"casefiles": [2], "why": "an inspection"}).json["job"])
    file = rita.get(f"/jobs/{done['job']}/file")
    assert file.status == 200 and len(file.body) > 1000, file
    failed = ended(rita, rita.post("/inspections", {"casefiles": [99]}).json["job"])
    assert failed["state"] == "failed" and failed["again"], failed
    server.stop()
    begin_again(server)
    assert rita.get(f"/jobs/{done['job']}").json == done
    assert rita.get("/jobs").json["items"] == [failed, done]
    again = rita.get(f"/jobs/{done['job']}/file")
    assert again.body == file.body and again.headers["Content-Type"] == file.headers["Content-Type"]
    assert again.headers["Content-Disposition"] == file.headers["Content-Disposition"]
    assert sam.get(f"/jobs/{done['job']}/file").status == 403
    later = rita.post("/metrics", {"from": "2026-01-01", "to": "2026-03-31", "format": "csv"}).json["job"]
    assert later > failed["job"] and ended(rita, later)["state"] == "done"


def test_what_was_not_begun_is_told_and_asked_for_again(server):
    server.begin()
    rita, sam, rhea = enrol(server, "rita", "sam", "rhea")
    first = ended(rita, rita.post("/inspections", {"casefiles": [2]}).json["job"])["job"]
    before = len(rita.get("/trail", what="metrics.issue").json["items"])
    listing = (RECORDS + b"\n") * (60_000_000 // len(RECORDS))  # read for a while, and nothing is changed
    with held(server) as blocker:
        blocker.execute("ROLLBACK")
        big = hand_in(sam, "g.jsonl", listing, "/gudid").json["job"]
        waiting = rita.ask("POST", "/api/v1/metrics", {"from": "2026-01-01", "to": "2026-03-31", "format": "html"},
                           headers={"Idempotency-Key": "k1"}).json["job"]
        feed = hand_in(sam, "kev.json", json.dumps(KEV).encode()).json["job"]
        blocker.execute("BEGIN IMMEDIATE")
        state = rita.get(f"/jobs/{waiting}").json["state"]
        kill(server)
    assert state == "waiting", state
    begin_again(server)
    told = rita.get(f"/jobs/{waiting}").json
    assert told["state"] == "failed" and told["again"] and told["ended_at"], told
    assert told["error"] == "the server ended before this was done, and nothing of it was kept: ask for it again"
    lost = sam.get(f"/jobs/{feed}").json
    assert lost["state"] == "failed" and not lost["again"] and lost["error"].endswith("hand the file in again"), lost
    assert sam.get(f"/jobs/{big}").json["state"] == "failed"
    assert len(rita.get("/trail", what="metrics.issue").json["items"]) == before
    # who asked may again, nobody else; and what cannot be is refused
    assert sam.post(f"/jobs/{waiting}/again", {}).status == 403
    assert sam.post(f"/jobs/{feed}/again", {}).status == 409
    assert rita.post(f"/jobs/{first}/again", {}).status == 409
    assert rita.post("/jobs/999/again", {}).status == 404
    anew = rita.post(f"/jobs/{waiting}/again", {})
    assert anew.status == 202 and anew.json["job"] > feed, anew
    assert anew.headers["Location"] == f"/api/v1/jobs/{anew.json['job']}"
    done = ended(rita, anew.json["job"])
    assert done["state"] == "done" and done["kind"] == "metrics.issue", done
    assert rita.get(f"/jobs/{done['job']}/file").status == 200
    # the request of before is the job of before, under its key
    same = rita.ask("POST", "/api/v1/metrics", {"from": "2026-01-01", "to": "2026-03-31", "format": "html"},
                    headers={"Idempotency-Key": "k1"})
    assert same.json["job"] == waiting and same.headers["Idempotency-Replayed"] == "true"


def test_what_was_done_is_not_done_again(server):
    server.begin()
    rita, = enrol(server, "rita")
    done = ended(rita, rita.post("/metrics", {"from": "2026-01-01", "to": "2026-03-31"}).json["job"])
    entry = rita.get("/trail", what="metrics.issue").json["items"][0]["number"]
    kill(server)
    # the server ended between the change and the note of it
    rows(server, "UPDATE job SET ended_at = NULL, error = NULL, result = NULL, file_name = NULL, runner = '1.1'")
    begin_again(server)
    told = rita.get(f"/jobs/{done['job']}").json
    assert told["state"] == "failed" and not told["again"], told
    assert f"as entry {entry} of the audit trail" in told["error"], told
    assert rita.post(f"/jobs/{done['job']}/again", {}).status == 409
    assert rows(server, "SELECT COUNT(*) FROM job_file") == [(0,)], "nothing half-written stays"
    assert len(rita.get("/trail", what="metrics.issue").json["items"]) == 1


def test_the_roles_of_now_decide(server):
    ada = server.begin()
    rita, = enrol(server, "rita")
    failed = ended(rita, rita.post("/inspections", {"casefiles": [99]}).json["job"])
    assert ada.ask("PATCH", "/api/v1/users/rita", {"roles": ["reader"]}).status == 200
    refused = server.sign_in("rita").post(f"/jobs/{failed['job']}/again", {})
    assert refused.status == 403 and "no role" in refused.json["detail"], refused


def test_a_hundred_are_kept(server):
    server.begin()
    rita, = enrol(server, "rita")
    for _ in range(104):
        last = ended(rita, rita.post("/inspections", {"casefiles": [99]}).json["job"])
    assert len(rita.get("/jobs").json["items"]) == 100
    assert rita.get("/jobs/1").status == 404
    assert rows(server, "SELECT COUNT(*), MAX(id) FROM job") == [(100, last["job"])]
