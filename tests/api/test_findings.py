"""Findings in pages, decisions about them, where something is, what is known of it."""
import json
from urllib.parse import quote

from work import terminal, worker


def all_pages(who, path, **query):
    seen, cursor = [], None
    while True:
        page = who.get(path, **query, **({"cursor": cursor} if cursor else {})).json
        seen += page["items"]
        cursor = page["next"]
        if not cursor:
            return seen


def key(row):
    return row["device"], row["release"], row["component"]["name"], row["component"]["version"], row["vulnerability"]


def test_pages_of_any_size_give_the_same_findings(server):
    who = worker(server)
    whole = who.get("/findings", limit=1000).json
    assert whole["next"] is None and len(whole["items"]) > 50
    keys = [key(row) for row in whole["items"]]
    for limit in (1, 7, 50, len(keys) - 1, len(keys)):
        assert [key(row) for row in all_pages(who, "/findings", limit=limit)] == keys, limit


def test_findings_come_in_the_order_that_is_asked_for(server):
    who = worker(server)
    whole = sorted(map(key, all_pages(who, "/findings", limit=1000)))

    def score(row):
        return row["cvss"][0]["score"] if row["cvss"] else -1

    def epss(row):
        return row["epss"] if row["epss"] is not None else -1

    keys = {"severity": score, "epss": epss, "published": lambda row: row["published"] or "",
            "worst": lambda row: (row["kev"], score(row), epss(row))}
    for sort, of in keys.items():
        rows = all_pages(who, "/findings", limit=1000, sort=sort)
        assert sorted(map(key, rows)) == whole, sort
        values = [of(row) for row in rows]
        assert values == sorted(values, reverse=True), sort
        for limit in (1, 13, len(rows) - 1, len(rows)):
            if limit > 1 or sort == "worst":
                assert all_pages(who, "/findings", limit=limit, sort=sort) == rows, (sort, limit)
    few = all_pages(who, "/findings", limit=5, sort="epss", severity="critical")
    assert few and {row["cvss"][0]["severity"] for row in few} == {"critical"}
    assert who.get("/findings", sort="name").status == 422
    assert who.get("/findings", sort="epss", cursor="x").status == 422
    assert who.get("/findings", sort="epss", device="none").status in (404, 422)


def test_what_is_gone_meanwhile_hides_nothing(server):
    who = worker(server)
    rows = who.get("/findings", limit=1000).json["items"]
    places = list(dict.fromkeys((row["device"], row["release"]) for row in rows))
    device, release = places[1]
    of_release = [key(row) for row in rows if (row["device"], row["release"]) == (device, release)]

    def first_behind(*place):
        page = who.get("/findings", limit=1, cursor="\x1f".join(place))
        assert page.status == 200, page
        return key(page.json["items"][0])

    assert first_behind(device, release, *of_release[0][2:]) == of_release[1]
    for gone in (["gone", "1", "CVE-1999-0001"], [*of_release[1][2:4], "CVE-0000-0000"]):
        behind = [row for row in of_release if [part.encode() for part in row[2:]] > [part.encode() for part in gone]]
        assert behind and first_behind(device, release, *gone) == behind[0]
    assert first_behind(device, "no such release") == next(key(row) for row in rows if row["device"] == device)
    assert first_behind("", "") == key(rows[0])


def test_findings_are_those_of_the_terminal(server):
    who = worker(server)
    said = json.loads(terminal(server, "finding", "list", "--format", "json"))
    assert who.get("/findings", limit=1000).json["items"] == said


