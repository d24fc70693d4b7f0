"""Clients that are slow, half gone or send nonsense, and a server that is killed."""
import http.client
import os
import signal
import socket
import threading
import time
from datetime import date

from harness import Client
from people import enrol


def raw(server, data, most=65536):
    """What comes back for these bytes; nothing where the line is cut."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as line:
        try:
            line.sendall(data)
            line.shutdown(socket.SHUT_WR)
            return line.recv(most)
        except OSError:
            return b""


def test_nonsense_is_answered_or_cut_and_nothing_else_suffers(server):
    who = server.begin()
    for data in (b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc",
                 b"GET /api/v1/session HTTP/1.1\r\n" + b"X-A: " + b"a" * 100_000 + b"\r\n\r\n",
                 b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
                 b"POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                 b"POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
                 b"POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                 b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                 b"GET /api/v1/devices/%ff%fe HTTP/1.1\r\nHost: x\r\n\r\n"):
        got = raw(server, data)
        assert not got or got.startswith((b"HTTP/1.1 4", b"HTTP/1.0 4", b"HTTP/1.1 505", b"HTTP/1.1 400")), (data[:60], got[:80])
        assert who.get("/session").status == 200
    deep = b"[" * 100_000
    bad = who.ask("POST", "/api/v1/session", body=deep, headers={"Content-Type": "application/json"})
    assert bad.status in (413, 422), bad
    bad = who.ask("POST", "/api/v1/session", body=b'{"user":"\xff"}', headers={"Content-Type": "application/json"})
    assert bad.status == 422, bad


def test_a_thousand_idle_lines_do_not_stop_the_next(server):
    who = server.begin()
    lines = []
    try:
        for number in range(1000):
            line = socket.create_connection(("127.0.0.1", server.port), timeout=20)
            if number % 2:
                line.sendall(b"GET /api/v1/session HTTP/1.1\r\nHost: x\r\nX-Half:")
            lines.append(line)
        assert who.get("/session").status == 200
    finally:
        for line in lines:
            line.close()
    assert who.get("/session").status == 200


def test_who_reads_slowly_holds_nobody_up(server):
    who = server.begin()
    slow = []
    for _ in range(20):
        line = socket.create_connection(("127.0.0.1", server.port), timeout=20)
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.sendall(f"GET /api/v1/trail?limit=1000 HTTP/1.1\r\nHost: x\r\nCookie: {who.cookie}\r\n\r\n".encode())
        slow.append(line)
    assert who.get("/casefiles").status == 200
    for line in slow:
        line.close()
    assert who.get("/casefiles").status == 200


def kill_again_and_again(server, times):
    """Killed under write load: every acknowledged record is in the store, and the trail is whole. Gives how many."""
    server.begin()
    sam, = enrol(server, "sam")
    path = f"/casefiles/{sam.get('/casefiles', state='open').json['items'][0]['casefile']}"
    acknowledged, today = set(), date.today().isoformat()

    def write(client, number, stop):
        while not stop.is_set():
            text = f"entry {number}-{len(acknowledged)}"
            try:
                answer = client.post(path + "/records/communication", {"more": {"text": text}, "facts": {
                    "on": today, "to": ["customers"], "describes_impact": True}})
            except (OSError, http.client.HTTPException, ValueError):  # the server is gone
                return
            if answer.status == 201:
                acknowledged.add(answer.json["record"])

    for _ in range(times):
        stop, writers = threading.Event(), []
        for number in range(3):
            client = Client(server)
            client.cookie, client.csrf = sam.cookie, sam.csrf
            writers.append(threading.Thread(target=write, args=(client, number, stop)))
        before = len(acknowledged)
        for writer in writers:
            writer.start()
        for _ in range(2000):
            if len(acknowledged) >= before + 5:
                break
            time.sleep(0.01)
        assert len(acknowledged) >= before + 5, "nothing is acknowledged any more"
        server.process.send_signal(signal.SIGKILL)
        server.process.wait()
        stop.set()
        for writer in writers:
            writer.join()
        server.process.stdout.close()
        server.start()
    kept = {record["number"] for record in sam.get(path).json["records"]}
    assert acknowledged <= kept, sorted(acknowledged - kept)
    verified = sam.get("/trail/verify").json
    assert verified["whole"] is True, verified
    return len(acknowledged)


def test_what_was_acknowledged_is_there_after_a_kill(server):
    assert kill_again_and_again(server, 8) >= 8 * 5


def test_a_server_that_has_ended_leaves_one_file(server):
    server.begin()
    assert server.stop() == 0
    beside = [name for name in os.listdir(server.folder) if name.startswith("store.db")]
    assert beside == ["store.db"], beside
