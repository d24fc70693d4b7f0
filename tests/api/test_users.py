"""Users and access tokens."""
import json

from harness import SECRET
from people import enrol
from work import worker


def test_an_administrator_enrols_and_changes(server):
    ada = server.begin()
    made = ada.post("/users", {"user": "sam", "full_name": "Sam S", "roles": ["security"],
                               "identity_verified_on": "2026-01-02"})
    assert made.status == 201
    once = made.json["secret"]
    who = server.client()
    assert who.post("/session", {"user": "sam", "secret": once, "accept": True}).status == 409
    sam = server.sign_in("sam", once, new_secret=SECRET, accept=True)
    assert sam.get("/users").status == 403
    assert ada.get("/users/sam").json["roles"] == "security"
    changed = ada.ask("PATCH", "/api/v1/users/sam", {"roles": ["security", "reviewer"]})
    assert changed.json["roles"] == "security, reviewer"
    assert ada.ask("PATCH", "/api/v1/users/sam", {"roles": ["king"]}).status == 422
    assert ada.ask("PATCH", "/api/v1/users/nobody", {"state": "disabled"}).status == 404
    assert ada.ask("PATCH", "/api/v1/users/sam", {"state": "disabled"}).status == 200
    assert sam.get("/casefiles").status == 401
    assert len(ada.get("/users", limit=1).json["items"]) == 1


def test_a_change_of_what_was_changed_meanwhile_is_refused(server):
    ada = server.begin()
    enrol(server, "sam")
    tag = ada.get("/users/sam").headers["ETag"]
    kept = {"headers": {"If-Match": tag}}
    assert ada.ask("PATCH", "/api/v1/users/sam", {"roles": ["reader"]}, **kept).status == 200
    assert ada.ask("PATCH", "/api/v1/users/sam", {"roles": ["security"]}, **kept).status == 412
    assert ada.get("/users/sam").json["roles"] == "reader"


def test_a_token_can_do_no_more_than_it_was_given(server):
    server.begin()
    sam, = enrol(server, "sam")
    assert sam.post("/tokens", {"label": "ci", "roles": ["administrator"]}).status == 403
    assert sam.post("/tokens", {"label": "ci", "days": 1000}).status == 422
    made = sam.post("/tokens", {"label": "ci", "roles": ["security"], "days": 1})
    assert made.status == 201
    program = server.client()
    program.token = made.json["secret"]
    assert program.get("/casefiles").status == 200
    listed = sam.get("/tokens").json["items"]
    assert [t["label"] for t in listed] == ["ci"] and made.json["secret"] not in str(listed)
    assert sam.ask("DELETE", f"/api/v1/tokens/{made.json['token']}").status == 204
    assert program.get("/casefiles").status == 401
    assert sam.ask("DELETE", f"/api/v1/tokens/{made.json['token']}").status == 409
    assert sam.ask("DELETE", "/api/v1/tokens/99").status == 404


def test_whoever_works_can_make_a_token_that_only_reads(server):
    server.begin()
    for who in enrol(server, "sam", "rita", "rob", "dora", "rhea"):
        program = server.client()
        made = who.post("/tokens", {"label": "dashboard", "roles": ["reader"]})
        assert made.status == 201, made
        program.token = made.json["secret"]
        assert program.get("/casefiles").status == 200 and program.get("/findings", limit=1).status == 200
        for path, given in (("/devices", {"name": "Pump", "class": "II"}), ("/match", {})):
            assert program.post(path, given).status == 403, path
        assert [one["roles"] for one in who.get("/tokens").json["items"]] == ["reader"]


def test_a_token_makes_no_token(server):
    ada = server.begin()
    enrol(server, "sam")
    assert ada.ask("PATCH", "/api/v1/users/ada", {"roles": ["administrator", "reader"]}).status == 200
    less = server.client()
    less.token = ada.post("/tokens", {"label": "reads", "roles": ["reader"]}).json["secret"]
    whole = server.client()
    whole.token = ada.post("/tokens", {"label": "whole", "days": 1}).json["secret"]
    for program in (less, whole):
        for wish in ({"label": "more", "roles": ["administrator"]}, {"label": "same"}, {"label": "long", "days": 366}):
            refused = program.post("/tokens", wish)
            assert refused.status == 403 and "a token makes no tokens" in refused.json["detail"], refused
    assert [one["label"] for one in ada.get("/tokens").json["items"]] == ["reads", "whole"]
    entry = ada.get("/trail", limit=1000).json["items"]
    assert any("a token makes no tokens" in str(one) for one in entry)
    others = server.clients["sam"].post("/tokens", {"label": "hers"}).json["token"]
    assert less.ask("DELETE", f"/api/v1/tokens/{others}").status == 403
    assert ada.ask("DELETE", f"/api/v1/tokens/{others}").status == 204


