"""How old a secret may be, reviews of access, and the sessions that are open."""
from harness import SECRET
from people import enrol


def test_rules_and_reviews_of_access(server):
    ada = server.begin()
    sam, = enrol(server, "sam")
    none = {"secret_days": None, "review_days": None, "stale_days": None, "review": None, "review_due": None, "review_overdue": False}
    assert ada.get("/access").json == none
    assert sam.get("/access").status == 403
    assert sam.ask("PUT", "/api/v1/access", {"secret_days": 1}).status == 403
    assert ada.ask("PUT", "/api/v1/access", {"secret_days": -1}).status == 422
    put = ada.ask("PUT", "/api/v1/access", {"secret_days": 90, "review_days": 30})
    assert put.status == 200 and put.json["secret_days"] == 90 and put.json["stale_days"] is None, put
    assert put.json["review_due"] and not put.json["review_overdue"]
    # what is not said stays, 0 takes it away
    assert ada.ask("PUT", "/api/v1/access", {"secret_days": 0, "stale_days": 60}).json["review_days"] == 30
    assert ada.post("/access/reviews", {"on": "2999-01-01"}).status == 422
    made = ada.post("/access/reviews", {"note": "nobody has left"})
    assert made.status == 201 and made.json["review"]["by"] == "ada" and made.json["review"]["note"] == "nobody has left", made
    assert ada.post("/access/reviews", {"on": "2020-01-01"}).status == 409
    users = {user["name"]: user for user in ada.get("/users").json["items"]}
    assert users["sam"]["signed_in_on"] and users["sam"]["unused"] is False and users["sam"]["secret_too_old"] is False
    me = sam.get("/session").json
    assert me["secret_too_old"] is False and me["access_review_overdue"] is False and me["most_hours"] == 12


def test_sessions_are_listed_and_ended(server):
    ada = server.begin()
    sam, = enrol(server, "sam")
    elsewhere = server.sign_in("sam", SECRET)
    own = sam.get("/sessions").json["items"]
    assert {one["user"] for one in own} == {"sam"} and sum(one["current"] for one in own) == 1 and len(own) == 2
    other = next(one["session"] for one in own if not one["current"])
    assert elsewhere.get("/casefiles").status == 200
    assert sam.ask("DELETE", f"/api/v1/sessions/{other}").status == 204
    assert elsewhere.get("/casefiles").status == 401
    assert sam.ask("DELETE", f"/api/v1/sessions/{other}").status == 404
    everybody = ada.get("/sessions").json["items"]
    assert {one["user"] for one in everybody} == {"ada", "sam"}
    adas = next(one["session"] for one in everybody if one["user"] == "ada")
    assert sam.ask("DELETE", f"/api/v1/sessions/{adas}").status == 403
    sams = next(one["session"] for one in everybody if one["user"] == "sam")
    assert ada.ask("DELETE", f"/api/v1/sessions/{sams}").status == 204
    assert sam.get("/casefiles").status == 401
