"""Files that are handed in, and the jobs that take them."""
import hashlib
import json
import socket
import time

from people import enrol
from test_devices import read

KEV = {"title": "catalog", "catalogVersion": "2026.11.01", "dateReleased": "2026-11-01T00:00:00Z", "count": 1,
       "vulnerabilities": [{"cveID": "CVE-2020-8622", "vendorProject": "a", "product": "b", "vulnerabilityName": "c",
                            "dateAdded": "2026-11-01", "shortDescription": "d", "requiredAction": "e",
                            "dueDate": "2026-11-20", "knownRansomwareCampaignUse": "Unknown", "notes": ""}]}


def ended(who, job):
    for _ in range(200):
        state = who.get(f"/jobs/{job}").json
        if state["state"] in ("done", "failed"):
            return state
        time.sleep(0.05)
    raise AssertionError(f"job {job} does not end")


def hand_in(who, name, content, path="/feeds/import"):
    return who.ask("POST", "/api/v1" + path, body=content, query={"file": name},
                   headers={"Content-Type": "application/octet-stream"})


def test_a_feed_is_imported_as_a_job(server):
    server.begin()
    sam, rhea = enrol(server, "sam", "rhea")
    started = hand_in(sam, "kev.json", json.dumps(KEV).encode())
    assert started.status == 202, started
    done = ended(sam, started.json["job"])
    assert done["state"] == "done" and done["result"]["new"] + done["result"]["changed"] >= 1, done
    assert any("kev.json" in str(entry) for entry in sam.get("/trail", what="feed.import").json["items"])


def test_who_may_not_import_is_refused_at_once(server):
    server.begin()
    sam, rhea = enrol(server, "sam", "rhea")
    refused = hand_in(rhea, "kev2.json", json.dumps({**KEV, "count": 2}).encode())
    assert refused.status == 403 and "no role" in refused.json["detail"], refused
    assert rhea.get("/jobs").json["items"] == []
    entry = sam.get("/trail", what="refused").json["items"][0]
    assert entry["who"] == "rhea" and "feed.import" in entry["why"] and entry["object"] == "feeds", entry


def test_an_import_that_is_sent_again_is_one_job(server):
    server.begin()
    sam, = enrol(server, "sam")

    def send(content, key):
        return sam.ask("POST", "/api/v1/feeds/import", body=json.dumps(content).encode(), query={"file": "kev.json"},
                       headers={"Content-Type": "application/octet-stream", "Idempotency-Key": key})

    first, second = send(KEV, "a"), send(KEV, "a")
    assert first.status == second.status == 202 and first.json == second.json, second
    assert second.headers["Idempotency-Replayed"] == "true"
    assert ended(sam, first.json["job"])["state"] == "done" and len(sam.get("/jobs").json["items"]) == 1
    assert send(KEV, "a").json == first.json
    other = send({**KEV, "count": 2}, "a")
    assert other.status == 422 and "another request" in other.json["detail"], other
    assert send(KEV, "b").json["job"] == first.json["job"] + 1


def test_a_bad_record_is_told_of_by_the_name_of_its_file(server):
    server.begin()
    sam, = enrol(server, "sam")
    done = ended(sam, hand_in(sam, "kev.json", json.dumps({**KEV, "vulnerabilities": [{"cveID": 7}]}).encode()).json["job"])
    assert done["state"] == "done" and done["result"]["skipped"] == 1, done
    told = json.dumps(sam.get("/coverage").json["imports"]) + json.dumps(sam.get("/trail", limit=1).json)
    assert "kev.json:1" in told and '\\"path\\":\\"kev.json\\"' in told and "/aftercare-" not in told, told


