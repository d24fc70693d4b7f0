"""Signing in at a provider: the whole way with npm's oidc-provider, and whatever a provider may say that is not right."""
import http.client
import json
import os
import subprocess
import urllib.parse
from datetime import date
from http.cookies import SimpleCookie

from harness import ROOT
from people import enrol

CODE = "http://127.0.0.1:1/oidc?"


class Provider:
    def __init__(self):
        self.process = subprocess.Popen(["node", os.path.join(ROOT, "tests", "api", "provider.mjs")], text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.port = int(self.process.stdout.readline())
        self.issuer = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(timeout=20)
        self.process.stdout.close()

    def visit(self, address):
        """What a browser does there: goes where it is sent until it is sent back to us."""
        cookies = {}
        while not address.startswith(CODE):
            place = urllib.parse.urlsplit(urllib.parse.urljoin(self.issuer, address))
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
            connection.request("GET", place.path + ("?" + place.query if place.query else ""),
                               headers={"Cookie": "; ".join(f"{key}={value}" for key, value in cookies.items())})
            answer = connection.getresponse()
            body = answer.read()
            assert answer.status in (302, 303), (answer.status, body[:500])
            for line in answer.headers.get_all("Set-Cookie") or []:
                for morsel in SimpleCookie(line).values():
                    cookies[morsel.key] = morsel.value
            address = answer.headers["Location"]
            connection.close()
        return dict(urllib.parse.parse_qsl(address[len(CODE):]))


def describe(server, provider, path="", client="aftercare", mode=0o600):
    secret = os.path.join(server.folder, "client-secret")
    with open(secret, "w", encoding="ascii") as file:
        file.write("a secret: with%signs\n")
    os.chmod(secret, mode)
    config = {"issuer": provider.issuer + path, "client_id": client, "address": "http://127.0.0.1:1", "title": "Accounts"}
    if client != "public":
        config["client_secret_file"] = secret
    name = os.path.join(server.folder, "oidc.json")
    with open(name, "w", encoding="utf-8") as file:
        json.dump(config, file)
    return name


def start(server, provider, path="", client="aftercare"):
    """The administrator and sam, and the server anew with the provider."""
    server.begin()
    enrol(server, "sam")
    ada, sam = server.clients["ada"], server.clients["sam"]
    server.stop()
    server.start(("--oidc", describe(server, provider, path, client)))
    server.clients.update(ada=ada, sam=sam)
    return ada


def link(ada, **who):
    answer = ada.ask("PUT", "/api/v1/users/sam/identity", {**who, "why": "HR list"})
    assert answer.status == 204, answer


def begin(server, **more):
    """A browser, where it is sent, and what it is sent with."""
    browser = server.client()
    answer = browser.post("/session/oidc", more)
    assert answer.status == 200, answer
    browser.cookie = answer.headers["Set-Cookie"].split(";")[0]
    assert "HttpOnly" in answer.headers["Set-Cookie"] and "SameSite=Strict" in answer.headers["Set-Cookie"]
    address = answer.json["address"]
    return browser, address, dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(address).query))


def come_back(browser, state, code):
    return browser.post("/session/oidc/return", {"state": state, "code": code})


def fake(server, kind, **more):
    browser, _, asked = begin(server, **more)
    return come_back(browser, asked["state"], f"{kind}.{asked['nonce']}")


def whole_way(server, client):
    with Provider() as provider:
        ada = start(server, provider, client=client)
        assert server.client().get("/session").json["provider"] == "Accounts"
        link(ada, subject="ext-sam")
        browser, address, asked = begin(server)
        assert asked["code_challenge_method"] == "S256" and len(asked["code_challenge"]) == 43
        assert asked["redirect_uri"] == "http://127.0.0.1:1/oidc" and "openid" in asked["scope"]
        back = provider.visit(address)
        entered = come_back(browser, back["state"], back["code"])
        assert entered.status == 200 and entered.json["user"] == "sam", entered
        assert entered.json["roles"] == ["security"]  # they are our own
        sam = server.client().enter(entered)
        assert sam.post("/devices", {"name": "Pump", "class": "II"}).status == 201
        told = ada.get("/trail", what="user.sign-in", object="user sam").json["items"][0]
        assert provider.issuer in told["new"], told
        assert ada.get("/trail/verify").json["whole"] is True


def test_the_whole_way_with_a_secret_of_the_client(server):
    whole_way(server, "aftercare")


def test_the_whole_way_as_a_public_client(server):
    whole_way(server, "public")


