"""The public form: anybody may report, nothing is told, and a person sees it among the signals."""
import json

from people import enrol

REPORT = {
    "product": "Rivulet S3", "version": "3.2", "summary": "The maintenance port takes unsigned firmware",
    "description": "I connected a laptop.\nIt took my image.", "exploit": "With a cable.", "impact": "Any dose.",
    "discovery": "a lab test", "is_public": "no", "is_exploited": "unknown", "plans": "A talk in May.",
    "vulnerability": "CVE-2026-91234", "name": "R. Finder", "email": "finder@example.org", "may_share": "no",
    "credit": "named"}


def test_a_stranger_sees_whom_they_report_to(server):
    server.begin()
    terms = server.client().get("/disclosures")
    assert terms.status == 200, terms
    assert terms.json["acknowledge_within_days"] >= 1, terms
    assert set(terms.json) == {"manufacturer", "contact", "policy", "security_txt", "acknowledge_within_days"}, terms
    there = server.client().ask("GET", "/.well-known/security.txt").status == 200
    assert terms.json["security_txt"] is there, terms


def test_a_strangers_report_is_a_signal(server):
    server.begin()
    sam, = enrol(server, "sam")
    before = {one["signal"] for one in sam.get("/signals").json["items"]}
    told = server.client().post("/disclosures", REPORT)
    assert told.status == 201, told
    assert set(told.json) == {"receipt", "acknowledge_by"}, told
    one, = [row for row in sam.get("/signals").json["items"] if row["signal"] not in before]
    assert one["kind"] == "researcher_report" and one["state"] == "new", one
    assert one["reference"] == told.json["receipt"] and one["source"] == "public form", one
    assert one["acknowledge_by"] == told.json["acknowledge_by"], one
    assert one["devices"] == ["Rivulet S3"] and one["vulnerability"] == "CVE-2026-91234", one
    assert one["received_by"] == "public form", one
    entries = {entry["kind"]: entry for entry in sam.get(f"/signals/{one['signal']}").json["entries"]}
    content = entries["received"]["content"]
    assert content["details"] == REPORT["description"] and content["plans"] == REPORT["plans"], content
    assert content["is_exploited"] == "unknown" and content["product"] == "Rivulet S3", content
    assert entries["contact"]["content"] == {"name": "R. Finder", "email": "finder@example.org"}
    assert entries["contact"]["personal"] is True
    assert entries["credit"]["content"] == {"wish": "named", "name": "R. Finder"}
    trail = [entry for entry in sam.get("/trail", limit=1000).json["items"]
             if entry["object"] == f"signal {one['signal']}"]
    assert {entry["who"] for entry in trail} == {"public form"}, trail
    assert "finder@example.org" not in json.dumps(trail)
    assert sam.get("/trail/verify").json["whole"] is True


def test_who_wishes_to_stay_unnamed_is_named_nowhere_but_in_the_contact(server):
    server.begin()
    sam, = enrol(server, "sam")
    assert server.client().post("/disclosures", {**REPORT, "credit": "anonymous"}).status == 201
    assert "R. Finder" not in json.dumps(sam.get("/trail", limit=1000).json)


def test_what_the_form_says_is_data_and_no_more(server):
    server.begin()
    sam, = enrol(server, "sam")
    hostile = "<script>alert(1)</script>'; DROP TABLE signal; -- \u202e{\"state\":\"accepted\"}"
    assert server.client().post("/disclosures", {"product": hostile, "summary": hostile,
                                                 "description": hostile + "\n\x1b[2J\x00".replace("\x00", "")}).status == 201
    one = max(sam.get("/signals").json["items"], key=lambda row: row["signal"])
    assert one["state"] == "new" and one["summary"] == hostile and one["devices"] == [], one
    assert one["under_embargo"] is False


def test_what_cannot_be_taken_is_refused_with_its_place(server):
    for wrong, says in (({"summary": ""}, "summary is missing"), ({"product": "a\nb"}, "product is one line"),
                        ({"summary": "x" * 301}, "at most 300"), ({"impact": "a\0b"}, "impact: \\u0000"),
                        ({"email": "nobody"}, "email is an address")):
        told = server.client().post("/disclosures", {**REPORT, **wrong})
        assert told.status == 422 and says in told.json["detail"], told


