"""Backups while the server works."""
import json
import os
import subprocess
import threading

from people import enrol


def test_what_was_acknowledged_before_a_backup_is_in_it(server):
    server.begin()
    sam, rita = enrol(server, "sam", "rita")
    known, ended, failures = [], threading.Event(), []

    def write(who, prefix):
        number = 0
        while not ended.is_set():
            name = f"{prefix} {number}"
            made = who.post("/devices", {"name": name})
            if made.status != 201:
                failures.append(made)
                return
            known.append(name)
            number += 1

    token = server.clients["ada"].post("/tokens", {"label": "night", "days": 1, "roles": ["administrator"]})
    assert token.status == 201, token
    word = os.path.join(server.folder, "token")
    with open(word, "w", encoding="ascii") as file:
        print(token.json["secret"], file=file)
    writers = [threading.Thread(target=write, args=row) for row in ((sam, "Sam's"), (rita, "Rita's"))]
    for writer in writers:
        writer.start()
    try:
        for number in range(5):
            while len(known) < 4 * (number + 1):
                ended.wait(0.01)
            before = list(known)
            path = os.path.join(server.folder, f"{number}.backup")
            made = subprocess.run([server.program, "backup", path, "--store", server.store], capture_output=True,
                                  text=True, check=False,
                                  env={**os.environ, "AFTERCARE_USER": "ada", "AFTERCARE_TOKEN_FILE": word})
            assert made.returncode == 0, made.stderr
            listed = subprocess.run([server.program, "device", "list", "--format", "json", "--store", path],
                                    capture_output=True, text=True, check=True)
            names = {device["name"] for device in json.loads(listed.stdout)}
            assert not set(before) - names, set(before) - names
    finally:
        ended.set()
        for writer in writers:
            writer.join()
    assert not failures, failures
    entries = server.clients["ada"].get("/trail", what="store.backup").json["items"]
    assert len(entries) == 5 and all(entry["who"] == "ada" for entry in entries), entries


def test_without_a_token_there_is_no_backup(server):
    server.begin()
    made = server.run("backup", os.path.join(server.folder, "b"))
    assert made.returncode == 5 and "nobody has signed in" in made.stderr, made
    assert not os.path.exists(os.path.join(server.folder, "b"))
