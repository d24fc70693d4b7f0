"""Views of a list that somebody keeps: of one's own, on every machine, and each with its entry."""
from people import enrol


def test_a_view_is_kept_for_who_keeps_it(server):
    server.begin()
    sam, rhea = enrol(server, "sam", "rhea")
    assert sam.get("/views/findings").json == {"items": [], "next": None, "count": 0}
    path = "/api/v1/views/findings/"
    mine = {"name": "Exploited, of the pump", "query": "kev=1&device=Pump"}
    kept = sam.ask("PUT", path + "Exploited%2C%20of%20the%20pump", {"query": mine["query"], "why": "each morning"})
    assert kept.status == 200 and kept.json == mine, kept
    assert rhea.ask("PUT", path + "Mine", {"query": "severity=high"}).status == 200
    assert sam.get("/views/findings").json["items"] == [mine]
    assert [view["name"] for view in rhea.get("/views/findings").json["items"]] == ["Mine"]
    assert sam.ask("PUT", path + "Later", {"query": "status=affected"}).status == 200
    changed = sam.ask("PUT", path + "Exploited%2C%20of%20the%20pump", {"query": "kev=1"})
    assert changed.json["query"] == "kev=1"
    assert [view["name"] for view in sam.get("/views/findings").json["items"]] == [mine["name"], "Later"]
    entries = sam.get("/trail", what="view.keep").json["items"]
    assert [entry["who"] for entry in entries].count("sam") == 3 and "each morning" in [entry["why"] for entry in entries]
    assert any("kev=1&device=Pump" in str(entry["old"]) for entry in entries), entries
    server.stop()
    clients = server.clients
    server.start()
    server.clients = clients
    assert server.sign_in("sam").get("/views/findings").json["count"] == 2, "beyond one browser, and a restart"
    assert rhea.ask("DELETE", path + "Later", {}).status == 404, "it is another's"
    assert sam.ask("DELETE", path + "Later", {"why": "of no use"}).status == 204
    assert sam.ask("DELETE", path + "Later", {}).status == 404
    assert len(sam.get("/trail", what="view.drop").json["items"]) == 1
    assert server.run("audit", "verify").returncode == 0


def test_what_is_no_view_is_refused(server):
    server.begin()
    sam, = enrol(server, "sam")
    path = "/api/v1/views/findings/"
    assert sam.get("/views/devices").status == 404
    assert sam.ask("PUT", "/api/v1/views/devices/x", {"query": "a=1"}).status == 404
    for body in ({}, {"query": ""}, {"query": 7}, {"query": "x" * 2001}, {"query": "a=1", "name": "x"}):
        assert sam.ask("PUT", path + "x", body).status == 422, body
    assert sam.ask("PUT", path + "x" * 201, {"query": "a=1"}).status == 422
    assert sam.ask("PUT", path + "a%0Ab", {"query": "a=1"}).status == 422
    for number in range(100):
        assert sam.ask("PUT", path + f"v{number}", {"query": "a=1"}).status == 200
    full = sam.ask("PUT", path + "one-more", {"query": "a=1"})
    assert full.status == 409 and "100 views" in full.json["detail"], full
    assert sam.ask("PUT", path + "v7", {"query": "a=2"}).status == 200, "one that is there is changed all the same"
