"""Signing in and out, and who may ask at all."""
import http.client
import json
import os
import re
import threading
import time

from harness import SECRET


def test_first_start_makes_one_administrator(server):
    word = server.first_word()
    who = server.client()
    first = {"user": "ada", "full_name": "Ada Admin", "secret": SECRET, "accept": True}
    assert who.get("/session").json["first_start"] is True
    assert who.post("/first", {**first, "word": "wrong"}).status == 403
    assert who.post("/first", {**first, "word": word, "accept": False}).status == 409
    assert who.post("/first", {**first, "word": word, "secret": "short"}).status == 422
    who.enter(who.post("/first", {**first, "word": word}))
    assert who.get("/session").json["roles"] == ["administrator"]
    assert who.post("/first", {**first, "word": word, "user": "eve"}).status == 409


def test_nothing_is_reachable_without_signing_in(server):
    who = server.client()
    for path, item in server.contract.document["paths"].items():
        for method, operation in item.items():
            if method not in ("get", "post", "put", "patch", "delete") or operation.get("security") == []:
                continue
            address = path
            for name in ("{device}", "{release}", "{id}", "{kind}", "{name}"):
                address = address.replace(name, "1")
            body = None if method == "get" else {}
            assert who.ask(method.upper(), address, body).status == 401, (method, path)


def test_a_session_begins_and_ends(server):
    server.begin()
    who = server.sign_in("ada")
    assert who.get("/session").json["user"] == "ada"
    assert who.ask("DELETE", "/api/v1/session").status == 204
    assert who.get("/session").json["user"] is None
    assert who.get("/devices/x").status == 401


def test_a_wrong_secret_is_refused_and_recorded(server):
    server.begin()
    who = server.client()
    for _ in range(2):
        assert who.post("/session", {"user": "ada", "secret": "no"}).status == 403
    assert who.post("/session", {"user": "nobody", "secret": "no"}).status == 403
    assert who.post("/session", {"user": "ada", "secret": 5}).status == 422
    assert who.post("/session", {"user": "ada", "secret": SECRET, "more": 1}).status == 422
    assert server.sign_in("ada").get("/session").json["security_events"] >= 2


def test_guessing_is_slowed_down(server):
    server.begin()
    who = server.client()
    statuses = []

    def guess():
        statuses.append(who.post("/session", {"user": "ada", "secret": "no"}).status)

    # all at once: however slow the machine is, they come faster than they are let through
    guesses = [threading.Thread(target=guess) for _ in range(40)]
    for one in guesses:
        one.start()
    for one in guesses:
        one.join()
    assert 429 in statuses
    assert set(statuses) == {403, 429}


def test_a_change_without_csrf_token_is_refused(server):
    who = server.begin()
    assert who.ask("DELETE", "/api/v1/session", headers={"X-CSRF-Token": ""}).status == 403
    assert who.ask("DELETE", "/api/v1/session", headers={"X-CSRF-Token": who.csrf[::-1]}).status == 403
    assert who.ask("POST", "/api/v1/session", body=b"user=ada",
                   headers={"Content-Type": "application/x-www-form-urlencoded"}).status == 415
    assert who.ask("DELETE", "/api/v1/session").status == 204


def test_what_is_read_again_unchanged_is_not_sent_again(server):
    who = server.begin()
    tag = who.get("/session").headers["ETag"]
    again = who.ask("GET", "/api/v1/session", headers={"If-None-Match": tag})
    assert again.status == 304 and again.body == b""


def test_nonsense_is_refused_with_a_reason(server):
    who = server.begin()
    assert who.get("/devices/%00").status == 400
    assert who.get("/devices/%ff").status == 400
    assert who.get("/devices/%4").status == 400
    assert who.get("/nothing").status == 404
    assert who.ask("PUT", "/api/v1/session", {}).status == 405
    bad = who.ask("POST", "/api/v1/session", body=b"{\"user\":", headers={"Content-Type": "application/json"})
    assert bad.status == 422 and "body" in bad.json["detail"]
    assert who.ask("POST", "/api/v1/session", body=b"x" * 2_000_000,
                   headers={"Content-Type": "application/json"}).status == 413


def test_the_log_tells_each_request_and_no_secret(server):
    who = server.begin()
    far = http.client.HTTPConnection("127.0.0.1", server.port, source_address=("127.10.205.9", 0))
    far.request("GET", "/healthz")
    given = far.getresponse().headers["X-Request-Id"]
    far.close()
    assert re.fullmatch(r"[0-9a-f]{12,16}-[0-9a-f]+", given)
    who.ask("GET", "/api/v1/session", headers={"X-Request-Id": "my-id-1"})
    text = ""
    for _ in range(200):  # a line is written when its answer has been sent
        text = open(os.path.join(server.folder, "log"), encoding="utf-8").read()
        if text.count('"request":"my-id-1"') and text.endswith("\n"):
            break
        time.sleep(0.02)
    assert '"request":"my-id-1"' in text and '"user":"ada"' in text
    lines = [json.loads(line) for line in text.splitlines() if line.startswith('{"at"')]
    assert [one["address"] for one in lines if one["request"] == given] == ["127.10.205.9"]
    assert SECRET not in text and who.cookie.split("=")[1] not in text


test_first_start_makes_one_administrator.store = "empty"


def test_one_changes_the_own_secret(server):
    server.begin()
    other, who = server.sign_in("ada"), server.sign_in("ada")
    new = "four other words are enough"

    def change(**body):
        return who.ask("PUT", "/api/v1/session/secret", body)

    assert change(secret="no", new_secret=new).status == 403
    assert change(secret=SECRET).status == 422
    assert change(secret=SECRET, new_secret=SECRET).status == 422
    assert change(secret=SECRET, new_secret="short").status == 422
    assert other.get("/session").json["user"] == "ada"
    who.enter(change(secret=SECRET, new_secret=new))
    assert who.get("/session").json["user"] == "ada"
    assert other.get("/session").json["user"] is None
    assert server.client().post("/session", {"user": "ada", "secret": SECRET}).status == 403
    again = server.client().post("/session", {"user": "ada", "secret": new})
    assert again.status == 200, again
    whats = [entry["what"] for entry in who.get("/trail", limit=50).json["items"]]
    assert whats.count("user.sign-in-refused") == 2 and whats.count("user.sign-in") >= 3, whats
    told = [entry["new"] for entry in who.get("/trail", limit=50).json["items"] if entry["what"] == "user.sign-in"]
    assert any('"new_secret":true' in one and SECRET not in one and new not in one for one in told), told
