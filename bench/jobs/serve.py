"""f: the server under load, on a million findings. m, x: hours of it, and its death, again and again."""
import contextlib
import http.client
import os
import re
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse

from .imports import import_command
from .measure import (ALL_FEEDS, PRODUCT, ROOT, Missing, Run, feed_paths, note, product, remove_store, script, tool, verdict,
                      work)
from .scans import synthetic

sys.path.insert(0, os.path.join(ROOT, "tests", "api"))
from harness import Client, Server, contract, demo_store  # noqa: E402
from people import enrol  # noqa: E402
from test_hostile import kill_again_and_again  # noqa: E402

RELEASES, IN_EACH, DISTINCT = 60, 500, 20000
SERVED_STORE = work("served.db")
CONNECTIONS, SECONDS = 32, 3
COMMON = "CVE-2023-38545"
# What is asked for, its path, the least part of what the reference does, and a path that is another one each time, so
# that nothing which the server keeps of its answers can help: bench/vary.lua fills it in.
PAGES = [
    ("what is unchanged (304)", "/", 0.7, None),
    ("one device", "/api/v1/devices/Device%2000001", 0.4, None),
    ("devices, page of 50", "/api/v1/devices?limit=50", 0.12, "/api/v1/devices?limit=50&cursor=A{n}"),
    ("search as it is typed", "/api/v1/search?q=CVE-2023-385", 0.12, "/api/v1/search?q=CVE-2023-{n}"),
    ("one vulnerability", f"/api/v1/vulnerabilities/{COMMON}", 0.4, f"/api/v1/vulnerabilities/{COMMON}?today={{day}}"),
    ("findings of a release, page of 50", "/api/v1/findings?device=Device%2000001&limit=50", 0.12,
     "/api/v1/findings?device=Device%20{release}&limit=50&today={day}"),
    ("findings of all, page of 50", "/api/v1/findings?limit=50", 0.12, "/api/v1/findings?limit=50&today={day}"),
    ("findings of all, a page far behind", None, 0.12, None),
    ("findings of all with KEV, page of 50", "/api/v1/findings?kev=1&limit=50", 0.12,
     "/api/v1/findings?kev=1&limit=50&today={day}"),
]


def served_store():
    if not os.path.exists(SERVED_STORE):
        subprocess.run([tool("fleet"), SERVED_STORE, synthetic("20000.cdx.json", DISTINCT), str(RELEASES), str(IN_EACH)],
                       check=True)
        Run(import_command(SERVED_STORE, feed_paths(ALL_FEEDS)))
    return SERVED_STORE


class Load:
    """What wrk says of one run: requests a second, seconds until the answer. varied: the path of url is one to fill in."""

    def __init__(self, url, headers, varied=False):
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", "--timeout", "30s"]
        for name, value in headers.items():
            command += ["-H", f"{name}: {value}"]
        if varied:
            command += ["-s", script("vary.lua")]
        said = subprocess.run(command + [url], stdout=subprocess.PIPE, check=True).stdout.decode()
        self.rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said).group(1))
        self.p50, self.p99 = (self.seconds(re.search(rf"{percent}%\s+([\d.]+)(us|ms|s|m)", said)) for percent in (50, 99))
        if "Non-2xx" in said:
            raise Missing(f"{url}: {said}")

    @staticmethod
    def seconds(found):
        return float(found.group(1)) * {"us": 1e-6, "ms": 1e-3, "s": 1, "m": 60}[found.group(2)]


