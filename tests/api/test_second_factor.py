"""The second factor: set up, asked for, demanded, taken off."""
import base64
import hmac
import json
import os
import struct
import subprocess
import time

from harness import SECRET
from people import enrol

STEP = 30


def code_of(secret, steps=0):
    """RFC 6238, computed here once more."""
    counter = struct.pack(">Q", int(time.time()) // STEP + steps)
    digest = hmac.new(base64.b32decode(secret), counter, "sha1").digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7fffffff) % 1_000_000:06}"


def in_time():
    """No step of time ends within the next seconds."""
    if time.time() % STEP > STEP - 8:
        time.sleep(STEP - time.time() % STEP)


def set_up(who):
    """The secret and the recovery codes."""
    offer = who.post("/session/second-factor", {})
    assert offer.status == 201, offer
    secret = offer.json["secret"]
    assert offer.json["address"].startswith("otpauth://totp/aftercare:") and secret in offer.json["address"]
    begun = who.post("/session/second-factor/confirmation", {"code": code_of(secret)})
    assert begun.status == 200, begun
    return secret, begun.json["recovery_codes"]


def enter(server, name, **more):
    return server.client().post("/session", {"user": name, "secret": SECRET, **more})


def test_from_its_first_code_on_sign_in_asks_for_it(server):
    ada = server.begin()
    sam, = enrol(server, "sam")
    in_time()
    assert sam.post("/session/second-factor/confirmation", {"code": "123456"}).status == 409
    sam.post("/session/second-factor", {})
    assert enter(server, "sam").status == 200  # offered is not asked for
    assert sam.post("/session/second-factor/confirmation", {"code": "12345"}).status == 422
    secret, codes = set_up(sam)
    assert len(set(codes)) == 10
    missing = enter(server, "sam")
    assert missing.status == 202 and missing.json == {"user": None, "wants_code": True}, missing
    assert missing.headers["Set-Cookie"] is None
    assert enter(server, "sam", secret="wrong secret", code=code_of(secret, 1)).status == 403
    # the one that confirmed was used; the next one holds once
    assert enter(server, "sam", code=code_of(secret)).status == 403
    assert enter(server, "sam", code=code_of(secret, 1)).status == 200
    assert enter(server, "sam", code=code_of(secret, 1)).status == 403
    assert enter(server, "sam", code=code_of(secret, 3)).status == 403
    me = sam.get("/session").json
    assert me["second_factor"] is True and me["recovery_codes"] == 10 and me["second_factor_missing"] is False
    assert sam.post("/session/second-factor", {}).status == 409
    assert ada.get("/users/sam").json["second_factor"] is True
    whole = json.dumps([sam.get("/session").json, ada.get("/users").json, ada.get("/trail", limit=1000).json])
    assert secret not in whole and not any(code in whole for code in codes)
    assert "the code was used before" in whole and "the code is wrong" in whole
    assert ada.get("/trail/verify").json["whole"] is True


def test_a_recovery_code_stands_in_once(server):
    ada = server.begin()
    sam, = enrol(server, "sam")
    in_time()
    _, codes = set_up(sam)
    assert enter(server, "sam", code=codes[0]).status == 200
    assert enter(server, "sam", code=codes[0]).status == 403
    assert enter(server, "sam", code=codes[1].replace("-", " ").upper()).status == 200
    assert sam.get("/session").json["recovery_codes"] == 8
    entered = [entry["new"] for entry in ada.get("/trail", what="user.sign-in", object="user sam").json["items"]]
    assert sum("recovery_code" in str(one) for one in entered) == 2


def test_wrong_codes_lock_as_wrong_secrets_do(server):
    server.begin()
    sam, = enrol(server, "sam")
    in_time()
    secret, _ = set_up(sam)
    for _ in range(5):
        assert enter(server, "sam", code="000000").status == 403
    assert enter(server, "sam", code=code_of(secret, 1)).status == 403


