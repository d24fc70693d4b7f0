"""Inspection packages: made as a job, fetched by who asked for it, and verified without the store."""
import hashlib
import zipfile

from people import enrol
from test_imports import ended
from work import worker


def test_a_package_is_made_and_verifies(server):
    server.begin()
    sam, rita, _ = enrol(server, "sam", "rita", "dora")
    assert rita.post("/casefiles/2/reports/806.20", {"format": "html"}).status == 201
    started = rita.post("/inspections", {"casefiles": [2, 3], "why": "an inspection"})
    assert started.status == 202, started
    job = started.json["job"]
    done = ended(rita, job)
    assert done["state"] == "done" and done["file"] == "inspection.zip", done
    got = rita.get(f"/jobs/{job}/file")
    assert got.status == 200 and got.headers["Content-Type"] == "application/zip", got
    assert hashlib.sha256(got.body).hexdigest() == done["result"]["sha256"]
    assert rita.get(f"/jobs/{job}/file").body == got.body
    path = server.folder + "/got.zip"
    with open(path, "wb") as file:
        file.write(got.body)
    told = server.run_plain("audit", "package", path, "--digest", done["result"]["sha256"])
    assert told.returncode == 0 and "as it was made" in told.stdout, told
    assert any(name.endswith("/806.20-casefile-2.html") for name in zipfile.ZipFile(path).namelist())
    entry, = rita.get("/trail", what="inspection.export").json["items"]
    assert done["result"]["sha256"] in str(entry) and entry["why"] == "an inspection", entry
    assert sam.get(f"/jobs/{job}/file").status == 403
    denied = worker(server, "regulatory", "rex").get(f"/jobs/{job}/file")
    assert denied.status == 403 and "who asked for it" in denied.json["detail"], denied


def test_who_may_not_export_gets_none(server):
    server.begin()
    sam, rita = enrol(server, "sam", "rita")
    refused = sam.post("/inspections", {"casefiles": [1], "form": "tar.zst"})
    assert refused.status == 403 and "no role" in refused.json["detail"], refused
    absent = ended(rita, rita.post("/inspections", {"casefiles": [99]}).json["job"])
    assert absent["state"] == "failed" and "99" in absent["error"], absent
    assert rita.get(f"/jobs/{absent['job']}/file").status == 404
    assert rita.get("/jobs/99/file").status == 404
    assert rita.post("/inspections", {}).status == 422
    assert rita.post("/inspections", {"casefiles": [1], "form": "rar"}).status == 422


def test_a_package_is_checked_without_being_kept(server):
    server.begin()
    rita, rhea = enrol(server, "rita", "rhea")
    done = ended(rita, rita.post("/inspections", {"casefiles": [2]}).json["job"])
    content = rita.get(f"/jobs/{done['job']}/file").body

    def check(body, **query):
        return rhea.ask("POST", "/api/v1/inspections/check", body=body, query={"file": "got.zip", **query},
                        headers={"Content-Type": "application/zip"})

    whole = check(content, digest=done["result"]["sha256"])
    assert whole.status == 200 and whole.json["as_made"] and whole.json["bound"] and whole.json["faults"] == [], whole
    other = check(content, digest="0" * 64)
    assert other.status == 200 and not other.json["as_made"] and other.json["fault_count"] == 1, other
    changed = bytearray(content)
    changed[len(changed) // 2] ^= 1
    told = check(bytes(changed))
    assert told.status == 422 and told.json["detail"].startswith("got.zip") or not told.json["as_made"], told
    letter = check(b"Dear all")
    assert letter.status == 422 and letter.json["detail"].startswith("got.zip"), letter
    assert check(content, digest="x").status == 400