def test_what_is_said_of_a_release_is_that_of_the_terminal(server):
    who = worker(server)
    row = who.get("/findings").json["items"][0]
    path = f"/devices/{quote(row['device'])}/releases/{quote(row['release'])}/findings"
    told = who.get(path, format="openvex")
    assert told.status == 200 and "findings.openvex.json" in told.headers["Content-Disposition"], told
    printed = json.loads(terminal(server, "finding", "list", "--device", row["device"], "--release", row["release"],
                                  "--format", "openvex"))
    assert [one["vulnerability"] for one in told.json["statements"]] == [
        one["vulnerability"] for one in printed["statements"]]
    assert told.json["author"] == "Quillmere Medical, Inc.", told.json["author"]
    assert who.get(path, format="csaf").json["document"]["category"] == "csaf_vex"
    assert who.get(path, format="cyclonedx").json["bomFormat"] == "CycloneDX"
    assert len(who.get(path, format="csv").body.splitlines()) > 2
    page, paper = who.get(path, format="html"), who.get(path, format="pdf")
    assert page.status == 200 and b"<h2" in page.body and paper.body.startswith(b"%PDF-")
    few = who.get(path, format="sarif", severity="critical").json["runs"][0]["results"]
    assert len(few) < len(who.get(path, format="sarif").json["runs"][0]["results"])
    for wrong in ("xml", ""):
        assert who.get(path, format=wrong).status == 400, wrong
    assert who.get(path.replace(quote(row["device"]), "none"), format="csv").status in (404, 422)
    assert server.client().get(path, format="csv").status == 401


def test_filters_take_rows_out_and_nothing_else(server):
    who = worker(server)
    rows = who.get("/findings", limit=1000).json["items"]
    device = rows[0]["device"]
    for query, passes in (({"status": "affected"}, lambda row: row["state"] == "affected"),
                          ({"status": "fixed,not_affected"}, lambda row: row["state"] in ("fixed", "not_affected")),
                          ({"kev": "1"}, lambda row: row["kev"]),
                          ({"severity": "critical"}, lambda row: row["cvss"] and row["cvss"][0]["severity"] == "critical"),
                          ({"device": device}, lambda row: row["device"] == device),
                          ({"component": rows[3]["component"]["name"]},
                           lambda row: row["component"]["name"] == rows[3]["component"]["name"])):
        expected = [key(row) for row in rows if passes(row)]
        assert [key(row) for row in who.get("/findings", limit=1000, **query).json["items"]] == expected, query
        assert [key(row) for row in all_pages(who, "/findings", limit=2, **query)] == expected, query
    for wrong in ({"status": "bad"}, {"severity": "bad"}, {"kev": "2"}, {"cursor": "x"}, {"limit": 0},
                  {"component": "no-such-component"}, {"today": "yesterday"}):
        assert who.get("/findings", **wrong).status == 422, wrong
    assert who.get("/findings", device="Nobody").status == 404
    assert who.get("/findings", release="1").status == 400


def test_what_is_not_seen_is_told(server):
    who = worker(server)
    assert who.get("/findings", limit=1).json["warnings"]
    bare = who.post("/devices", {"name": "Bare"}) and who.post("/devices/Bare/releases", {"version": "1"})
    assert bare.status == 201
    told = who.get("/findings", device="Bare").json
    assert told["items"] == [] and any("Bare 1" in line for line in told["warnings"])


def test_one_finding_and_a_decision_about_it(server):
    who = worker(server)
    row = next(row for row in who.get("/findings", limit=1000, status="affected").json["items"]
               if not row.get("statement"))
    path = "/findings/" + "/".join(quote(row[k], safe="") for k in ("device", "release", "vulnerability"))
    assert row in who.get(path).json["items"]
    given = {"vulnerability": row["vulnerability"], "scope": "finding", "device": row["device"],
             "release": row["release"], "component": row["component"]["name"] + "@" + row["component"]["version"],
             "status": "not_affected", "reason": "never called"}
    assert who.post("/statements", given).status == 409
    for wrong in ({"scope": "world"}, {"status": "fine"}, {"release": None}, {"reason": " "}, {"justification": "x"},
                  {"until": "soon"}, {"vulnerability": "CVE-2099-99999"}):
        assert who.post("/statements", {**given, "justification": "component_not_present", **wrong}).status == 422, wrong
    assert who.post("/statements", {**given, "scope": "portfolio"}).status == 422
    made = who.post("/statements", {**given, "justification": "vulnerable_code_not_in_execute_path"})
    assert made.status == 201 and made.json["replaces"] is None
    now = [one for one in who.get(path).json["items"] if key(one) == key(row)]
    assert [one["state"] for one in now] == ["not_affected"]
    history = who.get("/statements", vulnerability=row["vulnerability"]).json["items"]
    assert [one["life"] for one in history if one["statement"]["id"] == made.json["statement"]] == ["stands"]
    where = f"/api/v1/statements/{made.json['statement']}"
    assert who.ask("DELETE", where, {}).status == 422
    assert who.ask("DELETE", where, {"reason": "it is called after all"}).status == 204
    assert who.ask("DELETE", where, {"reason": "again"}).status == 409
    assert who.ask("DELETE", "/api/v1/statements/99999999", {"reason": "none"}).status == 404
    assert who.get("/statements").status == 400


