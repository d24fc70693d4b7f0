"""A server on a store of its own, and clients that hold every answer to the contract."""
import gzip
import http.client
import json
import os
import re
import shutil
import subprocess
import tempfile
import time
import urllib.parse

from contract import Contract

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SECRET = "correct horse battery"
PEOPLE = {"ada": "administrator", "sam": "security", "rita": "regulatory", "rob": "reviewer",
          "dora": "designated_person", "rhea": "reader"}


class Answer:
    def __init__(self, status, headers, sent):
        self.status, self.headers, self.sent = status, headers, sent
        self.body = gzip.decompress(sent) if sent and headers["Content-Encoding"] == "gzip" else sent

    @property
    def json(self):
        return json.loads(self.body)

    def __repr__(self):
        return f"{self.status} {self.body[:500]!r}"


class Client:
    """One who asks: with a session's cookie, a token, or nothing."""

    def __init__(self, server):
        self.server, self.cookie, self.csrf, self.token = server, None, None, None

    def ask(self, method, path, data=None, body=None, headers=None, query=None):
        headers = dict(headers or {})
        if data is not None:
            body = json.dumps(data).encode()
            headers.setdefault("Content-Type", "application/json")
        if self.cookie:
            headers.setdefault("Cookie", self.cookie)
            if method not in ("GET", "HEAD"):
                headers.setdefault("X-CSRF-Token", self.csrf or "")
        if self.token:
            headers.setdefault("Authorization", "Bearer " + self.token)
        target = path + ("?" + urllib.parse.urlencode(query) if query else "")
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        connection.request(method, target, body, headers)
        got = connection.getresponse()
        answer = Answer(got.status, got.headers, got.read())
        connection.close()
        wrong = self.server.contract.check(method, path, answer.status, answer.headers["Content-Type"], answer.body)
        assert wrong is None, wrong
        return answer

    def get(self, path, **query):
        return self.ask("GET", "/api/v1" + path, query=query)

    def post(self, path, data, **kept):
        return self.ask("POST", "/api/v1" + path, data, **kept)

    def enter(self, answer):
        assert answer.status == 200, answer
        self.cookie = answer.headers["Set-Cookie"].split(";")[0]
        self.csrf = answer.json["csrf_token"]
        return self


class Server:
    """aftercare serve on a copy of a store; without one, on a new store."""

    def __init__(self, program, contract, store=None, options=()):
        self.contract, self.program = contract, program
        self.folder = tempfile.mkdtemp(prefix="aftercare-api-")
        self.store = os.path.join(self.folder, "store.db")
        if store:
            shutil.copy(store, self.store)
        self.log = open(os.path.join(self.folder, "log"), "w+", encoding="utf-8")
        self.start(options)

    def start(self, options=()):
        self.process = subprocess.Popen([self.program, "serve", "--store", self.store, "--port", "0", *options],
                                        stdout=subprocess.PIPE, stderr=self.log, text=True,
                                        env={**os.environ, "TMPDIR": self.folder})
        line = self.process.stdout.readline()
        found = re.search(r":(\d+)$", line.strip())
        if not found:
            self.log.seek(0)
            raise AssertionError(f"it does not serve: {line}{self.log.read()}")
        self.port = int(found.group(1))
        self.clients = {}

    def first_word(self):
        return re.search(r"/first#(\w+)", self.process.stdout.readline()).group(1)

    def client(self):
        return Client(self)

    def begin(self):
        """The first administrator, made as a person would."""
        who = Client(self)
        answer = who.post("/first", {"word": self.first_word(), "user": "ada", "full_name": "Ada Admin",
                                     "secret": SECRET, "accept": True})
        self.clients["ada"] = who.enter(answer)
        return who

    def sign_in(self, name, secret=SECRET, **more):
        """Signs in; where many did from here just before, when the server says that it may."""
        who = Client(self)
        answer = who.post("/session", {"user": name, "secret": secret, **more})
        while answer.status == 429:
            time.sleep(int(answer.headers["Retry-After"]))
            answer = who.post("/session", {"user": name, "secret": secret, **more})
        return who.enter(answer)

    def run(self, *words, who=None):
        """The terminal on the same store."""
        return subprocess.run([self.program, *words, "--store", self.store], capture_output=True, text=True,
                              check=False)

    def run_plain(self, *words):
        """A command that needs no store."""
        return subprocess.run([self.program, *words], capture_output=True, text=True, check=False)

    def stop(self):
        self.process.terminate()
        status = self.process.wait(timeout=30)
        self.process.stdout.close()
        return status

    def close(self):
        status = self.stop() if self.process.poll() is None else self.process.returncode
        self.log.close()
        shutil.rmtree(self.folder)
        assert status == 0, f"the server ended with status {status}"


def demo_store(program, folder):
    """A store of the demonstration."""
    store = os.path.join(folder, "demo.db")
    made = subprocess.run([program, "demo", "--store", store, "--reports", folder], capture_output=True, text=True,
                          cwd=ROOT, check=False)
    if made.returncode != 0:
        raise AssertionError(f"the demonstration: {made.stderr}")
    return store


def contract():
    return Contract(os.path.join(ROOT, "docs", "openapi.json"))
