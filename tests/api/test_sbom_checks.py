"""Is an SBOM complete and sound, and what changed between two: of files, and of what releases have."""
import io
import json
import zipfile

from test_devices import put_sbom, read
from work import terminal, worker


def check(who, content, file="pump.cdx.json", **query):
    return who.ask("POST", "/api/v1/sbom/check", body=content, query={"file": file, **query},
                   headers={"Content-Type": "application/json"})


def test_a_document_and_a_release_are_checked_alike(server):
    who = worker(server, "reader", "rhea")
    author = worker(server)
    content = read("pump.cdx.json")
    author.post("/devices", {"name": "Pump"})
    assert put_sbom(author, "1", content).status == 200
    verdict = check(who, content)
    assert verdict.status == 200, verdict
    kept = who.get("/devices/Pump/releases/1/sbom/check").json
    assert kept == verdict.json and kept["sbom"]["file"] == "pump.cdx.json" and kept["require"] == "fda", kept
    path = server.folder + "/pump.cdx.json"
    with open(path, "wb") as file:
        file.write(content)
    told = server.run_plain("sbom", "check", path, "--require", "ntia", "--format", "json")
    ntia = check(who, content, require="ntia").json
    assert {**json.loads(told.stdout), "sbom": None} == {**ntia, "sbom": None}, told
    assert told.returncode == (0 if ntia["passes"] else 1) and ntia["require"] == "ntia"


def test_what_is_no_sbom_is_told_with_its_place(server):
    who = worker(server)
    wrong = check(who, b'{"bomFormat": "CycloneDX", "specVersion": "1.5", "components": 7}', "x.json")
    assert wrong.status == 422 and wrong.json["detail"].startswith("x.json"), wrong
    assert check(who, b"Dear all").status == 422
    assert check(who, read("pump.cdx.json"), require="everything").status == 400
    assert check(who, read("pump.cdx.json"), file="../x").status == 400
    who.post("/devices", {"name": "Pump"})
    who.post("/devices/Pump/releases", {"version": "1"})
    assert who.get("/devices/Pump/releases/1/sbom/check").status == 422
    assert who.get("/devices/Pump/releases/2/sbom/check").status == 404
    assert who.get("/devices/None/releases/2/sbom/check").status == 404


def test_two_releases_and_a_document_are_compared(server):
    who = worker(server)
    first = json.loads(read("pump.cdx.json"))
    second = json.loads(read("pump.cdx.json"))
    gone = second["components"].pop()
    second["components"].append({"type": "library", "name": "brand-new", "version": "1.0", "bom-ref": "new"})
    second.pop("dependencies", None)
    who.post("/devices", {"name": "Pump"})
    assert put_sbom(who, "1", json.dumps(first).encode()).status == 200
    told = who.ask("POST", "/api/v1/devices/Pump/releases/1/sbom/diff", body=json.dumps(second).encode(),
                   query={"file": "next.json"}, headers={"Content-Type": "application/json"})
    assert told.status == 200 and (told.json["from"], told.json["to"]) == ("Pump 1", "next.json"), told
    assert [part["name"] for part in told.json["added"]] == ["brand-new"], told
    assert [part["name"] for part in told.json["removed"]] == [gone["name"]], told
    assert put_sbom(who, "2", json.dumps(second).encode()).status == 200
    between = who.get("/devices/Pump/releases/2/sbom/diff", **{"from": "1"}).json
    assert between == {**told.json, "to": "Pump 2"}, between
    printed = terminal(server, "sbom", "diff", "--device", "Pump", "--from", "1", "--to", "2", "--format", "json")
    assert json.loads(printed) == between
    assert who.get("/devices/Pump/releases/2/sbom/diff").status == 400
    assert who.get("/devices/Pump/releases/2/sbom/diff", **{"from": "7"}).status in (404, 422)
    bad = who.ask("POST", "/api/v1/devices/Pump/releases/1/sbom/diff", body=b"no", query={"file": "n.json"},
                  headers={"Content-Type": "application/json"})
    assert bad.status == 422 and bad.json["detail"].startswith("n.json"), bad


def test_two_documents_are_compared(server):
    who = worker(server, "reader", "rhea")
    first = json.loads(read("pump.cdx.json"))
    second = {**first, "components": first["components"][:-1]}
    second.pop("dependencies", None)

    def packed(*documents):
        to = io.BytesIO()
        with zipfile.ZipFile(to, "w") as archive:
            for name, content in documents:
                archive.writestr(name, content)
        return to.getvalue()

    def diff(content, file="two.zip"):
        return who.ask("POST", "/api/v1/sbom/diff", body=content, query={"file": file},
                       headers={"Content-Type": "application/zip"})

    one, two = ("a.json", json.dumps(first)), ("b.json", json.dumps(second))
    told = diff(packed(one, two))
    assert told.status == 200 and (told.json["from"], told.json["to"]) == ("a.json", "b.json"), told
    assert [row["name"] for row in told.json["removed"]] == [first["components"][-1]["name"]], told
    assert not told.json["added"] and diff(packed(two, one)).json["added"] == told.json["removed"]
    for wrong in (packed(one), packed(one, two, ("c.json", "{}")), packed(one, ("b.txt", "Dear all")), b"Dear all"):
        answer = diff(wrong)
        assert answer.status == 422 and answer.json["detail"].startswith("two.zip"), answer