def test_a_wide_decision_tells_of_the_casefiles_that_it_meets(server):
    who = worker(server)
    rows = who.get("/findings", limit=1000, status="affected").json["items"]
    cases = {(one["vulnerability"], one["device"]): one for one in who.get("/casefiles").json["items"]}
    row = next(row for row in rows if (row["vulnerability"], row["device"]) in cases
               and not cases[row["vulnerability"], row["device"]]["closed_on"])
    case = cases[row["vulnerability"], row["device"]]
    given = {"vulnerability": row["vulnerability"], "status": "under_investigation", "reason": "asked the supplier"}
    exact = row["component"]["name"] + "@" + row["component"]["version"]
    line = (f"it decides for {case['device']} too, whose casefile {case['casefile']} on this is open: its clocks run on")
    for names in ({"scope": "portfolio"}, {"scope": "component", "component": exact},
                  {"scope": "device", "device": row["device"], "component": exact}):
        told = who.post("/statements", {**given, **names})
        assert told.status == 201 and line in told.json["warnings"], (names, told)
        sure = who.post("/statements", {**given, **names, "status": "affected", "action": "update"})
        assert line not in sure.json["warnings"], sure
    other = next(one for one in who.get("/devices").json["items"] if one["name"] != row["device"])
    told = who.post("/statements", {**given, "scope": "device", "device": other["name"]})
    assert told.status == 201 and line not in told.json["warnings"], told
    # A narrower decision stands: the wide one decides nothing there.
    told = who.post("/statements", {**given, "scope": "portfolio"})
    assert told.status == 201 and line not in told.json["warnings"], told


def test_nothing_waits_to_be_confirmed_where_nothing_was_decided(server):
    who = worker(server)
    row = who.get("/findings", limit=1).json["items"][0]
    answer = who.post("/statements/confirmations", {"device": row["device"], "release": row["release"]})
    assert answer.status in (200, 422), answer
    assert who.post("/statements/confirmations", {"device": row["device"]}).status == 422


def test_where_something_is(server):
    who = worker(server)
    row = who.get("/findings", limit=1, status="affected").json["items"][0]
    places = who.get("/where", q=row["vulnerability"], limit=1000).json
    assert places["warnings"] and (row["device"], row["release"]) in [
        (one["device"], one["release"]) for one in places["items"]]
    assert who.get("/where", q=row["component"]["name"]).json["count"] > 0
    assert who.get("/where", q="no-such-component").json["items"] == []
    assert who.get("/where", q="CVE-2099-99999").status == 422 and who.get("/where").status == 400


def test_a_vulnerability_by_any_of_its_names(server):
    who = worker(server)
    row = next(row for row in who.get("/findings", limit=1000).json["items"])
    one = who.get("/vulnerabilities/" + row["vulnerability"]).json
    assert one["told"] and one["sources"] and one["cvss"] == row["cvss"] and one["summary"] == row["summary"]
    for name in one["aliases"]:
        assert who.get("/vulnerabilities/" + name).json["vulnerability"] == row["vulnerability"]
    assert who.get("/vulnerabilities/CVE-2099-99999").status == 404


