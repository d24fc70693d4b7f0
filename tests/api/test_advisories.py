"""Advisories: drafted, tested, issued, and read by everybody once they are."""
import hashlib
import json
from datetime import date, timedelta

from people import enrol

YESTERDAY = (date.today() - timedelta(days=1)).isoformat()

SITE = "https://psirt.maker.example/advisories"


def ready(server):
    """Somebody who issues, for a manufacturer who may publish; the number of a casefile."""
    ada = server.begin()
    for word, value in (("firm-name", "Maker"), ("firm-namespace", "https://maker.example"),
                        ("security-contact", "psirt@maker.example"), ("advisory-url", SITE)):
        assert ada.ask("PUT", f"/api/v1/program/{word}", {"value": value}).status == 204
    sam, = enrol(server, "sam")
    return sam, sam.get("/casefiles", state="open").json["items"][0]["casefile"]


def everybody(server, path):
    return server.client().ask("GET", path)


def test_a_draft_is_held_to_the_tests_and_changes_nothing(server):
    sam, casefile = ready(server)
    entries = sam.get("/trail").json["count"] if "count" in sam.get("/trail").json else None
    draft = sam.get(f"/casefiles/{casefile}/advisory")
    assert draft.status == 200, draft
    one = draft.json
    assert one["document"]["document"]["tracking"]["status"] == "draft", one
    assert one["tests"]["valid"] is True and one["tests"]["mandatory"] == 0, one["tests"]
    assert one["issued"] == [] and one["public_at"] is None
    said = sam.post(f"/casefiles/{casefile}/advisory/draft", {"title": "The pump", "tlp": "AMBER", "format": "csaf",
                                                              "notes": ["general=Nobody was harmed."]})
    assert said.json["document"]["document"]["title"] == "The pump", said
    assert said.json["document"]["document"]["distribution"]["tlp"]["label"] == "AMBER"
    for form, key in (("openvex", "@context"), ("cyclonedx", "bomFormat")):
        assert key in sam.get(f"/casefiles/{casefile}/advisory", format=form).json["document"], form
    assert sam.get(f"/casefiles/{casefile}/advisory", format="pdf").status == 422
    assert sam.post(f"/casefiles/{casefile}/advisory/draft", {"tlp": "PINK"}).status == 422
    assert sam.get("/casefiles/999999/advisory").status in (404, 422)
    assert sam.get("/trail").json.get("count") == entries
    assert everybody(server, "/advisories/provider-metadata.json").status == 404


def test_everybody_reads_what_was_issued_for_everybody(server):
    sam, casefile = ready(server)
    rhea, rita = enrol(server, "rhea", "rita")
    assert b"No advisory has been published yet" in everybody(server, "/advisories/").body
    assert rhea.post(f"/casefiles/{casefile}/advisory", {}).status == 403
    assert sam.post(f"/casefiles/{casefile}/advisory", {"status": "draft"}).status == 400
    issued = sam.post(f"/casefiles/{casefile}/advisory", {"title": "Pump <1>", "summary": "A flaw."})
    assert issued.status == 201 and issued.json["version"] == 1 and issued.json["status"] == "final", issued
    place = sam.get(f"/casefiles/{casefile}/advisory").json["public_at"]
    got = everybody(server, place)
    assert got.status == 200 and got.headers["Content-Type"] == "application/json", got
    assert got.json == issued.json["document"]
    assert hashlib.sha256(got.body).hexdigest() == issued.json["sha256"]
    assert everybody(server, place + ".sha256").body.split()[0].decode() == issued.json["sha256"]
    assert everybody(server, place + ".sha512").body.split()[0].decode() == hashlib.sha512(got.body).hexdigest()
    page = everybody(server, "/advisories/")
    assert b"Pump &lt;1&gt;" in page.body and place.encode() in page.body, page
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    below = place.removeprefix("/advisories/white/")
    assert everybody(server, "/advisories/white/index.txt").body.decode() == below + "\n"
    assert everybody(server, "/advisories/white/changes.csv").body.decode().startswith(f'"{below}","')
    metadata = everybody(server, "/.well-known/csaf/provider-metadata.json").json
    assert metadata == everybody(server, "/advisories/provider-metadata.json").json
    assert metadata["canonical_url"] == SITE + "/provider-metadata.json", metadata
    feed = everybody(server, "/advisories/white/csaf-feed-tlp-white.json").json["feed"]
    assert feed["entry"][0]["content"]["src"] == SITE + "/white/" + below, feed
    assert f"CSAF: {SITE}/provider-metadata.json" in everybody(server, "/.well-known/security.txt").body.decode()
    again = rita.post(f"/casefiles/{casefile}/advisory", {"revision": "More is known.", "status": "interim"})
    assert again.json["version"] == 2, again
    assert everybody(server, place).json["document"]["title"] == "Pump <1>"
    assert [one["revision"] for one in sam.get(f"/casefiles/{casefile}/advisory").json["issued"]][1] == "More is known."
    assert sam.get("/trail/verify").json["whole"] is True


