"""Who works in the tests, one for each role."""
from harness import PEOPLE, SECRET


def enrol(server, *names):
    """Enrols people; each signs in once, with a secret of the own."""
    ada = server.clients["ada"]
    for name in names:
        made = ada.post("/users", {"user": name, "full_name": name.title() + " Person", "roles": [PEOPLE[name]],
                                   "identity_verified_on": "2026-01-02"})
        assert made.status == 201, made
        trained = ada.ask("PATCH", f"/api/v1/users/{name}", {"training": "SOP-7", "training_until": "2030-01-01"})
        assert trained.status == 200, trained
        server.clients[name] = server.sign_in(name, made.json["secret"], new_secret=SECRET, accept=True)
    return [server.clients[name] for name in names]
