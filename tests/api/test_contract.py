"""The contract that every answer is held to is handed out by the server itself."""
import json

from work import worker


def test_the_contract_is_handed_out(server):
    who = worker(server)
    told = who.get("/openapi.json")
    assert told.status == 200 and told.json == json.loads(json.dumps(server.contract.document))
    assert told.json["openapi"].startswith("3.1")
    again = who.ask("GET", "/api/v1/openapi.json", headers={"If-None-Match": told.headers["ETag"]})
    assert again.status == 304 and not again.body
    packed = who.ask("GET", "/api/v1/openapi.json", headers={"Accept-Encoding": "gzip"})
    assert packed.json == told.json and len(packed.sent) * 4 < len(told.sent)
    assert server.client().get("/openapi.json").status == 401


def test_every_operation_tells_of_its_problems(server):
    document = server.contract.document
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method in ("get", "post", "put", "patch", "delete"):
                told = operation["responses"]
                assert told.get("default") == {"$ref": "#/components/responses/problem"}, (method, path)
                assert ("401" in told) == (operation.get("security") != []), (method, path)
    wrong = server.contract.check("GET", "/api/v1/devices", 404, "application/problem+json", b'{"title": "x"}')
    assert wrong and "404" in wrong, wrong  # a problem lacks what it has to have
    assert server.contract.check("GET", "/api/v1/devices", 404, "application/json", b"{}")