def test_a_source_is_turned_off_and_on(server):
    server.begin()
    sam, rita = enrol(server, "sam", "rita")
    assert ended(sam, hand_in(sam, "kev.json", json.dumps(KEV).encode()).json["job"])["state"] == "done"
    before = len(sam.get("/findings", limit=500).json["items"])
    off = sam.ask("PUT", "/api/v1/feeds/nvd/off", {"why": "its ranges are wrong"})
    assert off.status == 200 and off.json["source"] == "nvd" and off.json["vanished"] > 0, off
    row, = [one for one in rita.get("/feeds").json["items"] if one["source"] == "nvd"]
    assert row["off"]["by"] == "sam" and row["off"]["why"] == "its ranges are wrong", row
    said = rita.get("/findings", limit=500).json
    rest = {key: value for key, value in said.items() if key != "items"}
    assert len(said["items"]) < before and "nvd is turned off" in str(rest), rest
    scanned = rita.ask("POST", "/api/v1/scan", body=read("pump.cdx.json"), query={"file": "pump.cdx.json"},
                       headers={"Content-Type": "application/octet-stream"})
    assert scanned.status == 200 and "nvd is turned off" in scanned.headers["Warning"], scanned.headers
    assert "off" in next(one for one in scanned.json["data"] if one["source"] == "nvd")
    entry, = rita.get("/trail", what="source.off").json["items"]
    assert entry["who"] == "sam" and entry["object"] == "source nvd" and entry["why"] == "its ranges are wrong", entry
    assert sam.ask("PUT", "/api/v1/feeds/nvd/off", {"why": "again"}).status == 409
    assert sam.ask("PUT", "/api/v1/feeds/nobody/off", {"why": "x"}).status == 404
    assert sam.ask("PUT", "/api/v1/feeds/kev/off", {}).status == 422
    assert rita.ask("PUT", "/api/v1/feeds/kev/off", {"why": "x"}).status == 403
    assert sam.ask("DELETE", "/api/v1/feeds/nvd/off", {"why": "mended"}).json["appeared"] == off.json["vanished"]
    assert len(sam.get("/findings", limit=500).json["items"]) == before


def test_what_is_no_feed_fails_with_its_reason(server):
    server.begin()
    sam, = enrol(server, "sam")
    failed = ended(sam, hand_in(sam, "letter.txt", b"Dear all").json["job"])
    assert failed["state"] == "failed" and failed["error"].startswith("letter.txt"), failed
    for name in ("../up.json", ".hidden", "a/b", "", "a\nb"):
        assert hand_in(sam, name, b"{}").status == 400, name
    assert hand_in(sam, "empty.json", b"").status in (415, 422)


def test_progress_is_told_as_it_comes(server):
    server.begin()
    sam, = enrol(server, "sam")
    job = hand_in(sam, "kev.json", json.dumps(KEV).encode()).json["job"]
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as line:
        line.sendall(f"GET /api/v1/jobs/{job}/events HTTP/1.1\r\nHost: x\r\nCookie: {sam.cookie}\r\n\r\n".encode())
        got = b""
        while b"event: end" not in got or not got.endswith(b"0\r\n\r\n"):
            piece = line.recv(65536)
            assert piece, got
            got += piece
    assert b"text/event-stream" in got and b'"state":"done"' in got


def test_a_file_is_kept_with_a_casefile(server):
    server.begin()
    sam, = enrol(server, "sam")
    path = f"/casefiles/{sam.get('/casefiles', state='open').json['items'][0]['casefile']}/attachments"
    content = bytes(range(256)) * 40
    kept = hand_in(sam, "report.bin", content, path)
    assert kept.status == 201, kept
    assert kept.json["sha256"] == hashlib.sha256(content).hexdigest()
    back = sam.get(f"{path}/{kept.json['record']}")
    assert back.body == content and back.headers["Content-Disposition"].startswith("attachment")
    assert sam.get(f"{path}/9999").status == 404


def test_an_upload_takes_no_memory_of_its_size(server):
    server.begin()
    sam, = enrol(server, "sam")

    def resident():
        with open(f"/proc/{server.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))

    before = resident()
    failed = ended(sam, hand_in(sam, "big.json", b" " * 100_000_000).json["job"])
    assert failed["state"] == "failed"
    assert resident() - before < 40_000, f"{resident() - before} KB more"