def test_it_is_small_and_seldom(server):
    server.begin()
    sam, = enrol(server, "sam")
    who = server.client()
    before = len(sam.get("/signals").json["items"])
    assert who.post("/disclosures", {**REPORT, "description": "x" * (32 * 1024 + 1)}).status == 422
    assert who.post("/disclosures", {**REPORT, "description": "x" * 300_000}).status == 413
    assert who.post("/disclosures", {**REPORT, "state": "accepted"}).status == 422
    assert who.post("/disclosures", {**REPORT, "email": "nobody"}).status == 422
    assert who.ask("POST", "/api/v1/disclosures", body=b"product=x",
                   headers={"Content-Type": "application/x-www-form-urlencoded"}).status in (415, 429)
    late = who.post("/disclosures", REPORT)
    assert late.status == 429 and int(late.headers["Retry-After"]) > 60, late
    assert who.get("/session").status == 200
    assert len(sam.get("/signals").json["items"]) == before


def test_a_user_who_uses_the_form_is_a_stranger_too(server):
    ada = server.begin()
    assert ada.post("/disclosures", REPORT).status == 201
    assert any(entry["who"] == "public form" for entry in ada.get("/trail", limit=1000).json["items"])


def test_it_is_taken_before_anybody_is_enrolled(server):
    assert server.client().post("/disclosures", REPORT).status == 201


def test_security_txt_says_whom_one_writes_to(server):
    ada, who = server.begin(), server.client()
    none = who.ask("GET", "/.well-known/security.txt")
    assert none.status == 404 and "not stated yet whom one writes to" in none.json["detail"], none
    for word, value in (("security-contact", "psirt@maker.example"), ("languages", "en, de"),
                        ("public-url", "https://psirt.maker.example"),
                        ("disclosure-policy", "https://maker.example/policy")):
        assert ada.ask("PUT", f"/api/v1/program/{word}", {"value": value}).status == 204
    told = who.ask("GET", "/.well-known/security.txt")
    assert told.headers["Content-Type"] == "text/plain; charset=utf-8", told
    lines = told.body.decode().splitlines()
    assert lines[0] == "Contact: mailto:psirt@maker.example" and lines[1].endswith("/disclose"), lines
    assert [line for line in lines if line.startswith("Expires: ")] == [lines[2]], lines
    assert "Policy: https://maker.example/policy" in lines and "Preferred-Languages: en, de" in lines, lines
    assert "Canonical: https://psirt.maker.example/.well-known/security.txt" in lines, lines


test_security_txt_says_whom_one_writes_to.store = "empty"


def test_of_ipv6_the_network_is_counted(server):
    who = server.client()

    def report(address):
        return who.post("/disclosures", REPORT, headers={"X-Forwarded-For": address}).status

    assert [report(f"2001:db8::{n}") for n in range(5)] == [201] * 5
    assert report("2001:db8::ffff:ffff:ffff:ffff") == 429
    assert report("2001:db8:0:1::1") == 201
    assert [report("192.0.2.1"), report("192.0.2.2"), report("::ffff:192.0.2.3")] == [201] * 3


test_of_ipv6_the_network_is_counted.options = ("--behind-proxy",)


def test_many_addresses_together_are_limited_and_staff_is_not(server):
    server.begin()
    sam, = enrol(server, "sam")
    who = server.client()

    def report(number):
        return who.post("/disclosures", REPORT, headers={"X-Forwarded-For": f"198.51.100.{number}"})

    taken = [report(number).status for number in range(1, 51)]
    assert taken == [201] * 50, taken
    late = report(51)
    assert late.status == 429 and 0 < int(late.headers["Retry-After"]) <= 61, late
    assert "too many reports" in late.json["detail"] and report(52).status == 429
    assert who.get("/session", ).status == 200 and server.sign_in("sam").get("/signals").json["count"] >= 50
    came_in = {"kind": "complaint", "received": "2026-01-09", "summary": "it hangs", "source": "a clinic"}
    assert sam.post("/signals", {"received": came_in}).status == 201


test_many_addresses_together_are_limited_and_staff_is_not.options = ("--behind-proxy",)


def test_a_report_is_not_lost_over_a_cve_id_that_is_none(server):
    server.begin()
    sam, = enrol(server, "sam")
    for said in ("CVE-20266-1234", "CVE-0026-91234", "cve 2026 91234"):
        told = server.client().post("/disclosures", {**REPORT, "vulnerability": said})
        assert told.status == 201, told
        one, = [row for row in sam.get("/signals").json["items"] if row["reference"] == told.json["receipt"]]
        assert not one.get("vulnerability"), one
        entries = {entry["kind"]: entry for entry in sam.get(f"/signals/{one['signal']}").json["entries"]}
        details = entries["received"]["content"]["details"]
        assert details == REPORT["description"] + f'\n\n[The reporter named the vulnerability "{said}", which is no CVE id.]'
    assert server.client().post("/disclosures", {**REPORT, "summary": "\u200b\u00a0"}).status == 422
