"""The programme: profile, policy, self-assessment, catalogue."""
from harness import SECRET
from people import enrol


def test_what_is_stated_of_the_manufacturer(server):
    ada = server.begin()
    rhea, = enrol(server, "rhea")
    for path in ("/program", "/program/check", "/program/policies", "/program/policies/current", "/controls"):
        assert rhea.get(path).status == 200, path

    def put(who, setting, value):
        return who.ask("PUT", f"/api/v1/program/{setting}", {"value": value, "why": "moved"}).status

    assert put(ada, "firm-telephone", "+1 555 0100") == 204
    assert put(ada, "time-zone", "America/Chicago") == 204
    assert put(ada, "time-zone", "Mars/Olympus") == 422
    assert put(ada, "fei", "12") == 422
    assert put(ada, "nothing", "x") == 404
    assert put(rhea, "firm-telephone", "+1 555 0199") == 403
    assert "+1 555 0100" in str(ada.get("/program").json)
    assert ada.ask("PUT", "/api/v1/program/check/SA-01", {"answer": "yes", "owner": "Ada"}).status == 204
    assert ada.ask("PUT", "/api/v1/program/check/SA-99", {"answer": "yes"}).status == 404


def test_a_policy_is_in_force_when_a_second_person_has_approved_it(server):
    server.begin()
    rita, rob = enrol(server, "rita", "rob")
    draft = rita.post("/program/policies", {"policy": {"version": "ours-7"}})
    assert draft.status == 201 and draft.json["waits_for_approval"] is True, draft
    path = f"/program/policies/{draft.json['number']}/approval"
    assert rita.post(path, {"user": "rita", "secret": SECRET}).status == 403
    assert rob.post(path, {"user": "rob", "secret": SECRET}).status == 201
    assert rita.get("/program/policies/current").json["version"] == "ours-7"
    assert rita.post("/program/policies", {"policy": {"versoin": "x"}}).status == 422
    assert rita.get("/program/policies/99").status in (404, 422)