def test_the_trail_tells_it_newest_first(server):
    ada = server.begin()
    enrol(server, "sam")
    first = ada.get("/trail", limit=3).json
    numbers = [entry["number"] for entry in first["items"]]
    assert numbers == sorted(numbers, reverse=True) and len(numbers) == 3
    second = ada.get("/trail", limit=3, cursor=first["next"]).json
    assert second["items"][0]["number"] == numbers[-1] - 1
    added = ada.get("/trail", what="user.", object="user sam").json["items"]
    assert {"user.add", "user.train"} <= {entry["what"] for entry in added}
    assert ada.get("/trail/verify").json["whole"] is True


def test_a_request_that_is_sent_again_is_not_done_again(server):
    ada = server.begin()
    key = {"headers": {"Idempotency-Key": "one"}}
    person = {"user": "sam", "full_name": "Sam S", "roles": ["security"], "identity_verified_on": "2026-01-02"}
    made = ada.post("/users", person, **key)
    assert made.status == 201
    # what was told once is kept nowhere, and not told again
    again = ada.post("/users", person, **key)
    assert again.status == 409 and "was done before" in again.json["detail"]
    assert ada.get("/users").json["count"] == 2
    sam = server.sign_in("sam", made.json["secret"], new_secret=SECRET, accept=True)
    opened = {"device": ada.get("/casefiles").json["items"][0]["device"], "vulnerability": "CVE-2020-8622",
              "facts": {"learned_on": "2026-11-02"}, "why": "late"}
    first, second = sam.post("/casefiles", opened, **key), sam.post("/casefiles", opened, **key)
    assert first.status == second.status == 201 and first.body == second.body
    assert second.headers["Idempotency-Replayed"] == "true" and first.headers["Idempotency-Replayed"] is None
    assert sam.post("/casefiles", {**opened, "title": "other"}, **key).status == 422
    assert sam.post("/casefiles", opened).status == 409


def test_what_is_read_of_a_user_can_be_sent_back(server):
    ada = server.begin()
    made = ada.post("/users", {"user": "sam", "full_name": "Sam S", "roles": ["security"],
                               "identity_verified_on": "2026-01-02"})
    assert made.status == 201, made
    one = ada.get("/users/sam").json
    assert one["state"] == "active" and one["standing"] == "not yet signed in", one
    server.sign_in("sam", made.json["secret"], new_secret=SECRET, accept=True)
    for _ in range(6):
        server.client().post("/session", {"user": "sam", "secret": "wrong"})
    one = ada.get("/users/sam").json
    assert one["state"] == "active" and one["standing"] == "locked", one
    sent = ada.ask("PATCH", "/api/v1/users/sam", {"state": one["state"], "roles": one["roles"], "why": "looked through"})
    assert sent.status == 200, sent
    entries = ada.get("/trail", object="user sam").json["items"]
    assert not [entry for entry in entries if entry["what"] in ("user.enable", "user.roles")], entries
    out = ada.ask("PATCH", "/api/v1/users/sam", {"state": "disabled"})
    assert out.json["state"] == out.json["standing"] == "disabled", out
    wrong = ada.ask("PATCH", "/api/v1/users/sam", {"state": "locked"})
    assert wrong.status == 422 and "active or disabled" in wrong.json["detail"], wrong


def test_security_events_come_in_pages(server):
    ada = server.begin()
    sam = worker(server, "security")
    for number in range(7):
        assert sam.post("/users", {"user": f"u{number}", "full_name": "U", "roles": ["reader"],
                                   "identity_verified_on": "2026-01-02"}).status == 403
    every = ada.get("/security-events", limit=1000).json
    assert every["next"] is None and len(every["items"]) >= 7
    numbers = [row["entry"] for row in every["items"]]
    assert numbers == sorted(numbers, reverse=True)
    seen, cursor = [], None
    while True:
        page = ada.get("/security-events", limit=3, **({"cursor": cursor} if cursor else {})).json
        assert len(page["items"]) <= 3
        seen += page["items"]
        cursor = page["next"]
        if not cursor:
            break
    assert seen == every["items"]
    assert ada.get("/security-events", since="2999-01-01").json["items"] == []
    for wrong in ({"limit": 0}, {"limit": 1001}, {"cursor": "x"}, {"since": "x"}):
        assert ada.get("/security-events", **wrong).status in (400, 422), wrong
    assert sam.get("/security-events").status == 403


def test_the_trail_is_handed_over_as_a_file(server):
    ada = server.begin()
    got = ada.get("/trail/export")
    assert got.status == 200 and got.headers["Content-Type"] == "application/x-ndjson", got
    printed = server.run("audit", "export").stdout
    assert got.body.decode() == printed[:len(got.body)] and got.body.count(b"\n") > 50, got
    late = ada.get("/trail/export", **{"from": 40}).body.decode().splitlines()
    assert json.loads(late[0])["number"] == 40
    path = server.folder + "/trail.jsonl"
    with open(path, "wb") as file:
        file.write(got.body)
    assert server.run_plain("audit", "verify", "--file", path).returncode == 0
    assert ada.get("/trail/export", **{"from": 0}).status in (400, 422)