def test_search_finds_what_begins_so(server):
    who = worker(server)
    row = who.get("/findings", limit=1).json["items"][0]
    found = who.get("/search", q=row["vulnerability"][:-1].lower()).json
    assert row["vulnerability"] in [hit["name"] for hit in found["vulnerabilities"]]
    found = who.get("/search", q=row["component"]["name"][:3].upper()).json
    hit = next(hit for hit in found["components"] if hit["name"] == row["component"]["name"])
    assert who.get(f"/components/{hit['id']}").json["name"] == hit["name"]
    assert row["device"] in [hit["name"] for hit in who.get("/search", q=row["device"][1:4]).json["devices"]]
    assert who.get("/search", q="%_").json == {"devices": [], "vulnerabilities": [], "components": [], "casefiles": [], "signals": []}
    assert who.get("/search", q="a").status == 422
    case = who.get("/casefiles").json["items"][0]
    for words in (f"casefile {case['casefile']}", f"#{case['casefile']}", case["title"][2:9].upper()):
        hits = who.get("/search", q=words).json["casefiles"]
        assert case["casefile"] in [hit["casefile"] for hit in hits], (words, hits)
    assert {hit["device"] for hit in who.get("/search", q=case["device"].lower()).json["casefiles"]} >= {case["device"]}
    signal = who.get("/signals").json["items"][0]
    for words in (f"signal {signal['signal']}", signal["summary"][3:14].upper()):
        hits = who.get("/search", q=words).json["signals"]
        assert {"signal": signal["signal"], "summary": signal["summary"]} in hits, (words, hits)


def test_search_takes_a_udi_as_it_stands_on_a_label(server):
    who = worker(server)
    assert who.post("/devices", {"name": "Labelled", "udi_di": ["09521000000117"]}).status == 201
    for words in ("09521000000117", "(01)09521000000117", "(01)09521000000117(17)280101(10)A7",
                  "]d2010952100000011717280101", " (01)09521000000117(21)99 "):
        hits = who.get("/search", q=words).json["devices"]
        assert [hit["name"] for hit in hits] == ["Labelled"], (words, hits)
    assert who.get("/search", q="(01)09521000000124(17)280101").json["devices"] == []


def test_sources_and_the_ledger(server):
    who = worker(server)
    assert {"nvd", "kev"} <= {row["source"] for row in who.get("/feeds").json["items"]}
    whole = who.get("/coverage").json
    device = who.get("/devices", limit=1).json["items"][0]["name"]
    assert who.get("/coverage", device=device).json["totals"]["components"] <= whole["totals"]["components"]
    assert who.get("/coverage", release="1").status == 400 and who.get("/coverage", device="Nobody").status == 404
    assert who.post("/coverage", {}).status == 201
    assert who.get("/coverage").json["changes"] == []


def test_rules_are_taught_and_taken_back(server):
    who = worker(server)
    given = {"package": "pkg:generic/acme/rtos", "is_also": "cpe:2.3:o:amazon:freertos", "why": "a fork"}
    assert who.post("/aliases", {**given, "why": ""}).status == 422
    made = who.post("/aliases", given)
    assert made.status == 201 and who.post("/aliases", given).status == 409
    assert who.get(f"/aliases/{made.json['rule']}").json == made.json
    leads = who.get("/aliases/check", name="pkg:generic/acme/rtos").json["items"]
    assert any("own rule" in one["through"] for one in leads)
    assert who.get("/aliases/check").status == 400 and who.get("/aliases/check", name="pkg:npm/a@1").status == 422
    where = f"/api/v1/aliases/{made.json['rule']}"
    assert who.ask("DELETE", where, {}).status == 422
    assert who.ask("DELETE", where, {"why": "it is none"}).status == 204
    assert who.get(f"/aliases/{made.json['rule']}").status == 404
    shipped = who.get("/aliases", shipped="1", limit=1000).json
    assert shipped["count"] > 300 and len(all_pages(who, "/aliases", shipped="1", limit=100)) == shipped["count"]
