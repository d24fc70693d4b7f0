"""Lists of compiled files, and what they propose for a person to accept."""
import json

from test_imports import ended, hand_in
from work import worker

SBOM = {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [
    {"type": "operating-system", "name": "linux", "version": "5.15.1",
     "cpe": "cpe:2.3:o:linux:linux_kernel:5.15.1:*:*:*:*:*:*:*"}]}
KERNEL = b"init/main.o\nkernel/fork.o\nkernel/signal.o\nnet/core/dev.o\ndrivers/net/ethernet/y.o\n"
PLACE = "/api/v1/devices/Pump/releases/1/evidence"


def record(cve, files):
    return {"cveMetadata": {"cveId": cve, "state": "PUBLISHED", "assignerShortName": "Linux"}, "containers": {"cna": {
        "affected": [{"vendor": "Linux", "product": "Linux", "cpes": ["cpe:2.3:o:linux:linux_kernel:*:*:*:*:*:*:*:*"],
                      "programFiles": files,
                      "versions": [{"version": "4.14", "lessThan": "5.15.9", "status": "affected"}]}]}}}


def prepare(server):
    who = worker(server)
    for number, files in enumerate((["drivers/x.c"], ["drivers/x.c", "net/core/dev.c"], ["drivers/z.c"]), 1):
        cve = record(f"CVE-2026-100{number}", files)
        assert ended(who, hand_in(who, f"{number}.json", json.dumps(cve).encode()).json["job"])["state"] == "done"
    assert who.post("/devices", {"name": "Pump"}).status == 201
    put = who.ask("PUT", "/api/v1/devices/Pump/releases/1/sbom", body=json.dumps(SBOM).encode(),
                  query={"file": "pump.json"}, headers={"Content-Type": "application/json"})
    assert put.status == 200, put
    return who


def keep(who, content, component="linux", file="kernel.txt", **query):
    return who.ask("POST", PLACE, body=content, query={"component": component, "file": file, **query},
                   headers={"Content-Type": "text/plain"})


def test_a_list_is_kept_proposes_and_is_accepted(server):
    who = prepare(server)
    assert who.ask("GET", PLACE, query={"component": "linux"}).status in (404, 422)
    kept = keep(who, KERNEL, why="of the build")
    assert kept.status == 201 and kept.json["file"] == "kernel.txt" and kept.json["compiled_files"] == 5, kept
    again = keep(who, KERNEL)
    assert again.status == 200 and again.json["known"] and again.json["id"] == kept.json["id"], again
    entry, = who.get("/trail", what="evidence.import").json["items"]
    assert entry["why"] == "of the build" and "kernel.txt" in str(entry) and "/tmp" not in str(entry), entry
    proposed = who.ask("GET", PLACE, query={"component": "linux"}).json
    answers = {row["vulnerability"]: row["answer"] for row in proposed["findings"]}
    assert [answers[f"CVE-2026-100{number}"] for number in (1, 2, 3)] == [
        "vulnerable_code_not_present", "compiled", "vulnerable_code_not_present"], proposed
    path = PLACE.removeprefix("/api/v1") + "/acceptance"
    refused = who.post(path, {"component": "linux", "vulnerabilities": ["CVE-2026-1001", "CVE-2026-1002"], "why": "x"})
    assert refused.status == 409 and "CVE-2026-1002" in refused.json["detail"], refused
    assert not who.get("/trail", what="finding.set").json["items"]
    made = who.post(path, {"component": "linux", "all": True, "why": "they are not built"},
                    headers={"Idempotency-Key": "k1"})
    assert made.status == 201 and made.json == {"statements": 2}, made
    same = who.post(path, {"component": "linux", "all": True, "why": "they are not built"},
                    headers={"Idempotency-Key": "k1"})
    assert same.json == made.json and same.headers["Idempotency-Replayed"] == "true", same
    assert len(who.get("/trail", what="finding.set").json["items"]) == 2
    for wrong in ({"component": "linux", "why": "x"}, {"component": "linux", "all": True},
                  {"component": "linux", "all": True, "vulnerabilities": ["CVE-2026-1001"], "why": "x"},
                  {"component": "zlib", "all": True, "why": "x"}):
        assert who.post(path, wrong).status in (409, 422), wrong


def test_what_is_no_list_is_refused(server):
    who = prepare(server)
    short = keep(who, b"busybox/init.c\ninit/main.c\n", file="busybox.txt")
    assert short.status == 422 and short.json["detail"].startswith("busybox.txt: not the whole list"), short
    assert keep(who, KERNEL, component="zlib").status == 422
    assert keep(who, KERNEL, component="").status == 400
    missing = who.ask("POST", PLACE.replace("/1/", "/9/"), body=KERNEL, query={"component": "linux", "file": "k"},
                      headers={"Content-Type": "text/plain"})
    assert missing.status in (404, 422), missing
    assert not who.get("/trail", what="evidence.import").json["items"]
    other = worker(server, "regulatory", "rita")
    assert keep(other, KERNEL).status == 403
    assert other.get("/trail", what="refused").json["items"][0]["who"] == "rita"
