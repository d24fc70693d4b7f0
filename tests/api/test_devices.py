"""Devices, their releases, lots and SBOMs; consignees."""
import os

from harness import ROOT
from work import worker

EXAMPLE = os.path.join(ROOT, "docs", "example")


def read(name):
    with open(os.path.join(EXAMPLE, name), "rb") as file:
        return file.read()


def put_sbom(who, release, content, file="pump.cdx.json", **query):
    return who.ask("PUT", f"/api/v1/devices/Pump/releases/{release}/sbom", body=content, query={"file": file, **query},
                   headers={"Content-Type": "application/json"})


def test_a_device_is_stated_and_stated_anew(server):
    who = worker(server)
    made = who.post("/devices", {"name": "Pump", "class": "II", "cyber_device": True, "expected_life_years": 10,
                                 "udi_di": ["09521000099999"], "why": "new"})
    assert made.status == 201 and made.json["cyber_device"] is True and made.json["marketed"] is True
    assert who.get("/devices/09521000099999").json["name"] == "Pump"
    assert who.post("/devices", {"name": "Pump"}).status == 409
    assert who.post("/devices", {"class": "II"}).status == 422
    for wrong in ({"class": "IV"}, {"klass": "II"}, {"udi_di": "x"}, {"udi_di": [5]}, {"cyber_device": {}}):
        answer = who.post("/devices", {"name": "Other", **wrong})
        assert answer.status == 422 and "/" + list(wrong)[0] in answer.json["detail"], answer
    stated = who.ask("PATCH", "/api/v1/devices/Pump", {"class": None, "model_number": ["M1", "M2"], "name": "Pump 2"})
    assert stated.status == 200 and stated.json["class"] is None and stated.json["model_number"] == ["M1", "M2"]
    assert who.get("/devices/Pump").status == 404
    assert who.ask("PATCH", "/api/v1/devices/Pump", {"class": "II"}).status == 404


def test_two_who_change_one_device_hear_of_each_other(server):
    who = worker(server)
    tag = who.post("/devices", {"name": "Pump"}) and who.get("/devices/Pump").headers["ETag"]
    first = who.ask("PATCH", "/api/v1/devices/Pump", {"class": "II"}, headers={"If-Match": tag})
    second = who.ask("PATCH", "/api/v1/devices/Pump", {"class": "III"}, headers={"If-Match": tag})
    assert (first.status, second.status) == (200, 412)
    assert who.get("/devices/Pump").json["class"] == "II"


def test_who_may_only_read_changes_nothing(server):
    reader = worker(server, "reader", "rhea")
    assert reader.get("/devices").json["count"] > 0
    assert reader.post("/devices", {"name": "Pump"}).status == 403
    assert reader.post("/signals", {"received": {}}).status in (403, 422)


def test_devices_come_in_pages(server):
    who = worker(server)
    names = [row["name"] for row in who.get("/devices", limit=1000).json["items"]]
    seen, cursor = [], None
    while True:
        page = who.get("/devices", limit=2, **({"cursor": cursor} if cursor else {})).json
        seen += [row["name"] for row in page["items"]]
        cursor = page["next"]
        if not cursor:
            break
    assert seen == names and len(names) > 2
    assert who.get("/devices", limit=0).status == 422 and who.get("/devices", limit=1001).status == 422


def test_releases_and_lots(server):
    who = worker(server)
    who.post("/devices", {"name": "Pump"})
    made = who.post("/devices/Pump/releases", {"version": "1.0", "units": 40, "released_on": "2026-01-05"})
    assert made.status == 201 and made.json["units"] == 40 and made.json["sbom"] is False
    assert who.post("/devices/Pump/releases", {"version": "1.0"}).status == 409
    assert who.post("/devices/Pump/releases", {"version": "1.1", "units": -1}).status == 422
    assert who.post("/devices/Nobody/releases", {"version": "1.0"}).status == 404
    assert who.get("/devices/Pump/releases/1.0").json == who.get("/devices/Pump/releases").json["items"][0]
    assert who.get("/devices/Pump/releases/9").status == 404
    lot = who.post("/devices/Pump/lots", {"release": "1.0", "lot": "L1", "serial_from": "S1", "serial_to": "S9"})
    assert lot.status == 201 and lot.json["quantity"] == 9
    assert who.post("/devices/Pump/lots", {"release": "1.0"}).status == 422
    assert who.post("/devices/Pump/lots", {"release": "7", "lot": "L2"}).status == 404
    number = lot.json["number"]
    assert who.ask("PATCH", f"/api/v1/devices/Pump/lots/{number}", {"model_number": "M"}).json["model_number"] == "M"
    who.post("/devices", {"name": "Other"})
    assert who.ask("PATCH", f"/api/v1/devices/Other/lots/{number}", {"model_number": "M"}).status == 404
    assert who.get(f"/devices/Pump/lots/{number}").json["release"] == "1.0"
    assert who.get("/devices/Pump/lots", release="1.0").json["count"] == 1
    rows = "release,lot,quantity\n1.0,L7,5\n1.0,L8,6\n"
    put = lambda text: who.ask("PUT", "/api/v1/devices/Pump/lots", body=text.encode(), query={"file": "lots.csv"},
                               headers={"Content-Type": "text/csv"})
    assert put(rows).json == {"new": 2, "changed": 0, "unchanged": 0} and put(rows).json["unchanged"] == 2
    wrong = put(rows.replace("1.0,L8", "9,L8"))
    assert wrong.status in (404, 422) and wrong.json["detail"].startswith("lots.csv:3: "), wrong