@contextlib.contextmanager
def hello():
    process = subprocess.Popen([tool("hello")], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        yield int(process.stdout.readline())
    finally:
        process.stdin.close()
        process.wait()


@contextlib.contextmanager
def served():
    server = Server(PRODUCT, contract(), served_store(), ["--rate", "1000000"])
    try:
        yield server, server.begin()
    finally:
        server.close()


def far_page(who):
    """The address of a page far behind: the last device's."""
    devices = who.get("/devices", limit=1000).json["items"]
    cursor = None
    for _ in range(40):
        page = who.get("/findings", device=devices[-1]["name"], limit=1000, **({"cursor": cursor} if cursor else {})).json
        if not page["next"]:
            break
        cursor = page["next"]
    return f"/api/v1/findings?limit=50&cursor={urllib.parse.quote(cursor)}"


def once(port, path, headers):
    """The ETag and the length of one answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers=headers)
    got = connection.getresponse()
    length = len(got.read())
    connection.close()
    if got.status != 200:
        raise Missing(f"{path}: {got.status}")
    return got.headers["ETag"], length


def say(what, ours, theirs, least):
    ratios = sorted(one.rate / other.rate for one, other in zip(ours, theirs))
    middle, load = statistics.median(ratios), sorted(ours, key=lambda one: one.rate)[len(ours) // 2]
    print(f"f   {what:<52}{load.rate:>9.0f}/s, p50 {load.p50 * 1e3:.2f} ms, p99 {load.p99 * 1e3:.2f} ms, hello "
          f"{statistics.median(other.rate for other in theirs):.0f}/s, {ratios[0]:.3f}/{middle:.3f}/{ratios[-1]:.3f}, "
          f"target {least:g}: {verdict(least, middle)}", flush=True)


def memory_mb(server):
    with open(f"/proc/{server.process.pid}/status", encoding="ascii") as file:
        found = re.findall(r"^Vm(?:HWM|RSS):\s+(\d+) kB", file.read(), re.MULTILINE)
    return [int(kib) / 1024 for kib in found]


def f(bench):
    """the server with a million findings: requests a second of 32 connections, against a server of the same library that
    answers as many bytes out of memory; the same page again and again, and each time another one"""
    with served() as (server, who), hello() as hello_port:
        count = Run(product(["finding", "list"], SERVED_STORE)).output().split("\n")[-2]
        note(f"{count}; {memory_mb(server)[1]:.0f} MB before the load")
        for what, path, least, varied in PAGES:
            path = path or far_page(who) + "&today={day}"
            headers = {"Cookie": who.cookie, "Accept-Encoding": "gzip"}
            etag, length = once(server.port, path.replace("{day}", "2026-01-01"), headers)
            if path == "/":
                headers, length = {**headers, "If-None-Match": etag}, 0
            for asked in filter(None, (path, varied)):
                ours, theirs = [], []
                for turn in range(bench.rounds + 1):
                    mine = Load(f"http://127.0.0.1:{server.port}{asked}", headers, "{" in asked)
                    other = Load(f"http://127.0.0.1:{hello_port}/{length}", {})
                    if turn:
                        ours.append(mine)
                        theirs.append(other)
                say(what + (", each another" if "{" in asked else ""), ours, theirs, least)
        peak, now = memory_mb(server)
        note(f"{now:.0f} MB after the load, {peak:.0f} at most, target 200 MB: {verdict(peak, 200)}")


KILLS = 100
READ = ("/casefiles", "/due", "/findings?limit=100", "/devices", "/signals?limit=100", "/trail?limit=100", "/search?q=openssl", "/feeds",
        "/metrics?from=2026-01-01&to=2026-11-01", "/casefiles/1", "/casefiles/2/report?format=pdf", "/casefiles/1/report?format=html")


def demo():
    path = work("demo")
    os.makedirs(path, exist_ok=True)
    remove_store(os.path.join(path, "demo.db"))
    return demo_store(PRODUCT, path)


def x(_):
    """the server killed 100 times while three clients write: every acknowledged record is there, and the trail verifies"""
    server = Server(PRODUCT, contract(), demo(), ["--rate", "1000000"])
    try:
        kept = kill_again_and_again(server, KILLS)
        print(f"x   {KILLS} kills: {kept} acknowledged records, all there; the trail is whole", flush=True)
    finally:
        server.close()


class Mixed:
    """Clients that read, write, sign in and out, all at once; what is no success is counted."""

    def __init__(self, server):
        self.server, self.ends, self.counts, self.bad = server, threading.Event(), {}, []
        server.begin()
        self.sam, = enrol(server, "sam")
        self.threads = [threading.Thread(target=self.repeat, args=(action, seconds)) for action, seconds in
                        [(self.read, 0.02)] * 3 + [(self.write, 0.2)] * 2 + [(self.report, 1), (self.sign_in, 5)]]

    def repeat(self, action, seconds):
        client = Client(self.server)
        client.cookie, client.csrf = self.sam.cookie, self.sam.csrf
        turn = 0
        while not self.ends.wait(seconds):
            turn += 1
            for answer in action(client, turn):
                self.counts[action.__name__] = self.counts.get(action.__name__, 0) + 1
                if answer.status >= 400:
                    self.bad.append(f"{action.__name__}: {answer}")

    def read(self, client, turn):
        path, _, query = READ[turn % len(READ)].partition("?")
        yield client.get(path, **dict(part.split("=") for part in query.split("&") if part))

    def write(self, client, turn):
        made = client.post("/signals", {"received": {"kind": "complaint", "received": "2026-01-09", "source": "a clinic",
                                                     "summary": f"call {turn}"}})
        yield made
        yield client.post(f"/signals/{made.json['signal']}/triage", {"as": ("not_ours", "false")[turn % 2],
                                                                     "reason": "it was switched off"})

    def report(self, client, turn):
        yield client.get("/casefiles/2/report", format=("pdf", "html", "json")[turn % 3])

    def sign_in(self, client, _):
        yield self.server.sign_in("sam").get("/session")


def m(bench):
    """an hour of mixed load on the store of the demonstration: what the server's memory does (--minutes N: for so long)"""
    server = Server(PRODUCT, contract(), demo(), ["--rate", "1000000"])
    try:
        load, seen = Mixed(server), []
        for thread in load.threads:
            thread.start()
        for _ in range(bench.minutes):
            time.sleep(60)
            seen.append(memory_mb(server)[1])
        load.ends.set()
        for thread in load.threads:
            thread.join()
        tenth = max(1, len(seen) // 10)
        print(f"m   {bench.minutes} minutes, {load.counts}: {seen[0]:.0f} MB after the first, "
              f"{max(seen[:tenth]):.0f} in the first tenth, {max(seen[-tenth:]):.0f} in the last; {len(load.bad)} refused"
              + "".join(f"\n    {one}" for one in load.bad[:3]), flush=True)
    finally:
        server.close()
