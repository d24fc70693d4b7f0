"""Users and access tokens."""
from harness import SECRET
from people import enrol


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


def test_a_token_makes_no_token_that_can_do_more(server):
    ada = server.begin()
    enrol(server, "sam")
    assert ada.ask("PATCH", "/api/v1/users/ada", {"roles": ["administrator", "reader"]}).status == 200
    less = server.client()
    less.token = ada.post("/tokens", {"label": "reads", "roles": ["reader"]}).json["secret"]
    assert less.post("/tokens", {"label": "more", "roles": ["administrator"]}).status == 403
    assert less.post("/tokens", {"label": "same"}).status == 201
    assert ada.get("/tokens").json["items"][-1]["roles"] == "reader"
    short = server.client()
    short.token = ada.post("/tokens", {"label": "short", "days": 1}).json["secret"]
    assert short.post("/tokens", {"label": "long", "days": 300}).status == 201
    made = {one["label"]: one["expires_at"] for one in ada.get("/tokens").json["items"]}
    assert made["long"] == made["short"]
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