def test_an_sbom_becomes_the_content_of_a_release(server):
    who = worker(server)
    who.post("/devices", {"name": "Pump"})
    made = put_sbom(who, "4.2.0", read("pump.cdx.json"), why="first build")
    assert made.status == 200 and made.json["file"] == "pump.cdx.json" and made.json["components"] == 4
    assert made.json["correction"] is None
    assert put_sbom(who, "4.2.0", read("pump.cdx.json")).json["correction"]["difference"]["unchanged"] == 4
    bad = put_sbom(who, "4.2.0", b'{"nothing": 1}', file="bad.json")
    assert bad.status == 422 and bad.json["detail"].startswith("bad.json: "), bad
    assert put_sbom(who, "4.2.0", b"").status == 422 and put_sbom(who, "4.2.0", b"{}", file="a/b").status == 400
    page = who.get("/devices/Pump/releases/4.2.0/sbom/components", limit=3).json
    assert page["count"] == 4 and page["next"] and len(page["items"]) == 3
    one = who.get(f"/components/{page['items'][0]['id']}").json
    assert {"device": "Pump", "release": "4.2.0"} in one["releases"]
    assert who.get("/components/99999999").status == 404 and who.get("/components/x").status == 422
    who.post("/devices/Pump/releases", {"version": "5"})
    assert who.get("/devices/Pump/releases/5/sbom/components").status == 404
    assert who.get("/devices/Pump/releases/4.2.0/coverage").json["totals"]["components"] == 4


def test_consignees_are_read_from_a_list(server):
    who = worker(server)
    who.post("/devices", {"name": "Pump"})
    who.post("/devices/Pump/releases", {"version": "1.0"})
    rows = ("account,name,country,email,device,release,shipment,quantity,shipped_on\n"
            "A1,General,US,x@y.example,Pump,1.0,1,5,2026-01-09\n")
    post = lambda text: who.ask("POST", "/api/v1/consignees", body=text.encode(), headers={"Content-Type": "text/csv"},
                                query={"file": "sent.csv"})
    assert post(rows).json == {"consignees": {"new": 1, "changed": 0, "unchanged": 0},
                               "shipments": {"new": 1, "changed": 0, "unchanged": 0}}
    assert post(rows).json["shipments"]["unchanged"] == 1
    wrong = post(rows.replace("Pump", "Bump"))
    assert wrong.status == 404 and wrong.json["detail"].startswith("sent.csv:2: "), wrong
    assert post("").status == 422
    asked = who.get("/consignees", device="Pump").json
    assert asked["count"] == 1 and asked["units"] == 5 and asked["items"][0]["email"] == "x@y.example"
    assert "email" not in who.get("/consignees", device="Pump", personal_data="no").json["items"][0]
    assert who.get("/consignees", release="1.0").status == 400
    by_hand = {"name": "Ward 3", "country": "DE", "why": "by letter"}
    made = who.ask("PUT", "/api/v1/consignees/B%2F2", by_hand)
    assert made.status == 201 and made.json["domestic"] is False and made.json["account"] == "B/2"
    assert who.ask("PUT", "/api/v1/consignees/B%2F2", by_hand).status == 409
    assert who.ask("PUT", "/api/v1/consignees/C3", {"country": "Nowhere", "name": "x"}).status == 422
    assert who.get("/consignees/A1").json["units"] == 5 and who.get("/consignees/none").status == 404
