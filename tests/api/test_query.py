"""A query that asks for what there is not is refused, and nothing is done."""
import re

from people import enrol


def test_every_path_refuses_a_key_that_it_does_not_know(server):
    who = server.begin()
    asked = 0
    for template, item in server.contract.document["paths"].items():
        for method in ("get", "post", "put", "patch", "delete"):
            if method not in item or not template.startswith("/api/v1/"):
                continue
            path = re.sub(r"\{\w+\}", "1", template)
            answer = who.ask(method.upper(), path, None if method == "get" else {}, query={"foo": "1"})
            if answer.status in (403, 429):
                continue
            assert answer.status == 400, (method, template, answer)
            assert answer.json["detail"].startswith('query: there is no "foo"'), answer
            asked += 1
    assert asked > 100, asked
    assert who.get("/session").status == 200
    assert server.client().get("/findings", foo=1).status == 401


def test_a_misspelt_or_second_filter_is_no_filter_at_all(server):
    who = server.begin()
    assert who.get("/findings", serverity="critical").json["detail"] == (
        'query: there is no "serverity"; there are device, release, vulnerability, component, status, severity, kev, '
        'proposals, today, sort, limit, cursor')
    twice = who.ask("GET", "/api/v1/findings", query=[("status", "affected"), ("status", "fixed")])
    assert twice.status == 400 and '"status" is given twice' in twice.json["detail"], twice
    assert who.ask("HEAD", "/api/v1/findings", query={"foo": 1}).status == 400


def test_a_change_with_a_wrong_query_changes_nothing(server):
    server.begin()
    sam, = enrol(server, "sam")
    before = sam.get("/devices").json["count"]
    body = {"name": "Pump 9", "why": "new"}
    assert sam.ask("POST", "/api/v1/devices", body, query={"dry-run": 1}).status == 400
    assert sam.get("/devices").json["count"] == before


def test_the_keys_of_a_body_are_told_as_whole_words(server):
    server.begin()
    sam, = enrol(server, "sam")
    answer = sam.post("/devices", {"nmae": "Pump 9"})
    assert answer.status == 422, answer
    known = re.search(r"keys are (.*?)(\|\.\.\.)?$", answer.json["detail"]).group(1).split("|")
    source = open(__file__.replace("tests/api/test_query.py", "docs/openapi.json"), encoding="utf-8").read()
    assert len(known) > 5 and all(f'"{word}"' in source for word in known), known