def test_what_does_not_hold_lets_nobody_in(server):
    with Provider() as provider:
        ada = start(server, provider, "/fake")
        link(ada, subject="ext-sam")
        for kind in ("right", "ec"):
            assert fake(server, kind).status == 200, kind
        server.stop()
        server.start(("--oidc", os.path.join(server.folder, "oidc.json")))  # with an allowance of tries of its own
        reasons = {"nonce": "nonce", "no-nonce": "nonce", "audience": "aud", "several-audiences": "azp", "party": "azp",
                   "issuer": "iss", "expired": "exp", "no-end": "exp", "early": "nbf"}
        for kind, reason in reasons.items():
            answer = fake(server, kind)
            assert answer.status == 403 and reason in answer.json["detail"], (kind, answer)
            assert answer.headers["Set-Cookie"] is None
        server.stop()
        server.start(("--oidc", os.path.join(server.folder, "oidc.json")))
        for kind in ("old", "no-subject", "none", "hmac", "key", "forged", "altered"):
            assert fake(server, kind).status == 403, kind
        for kind in ("redirect", "long", "refused"):
            assert fake(server, kind).status == 502, kind


def test_a_request_is_of_use_once_and_to_its_browser_alone(server):
    with Provider() as provider:
        ada = start(server, provider, "/fake")
        link(ada, subject="ext-sam")
        browser, _, asked = begin(server)
        code = f"right.{asked['nonce']}"
        assert come_back(browser, "invented", code).status == 403
        assert come_back(browser, asked["state"], code).status == 200
        assert come_back(browser, asked["state"], code).status == 403
        _, _, asked = begin(server)
        assert come_back(server.client(), asked["state"], f"right.{asked['nonce']}").status == 403
        assert come_back(browser, asked["state"], f"right.{asked['nonce']}").status == 403


def test_nobody_is_made_and_an_address_becomes_a_subject(server):
    with Provider() as provider:
        ada = start(server, provider, "/fake")
        assert fake(server, "right").status == 403
        assert len(ada.get("/users").json["items"]) == 2
        assert ada.ask("PUT", "/api/v1/users/sam/identity", {"subject": "a", "email": "b@c"}).status == 422
        assert ada.ask("PUT", "/api/v1/users/sam/identity", {"email": "sam"}).status == 422
        link(ada, email="Sam@Example.org")
        assert fake(server, "unverified").status == 403
        assert fake(server, "email").status == 200
        known = ada.get("/users/sam/identity").json
        assert known["subject"] == "ext-new" and known["email"] == "sam@example.org"
        assert fake(server, "other-email").status == 403  # the address has got another owner
        assert fake(server, "email").status == 200
        assert ada.ask("PUT", "/api/v1/users/ada/identity", {"subject": "ext-new"}).status == 409
        assert ada.ask("PATCH", "/api/v1/users/sam", {"state": "disabled"}).status == 200
        assert fake(server, "email").status == 403
        assert ada.ask("DELETE", "/api/v1/users/sam/identity").status == 204
        assert ada.ask("DELETE", "/api/v1/users/sam/identity").status == 409
        refused = json.dumps(ada.get("/trail", what="user.sign-in-refused").json)
        assert "ext-other" in refused and "the user is disabled" in refused
        assert ada.get("/trail/verify").json["whole"] is True


def test_who_comes_first_by_a_provider_accepts_and_signs_nothing_yet(server):
    with Provider() as provider:
        ada = start(server, provider, "/fake")
        made = ada.post("/users", {"user": "rob", "full_name": "Rob R", "roles": ["security"],
                                   "identity_verified_on": "2026-01-02"})
        assert made.status == 201, made
        assert ada.ask("PUT", "/api/v1/users/rob/identity", {"subject": "ext-sam"}).status == 204
        assert fake(server, "right").status == 409
        entered = fake(server, "right", accept=True)
        assert entered.json["user"] == "rob"
        rob = server.client().enter(entered)
        case = rob.get("/casefiles").json["items"][0]["casefile"]
        body = {"facts": {"on": date.today().isoformat(), "to": ["customers"], "describes_impact": True}}
        record = rob.post(f"/casefiles/{case}/records/communication", body)
        assert record.status == 201, record
        signed = rob.post(f"/casefiles/{case}/signatures", {"record": record.json["record"], "meaning": "authorship",
                                                            "user": "rob", "secret": made.json["secret"]})
        assert signed.status == 403 and "of their own" in signed.json["detail"], signed


def test_a_description_that_is_not_right_is_refused_at_the_start(server):
    with Provider() as provider:
        server.stop()

        def refused(change, mode=0o600):
            name = describe(server, provider, mode=mode)
            config = {**json.load(open(name, encoding="utf-8")), **change}
            with open(name, "w", encoding="utf-8") as file:
                json.dump({key: value for key, value in config.items() if value is not None}, file)
            done = subprocess.run([server.program, "serve", "--store", server.store, "--port", "0", "--oidc", name],
                                  capture_output=True, text=True, timeout=20, check=False)
            assert done.returncode in (2, 3) and done.stderr.startswith("aftercare: --oidc"), done
            return done.stderr

        assert "others can read" in refused({}, mode=0o644)
        assert "https" in refused({"issuer": "http://login.example"})
        assert "https" in refused({"address": "ftp://x"})
        assert "client_id is missing" in refused({"client_id": None})
        assert "isuer" in refused({"isuer": "x"})
        server.start()
