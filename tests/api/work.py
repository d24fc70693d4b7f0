"""Somebody who works, and the terminal beside the server."""
import os
import subprocess

from harness import SECRET


def worker(server, roles="security,regulatory", name="sam"):
    """Somebody with these roles, who has signed in."""
    if "ada" not in server.clients:
        server.begin()
    made = server.clients["ada"].post("/users", {"user": name, "full_name": name.title() + " Person",
                                                 "roles": roles.split(","), "identity_verified_on": "2026-01-02"})
    assert made.status == 201, made
    return server.sign_in(name, made.json["secret"], new_secret=SECRET, accept=True)


def terminal(server, *words):
    """What a command that only reads prints."""
    done = subprocess.run([server.program, *words, "--store", server.store], env={**os.environ, "HOME": server.folder},
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