def test_an_administrator_takes_it_off_with_a_reason(server):
    ada = server.begin()
    sam, rhea = enrol(server, "sam", "rhea")
    in_time()
    set_up(sam)
    path = "/api/v1/users/sam/second-factor"
    assert rhea.ask("DELETE", path, {"why": "x"}).status == 403
    assert ada.ask("DELETE", path, {}).status == 422
    assert ada.ask("DELETE", path, {"why": " "}).status == 422
    assert ada.ask("DELETE", path, {"why": "the telephone is lost"}).status == 204
    assert ada.ask("DELETE", path, {"why": "again"}).status == 409
    assert ada.ask("DELETE", "/api/v1/users/nobody/second-factor", {"why": "x"}).status == 404
    assert sam.get("/casefiles").status == 401  # the sessions have ended
    assert enter(server, "sam").status == 200
    set_up(ada)
    assert ada.ask("DELETE", "/api/v1/users/ada/second-factor", {"why": "mine"}).status == 409
    assert ada.get("/trail/verify").json["whole"] is True


def test_who_lacks_what_a_role_asks_for_can_only_set_it_up(server):
    ada = server.begin()
    sam, rhea = enrol(server, "sam", "rhea")
    in_time()
    made = sam.post("/tokens", {"label": "ci"}).json["secret"]
    demand = {"roles": ["security"], "why": "SOP-9"}
    assert rhea.ask("PUT", "/api/v1/second-factor", demand).status == 403
    assert ada.ask("PUT", "/api/v1/second-factor", {"roles": ["king"]}).status == 422
    assert ada.ask("PUT", "/api/v1/second-factor", demand).json == {"roles": "security"}
    assert rhea.get("/second-factor").json == {"roles": "security"} and rhea.get("/casefiles").status == 200
    program = server.client()
    program.token = made
    device = {"name": "Pump", "class": "II"}
    for who in (sam, program, server.sign_in("sam")):
        assert who.get("/casefiles").status == 403 and who.post("/devices", device).status == 403
    assert server.sign_in("sam").get("/session").json["second_factor_missing"] is True
    told = change_by_terminal(server, made)
    assert told.returncode == 5 and "second factor" in told.stderr, told
    set_up(sam)
    assert sam.get("/casefiles").status == 200 and sam.post("/devices", device).status == 201
    assert program.get("/casefiles").status == 200
    assert ada.ask("PUT", "/api/v1/second-factor", {"roles": []}).json == {"roles": ""}
    assert ada.get("/trail/verify").json["whole"] is True


def test_who_has_one_signs_in_a_session_alone(server):
    from test_roles import explained_by, written_by  # which itself needs set_up()
    server.begin()
    sam, rob = enrol(server, "sam", "rob")
    in_time()
    made = sam.post("/tokens", {"label": "ci"}).json["secret"]
    program, other = server.client(), server.sign_in("sam")
    program.token = made
    record = written_by(sam, {"casefile": 1})
    sign = {"record": record, "meaning": "authorship", "user": "sam", "secret": SECRET}
    set_up(sam)
    assert other.get("/casefiles").status == 401  # it was begun without the code
    refused = program.post("/casefiles/1/signatures", sign)
    assert refused.status == 403 and "second factor" in refused.json["detail"], refused
    signal = explained_by(sam)
    refused = program.post(f"/signals/{signal}/signatures", {"meaning": "authorship", "user": "sam", "secret": SECRET})
    assert refused.status == 403 and "second factor" in refused.json["detail"], refused
    signed = sam.post("/casefiles/1/signatures", sign)
    assert signed.status == 201, signed
    rob_program = server.client()
    rob_program.token = rob.post("/tokens", {"label": "none of a second factor"}).json["secret"]
    signed = rob_program.post("/casefiles/1/signatures", {**sign, "meaning": "approval", "user": "rob"})
    assert signed.status == 201, signed


def change_by_terminal(server, token):
    """The terminal is held to it as well."""
    path = os.path.join(server.folder, "token")
    with open(path, "w", encoding="ascii") as file:
        file.write(token)
    os.chmod(path, 0o600)
    return subprocess.run([server.program, "device", "add", "Other", "--store", server.store], check=False,
                          capture_output=True, text=True, env={**os.environ, "AFTERCARE_TOKEN_FILE": path,
                                                               "AFTERCARE_USER": "sam"})