def test_nothing_else_is_ever_told(server):
    sam, casefile = ready(server)
    for label in ("AMBER", "GREEN", "RED", "AMBER+STRICT"):
        assert sam.post(f"/casefiles/{casefile}/advisory", {"tlp": label}).status == 201
        assert everybody(server, "/advisories/white/index.txt").body == b"", label
    document = sam.get(f"/casefiles/{casefile}/advisory").json["document"]["document"]
    name = document["tracking"]["id"].lower() + ".json"
    year = document["tracking"]["initial_release_date"][:4]
    for path in (f"/advisories/white/{year}/{name}", f"/advisories/red/{year}/{name}", "/advisories/../../etc/passwd",
                 f"/advisories/white/{year}/..%2F..%2Fstore.db", "/advisories/white/2026/"):
        assert everybody(server, path).status == 404, path
    clear = sam.post(f"/casefiles/{casefile}/advisory", {"tlp": "CLEAR"})
    assert clear.status == 201 and everybody(server, f"/advisories/white/{year}/{name}").status == 200
    # taken back: the last issue says how far it may go
    assert sam.post(f"/casefiles/{casefile}/advisory", {"tlp": "RED"}).status == 201
    assert everybody(server, f"/advisories/white/{year}/{name}").status == 404
    assert everybody(server, "/advisories/provider-metadata.json").status == 404
    # in another form than CSAF it stands as it was last told in that
    assert sam.post(f"/casefiles/{casefile}/advisory", {"tlp": "CLEAR"}).json["version"] == 7
    assert sam.post(f"/casefiles/{casefile}/advisory", {"format": "openvex"}).json["version"] == 8
    assert everybody(server, f"/advisories/white/{year}/{name}").json["document"]["tracking"]["version"] == "7"


def test_nothing_is_issued_under_embargo(server):
    sam, casefile = ready(server)
    signal = sam.post("/signals", {"received": {"kind": "researcher_report", "received": YESTERDAY,
                                                "summary": "Under way"}}).json["signal"]
    linked = sam.post(f"/signals/{signal}/casefile", {"casefile": casefile, "why": "found in the hotline"})
    assert linked.status == 200, linked
    assert sam.post(f"/signals/{signal}/entries", {"kind": "embargo", "content": {
        "until": "2099-01-01T00:00:00Z", "agreed_with": "the finder"}}).status == 201
    assert sam.get(f"/casefiles/{casefile}/advisory").json["embargoes"] == [
        {"signal": signal, "until": "2099-01-01T00:00:00Z"}]
    refused = sam.post(f"/casefiles/{casefile}/advisory", {})
    assert refused.status == 409 and "under embargo" in refused.json["detail"], refused
    assert everybody(server, "/advisories/white/index.txt").body == b""


def check(who, body, **query):
    return who.ask("POST", "/api/v1/csaf/check", body=body, query=query,
                   headers={"Content-Type": "application/json"})


def test_anybodys_advisory_is_checked_as_the_terminal_does(server):
    sam, casefile = ready(server)
    document = sam.get(f"/casefiles/{casefile}/advisory").json["document"]
    del document["document"]["title"]
    document["vulnerabilities"][0]["cwe"] = {"id": "CWE-79", "name": "XSS"}
    body = json.dumps(document).encode()
    told = check(sam, body, file="some.json")
    assert told.status == 200 and told.json["valid"] is False, told
    with open(server.folder + "/some.json", "wb") as file:
        file.write(body)
    printed = json.loads(server.run_plain("csaf", "check", server.folder + "/some.json", "--format", "json").stdout)
    assert told.json["faults"] == printed[0]["faults"], (told.json, printed)
    assert {"schema", "6.1.11"} <= {fault["test"] for fault in told.json["faults"]}
    assert all(fault["level"] == "mandatory" for fault in check(sam, body, file="some.json", level="mandatory").json["faults"])
    assert check(sam, b"no json", file="x.json").status == 422
    assert check(sam, b"", file="x.json").status == 422
    assert check(sam, body, file="../x.json").status == 400
    assert check(sam, body, file="x.json", level="all").status == 400
    assert check(sam, b"[" * 1_000_000, file="x.json").status in (413, 422)
    assert check(server.client(), body, file="x.json").status == 401
