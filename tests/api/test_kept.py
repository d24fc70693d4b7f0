"""Answers that are kept: never an old one, never to who may not have it."""
import datetime
import os
import re
import subprocess
import threading
import time

from harness import SECRET
from people import enrol
from work import worker

LISTS = [("/devices", {"limit": 1000}), ("/findings", {"limit": 20}), ("/search", {"q": "openssl"}),
         ("/signals", {"state": "new", "sort": "newest"})]


def kept(server):
    """How many answers were kept ones so far."""
    text = server.clients["ada"].ask("GET", "/metrics").body.decode()
    return int(re.search(r"^aftercare_kept_answers_total (\d+)$", text, re.MULTILINE).group(1))


def command(server, *words, said=""):
    """Of sam's at the terminal, on the same store."""
    done = subprocess.run([server.program, *words, "--store", server.store], env={**os.environ, "HOME": server.folder},
                          input=said, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def sign_in_at_terminal(server):
    command(server, "sign-in", "sam", "--secret-file", "-", said=SECRET + "\n")


def names(who):
    return {one["name"] for one in who.get("/devices", limit=1000).json["items"]}


def test_an_answer_is_kept_and_is_the_same(server):
    who = worker(server)
    for path, query in LISTS:
        first, before = who.get(path, **query), kept(server)
        again = who.get(path, **query)
        assert kept(server) == before + 1, path
        assert again.body == first.body
        for name in ("ETag", "Content-Type", "Cache-Control", "Vary", "X-Content-Type-Options"):
            assert again.headers[name] == first.headers[name], name
        assert again.headers["X-Request-Id"] != first.headers["X-Request-Id"]
        tag = {"headers": {"If-None-Match": first.headers["ETag"]}, "query": query}
        same = who.ask("GET", "/api/v1" + path, **tag)
        assert same.status == 304 and same.body == b"" and same.headers["ETag"] == first.headers["ETag"]
        packed = who.ask("GET", "/api/v1" + path, headers={"Accept-Encoding": "gzip"}, query=query)
        assert packed.body == first.body
        assert who.ask("HEAD", "/api/v1" + path, query=query).headers["ETag"] == first.headers["ETag"]


def test_what_was_asked_for_with_its_tag_is_kept_too(server):
    who = worker(server)
    tag = who.get("/devices", limit=999).headers["ETag"]
    who.post("/devices", {"name": "Other", "why": "new"})
    ask = {"headers": {"If-None-Match": tag}, "query": {"limit": 999}}
    changed = who.ask("GET", "/api/v1/devices", **ask)
    assert changed.status == 200 and changed.headers["ETag"] != tag
    who.post("/devices", {"name": "Third", "why": "new"})
    latest = who.get("/devices", limit=999).headers["ETag"]
    ask = {"headers": {"If-None-Match": latest}, "query": {"limit": 999}}
    who.post("/signals", {"received": {"kind": "complaint", "received": "2026-01-09", "source": "a", "summary": "b"}})
    assert who.ask("GET", "/api/v1/devices", **ask).status == 304
    before = kept(server)
    assert "Third" in names(who) and who.get("/devices", limit=999).status == 200
    assert kept(server) == before + 1


def test_a_list_of_signals_ends_with_the_embargo_that_it_tells_of(server):
    who = worker(server)
    made = who.post("/signals", {"received": {"kind": "isao_alert", "received": "2026-01-09", "source": "a", "summary": "b"}})
    ends = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=3)
    until = {"until": ends.strftime("%Y-%m-%dT%H:%M:%S.%fZ"), "agreed_with": "a", "text": "b"}
    entered = who.post(f"/signals/{made.json['signal']}/entries", {"kind": "embargo", "content": until})
    assert entered.status == 201, entered

    def embargoed():
        return who.get("/signals", sort="newest", limit=1).json["items"][0]["under_embargo"]

    assert embargoed() and embargoed()
    time.sleep(max(0, (ends - datetime.datetime.now(datetime.timezone.utc)).total_seconds()) + 0.1)
    assert not embargoed()


def test_another_process_changes_the_store(server):
    who = worker(server)
    sign_in_at_terminal(server)
    for i in range(5):
        assert f"Terminal {i}" not in names(who) and f"Terminal {i}" not in names(who)
        command(server, "device", "add", f"Terminal {i}")
        assert f"Terminal {i}" in names(who)
        assert who.get("/search", q=f"terminal {i}").json["devices"], "it is searched for at once"


def test_whoever_may_not_ask_gets_nothing_that_is_kept(server):
    who = worker(server)
    token = who.post("/tokens", {"label": "ci", "roles": ["security"], "days": 1}).json
    program, nobody = server.client(), server.client()
    program.token = token["secret"]
    rhea, = enrol(server, "rhea")
    for path, query in LISTS:
        body = who.get(path, **query).body
        for one in (who, program, rhea):
            assert one.get(path, **query).body == body
        assert nobody.get(path, **query).status == 401
    before = kept(server)
    assert program.get("/devices", limit=1000).status == 200 and kept(server) == before + 1
    assert who.ask("DELETE", f"/api/v1/tokens/{token['token']}").status == 204
    who.get("/devices", limit=1000)
    assert program.get("/devices", limit=1000).status == 401
    assert rhea.get("/devices", limit=1000).status == 200
    assert server.clients["ada"].ask("PATCH", "/api/v1/users/rhea", {"state": "disabled"}).status == 200
    who.get("/devices", limit=1000)
    assert rhea.get("/devices", limit=1000).status == 401
    assert who.ask("DELETE", "/api/v1/session").status == 204
    assert who.get("/devices", limit=1000).status == 401


def test_what_was_acknowledged_is_in_every_answer_from_then_on(server):
    """Readers ask for the same all the time, while another thread and the terminal add devices one by one."""
    who = worker(server)
    acknowledged, wrong, ends = [], [], threading.Event()

    def read():
        client = server.client()
        client.cookie = who.cookie
        while not ends.is_set():
            expected = set(acknowledged)
            lacks = expected - names(client)
            if lacks:
                wrong.append(lacks)

    def write():
        for i in range(40):
            made = who.post("/devices", {"name": f"Written {i}", "why": "new"})
            assert made.status == 201, made
            acknowledged.append(f"Written {i}")

    def run():
        for i in range(8):
            command(server, "device", "add", f"Command {i}")
            acknowledged.append(f"Command {i}")

    sign_in_at_terminal(server)
    before = kept(server)
    readers = [threading.Thread(target=read) for _ in range(3)]
    writers = [threading.Thread(target=one) for one in (write, run)]
    for thread in readers + writers:
        thread.start()
    for thread in writers:
        thread.join()
    ends.set()
    for thread in readers:
        thread.join()
    assert not wrong and len(acknowledged) == 48, (wrong[:3], len(acknowledged))
    assert kept(server) > before
