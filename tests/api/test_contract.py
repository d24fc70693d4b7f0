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
