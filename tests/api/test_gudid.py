"""Devices from records of FDA's GUDID."""
import json
import sqlite3

from people import enrol
from test_imports import ended

DI = "09521000099975"


def record(di, brand, code="FRN", submission="K600001"):
    return json.dumps({"deviceId": di, "brandName": brand, "companyName": "Example Inc.",
                       "identifiers": {"identifier": {"deviceId": di, "deviceIdType": "Primary"}},
                       "productCodes": {"fdaProductCode": {"productCode": code, "productCodeName": "Pump"}},
                       "premarketSubmissions": {"premarketSubmission": [{"submissionNumber": submission,
                                                                         "supplementNumber": "000"}]}})


RECORDS = "\n".join((record(DI, "Syringe X"), record("09521000099982", "Monitor Y"), '{"deviceId":7}')).encode()


def hand_in(who, path, content=RECORDS, **query):
    answer = who.ask("POST", "/api/v1" + path, body=content, query={"file": "g.jsonl", **query},
                     headers={"Content-Type": "application/octet-stream"})
    return answer if answer.status != 202 else ended(who, answer.json["job"])


def test_records_are_listed_and_one_is_taken(server):
    server.begin()
    rita, rhea = enrol(server, "rita", "rhea")
    listed = hand_in(rhea, "/gudid", brand="syringe")["result"]
    assert [row["di"] for row in listed["items"]] == [DI] and listed["count"] == 1, listed
    assert (listed["records"], listed["unreadable"]) == (2, 1), listed
    taken = hand_in(rita, "/devices/import", di=DI, why="registered in March")
    assert taken["state"] == "done", taken
    assert {(row["key"], row["fate"], row["says"]) for row in taken["result"]} >= {
        ("product_code", "added", "FRN"), ("pathway", "filled", "510k"), ("udi_di", "added", DI)}, taken
    device = rita.get("/devices/" + DI).json
    assert device["name"] == "Syringe X" and device["pathway"] == "510k", device
    entry, = rita.get("/trail", what="device.import").json["items"]
    assert entry["why"] == "registered in March" and '"g.jsonl"' in json.dumps(entry).replace("\\", ""), entry
    assert hand_in(rita, "/devices/import", di=DI)["result"] == []


def test_bad_files_and_unknown_records_change_nothing(server):
    server.begin()
    rita, sam, rhea = enrol(server, "rita", "sam", "rhea")
    before = rita.get("/devices").json["count"]
    assert hand_in(rita, "/devices/import").status == 400
    absent = hand_in(rita, "/devices/import", di=DI + ",09521000000032")
    assert absent["state"] == "failed" and absent["error"].startswith("g.jsonl has no record"), absent
    unreadable = hand_in(sam, "/devices/import", b"<a><b>", di=DI)
    assert unreadable["state"] == "failed" and "g.jsonl" in unreadable["error"], unreadable
    assert hand_in(rhea, "/devices/import", di=DI).status == 403
    assert rita.get("/trail", what="refused").json["items"][0]["who"] == "rhea"
    assert rita.get("/devices").json["count"] == before and not rita.get("/trail", what="device.import").json["items"]


def test_nobody_fills_the_line_alone(server):
    server.begin()
    sam, rhea = enrol(server, "sam", "rhea")
    with sqlite3.connect(server.store, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")  # what changes the store waits, and what stands behind it
        assert sam.post("/match", {"full": True}).status == 202
        listings = [rhea.ask("POST", "/api/v1/gudid", body=RECORDS, query={"file": "g.jsonl"},
                             headers={"Content-Type": "application/octet-stream"}) for _ in range(12)]
        assert [one.status for one in listings] == [202] * 10 + [409] * 2
        assert "10 jobs of yours wait already" in listings[-1].json["detail"]
        last = sam.ask("POST", "/api/v1/gudid", body=RECORDS, query={"file": "g.jsonl"},
                       headers={"Content-Type": "application/octet-stream"})
        assert last.status == 202, last
        other.execute("ROLLBACK")
    ended(sam, last.json["job"])
    assert hand_in(rhea, "/gudid", brand="syringe")["state"] == "done"
