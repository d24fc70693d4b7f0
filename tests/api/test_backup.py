"""Backups while the server works."""
import atexit
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import threading

from people import enrol
from test_imports import ended

FOLDER = tempfile.mkdtemp(prefix="aftercare-backups-")
atexit.register(shutil.rmtree, FOLDER)


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


def test_an_administrator_has_one_made_and_takes_it(server):
    server.begin()
    rita, = enrol(server, "rita")
    ada = server.clients["ada"]
    refused = rita.post("/backups", {})
    assert refused.status == 403 and "store.backup" in refused.json["detail"], refused
    assert rita.get("/backups").status == 403
    started = ada.post("/backups", {"why": "before the move"})
    assert started.status == 202, started
    done = ended(ada, started.json["job"])
    assert done["state"] == "done", done
    listed = ada.get("/backups").json["items"]
    assert [one["name"] for one in listed] == [done["result"]["name"]] and listed[0]["manifest"]["faults"] == 0, listed
    answer = ada.get("/backups/" + done["result"]["name"])
    assert answer.status == 200 and hashlib.sha256(answer.body).hexdigest() == done["result"]["file_sha256"]
    path = os.path.join(server.folder, "taken")
    with open(path, "wb") as file:
        file.write(answer.body)
    restored = subprocess.run([server.program, "restore", path, "--store", os.path.join(server.folder, "again.db")],
                              capture_output=True, text=True, check=False)
    assert restored.returncode == 0, restored.stderr
    verified = ended(ada, ada.post(f"/backups/{listed[0]['name']}/verification", {}).json["job"])
    assert verified["state"] == "done" and verified["result"]["verified"] and not verified["result"]["faults"], verified
    assert verified["result"]["file_sha256"] == done["result"]["file_sha256"]
    with open(os.path.join(FOLDER, listed[0]["name"]), "r+b") as file:
        file.seek(5000)
        file.write(b"x")
    broken = ended(ada, ada.post(f"/backups/{listed[0]['name']}/verification", {}).json["job"])
    assert broken["state"] == "failed" and broken["error"].startswith(listed[0]["name"]), broken
    assert ada.post("/backups/2020-01-01T000000Z.backup/verification", {}).status == 404
    assert rita.post(f"/backups/{listed[0]['name']}/verification", {}).status == 403
    entry = ada.get("/trail", what="store.backup").json["items"][0]
    assert entry["who"] == "ada" and entry["why"] == "before the move", entry
    for name in ("..", "../store.db", "%2e%2e%2fstore.db", "none.backup", ".backup", "store.db"):
        assert ada.ask("GET", "/api/v1/backups/" + name).status in (400, 404), name


test_an_administrator_has_one_made_and_takes_it.options = ("--backups", FOLDER)


def test_without_a_folder_there_are_none(server):
    server.begin()
    for answer in (server.clients["ada"].get("/backups"), server.clients["ada"].post("/backups", {})):
        assert answer.status == 404 and answer.json["remedy"] == "backup-folder", answer
