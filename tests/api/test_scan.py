"""An SBOM that is handed in, held against the records; nothing is kept of it."""
import json

from test_devices import put_sbom, read
from work import worker


def scan(who, content, file="pump.cdx.json", **query):
    return who.ask("POST", "/api/v1/scan", body=content, query={"file": file, **query},
                   headers={"Content-Type": "application/json"})


def test_a_document_is_scanned_as_the_terminal_scans_it(server):
    who = worker(server, "reader", "rhea")
    content = read("pump.cdx.json")
    found = scan(who, content)
    assert found.status == 200 and len(found.json["findings"]) > 1, found
    path = server.folder + "/pump.cdx.json"
    with open(path, "wb") as file:
        file.write(content)
    told = server.run("scan", path, "--format", "json")
    printed = json.loads(told.stdout)
    assert found.json["findings"] == printed["findings"]
    assert "/tmp" not in found.body.decode() and "pump.cdx.json" in found.body.decode()
    hinted = scan(who, content, hints="1").json
    assert hinted["findings"] == printed["findings"] and "hints" in hinted
    for form, begins in (("csv", b"vulnerability"), ("html", b"<!"), ("pdf", b"%PDF"), ("openvex", b"{"), ("csaf", b"{"),
                         ("cyclonedx", b"{"), ("sarif", b"{")):
        answer = scan(who, content, format=form)
        assert answer.status == 200 and answer.body.lower().startswith(begins.lower()), (form, answer)
    assert who.get("/devices").json["count"] == len(who.get("/devices", limit=1000).json["items"])
    assert not who.get("/trail", what="sbom.import", who="rhea").json["items"]


def test_what_cannot_be_scanned_says_why(server):
    who = worker(server)
    letter = scan(who, b"Dear all", "letter.txt")
    assert letter.status == 422 and letter.json["detail"].startswith("letter.txt"), letter
    empty = scan(who, b'{"bomFormat": "CycloneDX", "specVersion": "1.5", "components": []}', "empty.json")
    assert empty.status == 422 and empty.json["detail"].startswith("empty.json"), empty
    content = read("pump.cdx.json")
    for wrong in ({"format": "xls"}, {"format": "csv", "hints": "1"}, {"hints": "yes"}, {"file": "../x"}):
        assert scan(who, content, **wrong).status == 400, wrong
    assert server.client().ask("POST", "/api/v1/scan", body=content, query={"file": "x.json"},
                               headers={"Content-Type": "application/json"}).status == 401


def test_without_records_nothing_is_found_and_that_is_an_error(server):
    server.begin()
    answer = scan(server.clients["ada"], read("pump.cdx.json"))
    assert answer.status == 422 and "import feeds first" in answer.json["detail"], answer


test_without_records_nothing_is_found_and_that_is_an_error.store = "empty"


def test_a_release_is_told_as_json_too(server):
    who = worker(server)
    who.post("/devices", {"name": "Pump"})
    content = read("pump.cdx.json")
    assert put_sbom(who, "1", content).status == 200
    kept = who.get("/devices/Pump/releases/1/findings", format="json").json
    scanned = scan(who, content).json["findings"]

    def of(rows):
        return [(row["vulnerability"], row["component"]["name"], row["state"]) for row in rows]

    assert of(kept["findings"]) == of(scanned) and len(scanned) > 1, kept
