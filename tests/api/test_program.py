"""The programme: profile, policy, self-assessment, catalogue."""
from harness import SECRET
from people import enrol
from work import worker


def test_what_is_stated_of_the_manufacturer(server):
    ada = server.begin()
    rhea, = enrol(server, "rhea")
    for path in ("/program", "/program/check", "/program/policies", "/program/policies/current", "/controls"):
        assert rhea.get(path).status == 200, path

    def put(who, setting, value):
        return who.ask("PUT", f"/api/v1/program/{setting}", {"value": value, "why": "moved"}).status

    assert put(ada, "signatures-certified-on", "soon") == 422 and put(ada, "signatures-certified-on", "2026-01-05") == 204
    assert put(ada, "summary-product-codes", "FRNX") == 422 and put(ada, "summary-product-codes", "FRN") == 204
    assert put(ada, "firm-telephone", "+1 555 0100") == 204
    assert put(ada, "time-zone", "America/Chicago") == 204
    assert put(ada, "time-zone", "Mars/Olympus") == 422
    assert put(ada, "fei", "12") == 422
    assert put(ada, "nothing", "x") == 404
    assert put(ada, "registration-number", "3001234") == 204
    assert ada.get("/program").json["firm"]["registration_number"] == "3001234"
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


def test_templates_are_kept_version_by_version(server):
    ada = server.begin()
    sam, rhea = enrol(server, "sam", "rhea")

    def put(who, text, name="recall"):
        return who.ask("PUT", f"/api/v1/program/templates/{name}", {"text": text, "why": "worded anew"})

    assert put(sam, "No").status == 403
    first = put(ada, "On {{device}}: {{impact}}")
    assert first.status == 201 and first.json["version"] == 1 and first.json["by"] == "ada", first
    wrong = put(ada, "On {{devise}}")
    assert wrong.status == 422 and "devise" in wrong.json["detail"], wrong
    assert put(ada, "").status == 422
    assert put(ada, "On {{device}}, {{date}}").json["version"] == 2
    assert rhea.get("/program/templates/recall").json["text"] == "On {{device}}, {{date}}"
    assert rhea.get("/program/templates/recall", version=1).json["text"] == "On {{device}}: {{impact}}"
    assert rhea.get("/program/templates/recall", version=9).status == 404
    assert rhea.get("/program/templates/none").status == 404
    listed = [(one["template"], one["version"]) for one in rhea.get("/program/templates").json["items"]]
    assert ("recall", 1) in listed and ("recall", 2) in listed and ("customer-notice", 1) in listed, listed


def test_versions_of_the_policy_are_compared(server):
    server.begin()
    rita, rob, rhea = enrol(server, "rita", "rob", "rhea")
    draft = rita.post("/program/policies", {"policy": {"version": "ours-8", "two_approvers_on_borderline": False}})
    path = f"/program/policies/{draft.json['number']}"
    assert rob.post(path + "/approval", {"user": "rob", "secret": SECRET}).status == 201
    told = rhea.get("/program/policies/current/diff", **{"from": 0})
    assert told.status == 200 and "A14" in told.body.decode(), told
    assert rhea.get("/program/policies/99/diff").status in (404, 422)
    assert rhea.get("/program/policies/current/diff", **{"from": "x"}).status in (400, 422)


def test_what_the_terminal_can_state_is_stated(server):
    server.begin()
    sam, rita = enrol(server, "sam", "rita")

    def put(word, value, who=rita):
        return who.ask("PUT", f"/api/v1/program/{word}", {"value": value, "why": "so it is"}).status

    for word, value, wrong in (("earlier-corrections", "3", "-1"), ("earlier-removals", "0", "x"),
                               ("isao-member", "no", "perhaps"), ("epss-threshold", "0.25", "2"),
                               ("acknowledge-within", "5", "0"), ("last-mdr-number", "1234567-2026-00041", "41")):
        assert put(word, value) == 204 and put(word, wrong) == 422, word
        assert put(word, value, sam) == 403, word
    assert put("fei", "12") == 422 and put("colour", "red") == 404


def test_membership_of_an_isao_rests_on_its_evidence(server):
    server.begin()
    sam, rita = enrol(server, "sam", "rita")

    def put(said, who=rita):
        return who.ask("PUT", "/api/v1/program/isao", said)

    for number in (1, 2, 3, 4):
        told = put({"name": "An ISAO", "criterion": number, "evidence": f"DOC-{number}", "on": "2026-01-02"})
        assert told.status == 200 and told.json["name"] == "An ISAO", told
    assert told.json["active_member"] is True and all(one["has_evidence"] for one in told.json["criteria"]), told
    assert put({"until": "2026-06-30"}).json["ended"] is True
    assert {entry["who"] for entry in rita.get("/trail", what="program.isao").json["items"]} >= {"rita"}
    for wrong in ({}, {"criterion": 1}, {"evidence": "x"}, {"criterion": 5, "evidence": "x", "on": "2026-01-02"},
                  {"since": "May"}, {"value": "x"}):
        assert put(wrong).status in (400, 422), wrong
    assert put({"name": "Another"}, sam).status == 403


def test_what_another_stated_meanwhile_is_not_lost(server):
    who = worker(server, "regulatory,security")
    isao = {"name": "Sharing Group", "since": "2025-01-01"}
    for read, path, first, second in (
            ("/program", "/program/firm-name", {"value": "One"}, {"value": "Two"}),
            ("/program", "/program/isao", isao, {**isao, "name": "Other Group"}),
            ("/program", "/program/isao", {"criterion": 1, "evidence": "SOP-1", "on": "2026-01-02"},
             {"criterion": 1, "evidence": "SOP-2", "on": "2026-01-02"}),
            ("/program/check", None, {"answer": "yes", "evidence": "SOP-1"}, {"answer": "no"})):
        before = who.get(read)
        path = path or "/program/check/" + before.json["items"][0]["id"]
        tag = before.headers["ETag"]
        assert tag and who.ask("PUT", "/api/v1" + path, first, headers={"If-Match": tag}).status in (200, 204), path
        assert who.ask("PUT", "/api/v1" + path, second, headers={"If-Match": tag}).status == 412, path
        tag = who.get(read).headers["ETag"]
        assert who.ask("PUT", "/api/v1" + path, second, headers={"If-Match": tag}).status in (200, 204), path
