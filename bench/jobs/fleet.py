"""b1, b2, d, e, w: a fleet of 10,000 devices of 500 components out of 20,000, and what changes."""
import collections
import contextlib
import json
import os
import re
import sqlite3
import statistics
import subprocess

from .imports import import_command
from .measure import (ALL_FEEDS, FEEDS, Run, copy_store, feed_paths, made_since, note, percentile, product, remove_store,
                      say, script, sql, tool, verdict, work)
from .scans import synthetic

RELEASES, IN_EACH, DISTINCT = 10000, 500, 20000
FLEET_STORE, CHANGED_STORE = work("fleet.db"), work("changed.db")
BARE_FLEET, BARE_CHANGED = work("bare.db"), work("bare-changed.db")
NEW = 200  # advisories of job e
COLUMNS = ("device", '"release"', "units", "component", "version", "vulnerability", "state", "trace")


def fleet_store(path=FLEET_STORE, sbom=None):
    """The store of the fleet F, with NVD in it; kept between runs as long as the product is the same."""
    if not os.path.exists(path):
        sbom = sbom or synthetic("20000.cdx.json", DISTINCT)
        subprocess.run([tool("fleet"), path, sbom, str(RELEASES), str(IN_EACH)], check=True)
        Run(import_command(path, feed_paths(ALL_FEEDS[:1])))
    return path


def kept_in(path):
    """All that is kept of matches, as digests."""
    return sql(path, "SELECT count(*), sum(length(matches)) FROM component_match;"
                     "SELECT hex(sha3_query('SELECT * FROM component_match ORDER BY 1')),"
                     "hex(sha3_query('SELECT * FROM config_lists ORDER BY 1'))")


def forget_matches(path):
    sql(path, "DELETE FROM component_match; DELETE FROM config_lists; DELETE FROM match_event; DELETE FROM match_run;"
              "DELETE FROM match_head")


def limit_of_fleet():
    """Seconds that the limit takes to match and expand the fleet, by its own clock: it has the feeds in memory."""
    command = [tool("limit"), "--fleet", synthetic("20000.cdx.json", DISTINCT), str(RELEASES), str(IN_EACH),
               work("limit.pairs")]
    said = Run(command + feed_paths(ALL_FEEDS[:1])).output()
    return float(re.search(r"^fleet ([\d.]+) s", said, re.MULTILINE).group(1)), said.splitlines()[1]


def kept_pairs():
    """(tier, name of the component, CVE) of every match that the store of the fleet keeps."""
    done = subprocess.run([tool("pairs"), FLEET_STORE], stdout=subprocess.PIPE, check=True)
    return [line.split("\t") for line in done.stdout.decode().splitlines()]


def compare_pairs():
    """The limit knows no aliases, no update behind the version and no zeros that do not count."""
    with open(work("limit.pairs"), encoding="utf-8") as file:
        limit = {tuple(line.rstrip("\n").split("\t")) for line in file}
    tiers = {}
    for tier, name, cve in kept_pairs():
        tiers[name, cve] = min(tier, tiers.get((name, cve), tier))
    more = collections.Counter(tier for pair, tier in tiers.items() if pair not in limit)
    missing = sum(pair not in tiers for pair in limit)
    note(f"pairs of component and CVE: {len(tiers)}, limit {len(limit)}; {len(limit) - missing} in both, only the product "
         f"{sum(more.values())} ({', '.join(f'tier {tier} {more[tier]}' for tier in sorted(more))}), only the limit {missing}")


def d(bench):
    """matching a whole fleet anew: against the limit, and against SQLite writing a row a component and advisory"""
    full = product(["match", "--full"], CHANGED_STORE)
    pairs = sql(fleet_store(), "SELECT sum(appeared) FROM match_run")
    ours, limits, rows, peak = [], [], [], 0
    copy_store(FLEET_STORE, BARE_FLEET)
    forget_matches(BARE_FLEET)
    for turn in range(bench.rounds + 1):
        copy_store(BARE_FLEET, CHANGED_STORE)
        run = Run(full)
        remove_store(work("rows.db"))
        written = Run([tool("rows"), work("rows.db"), pairs])
        limit, steps = limit_of_fleet()
        if turn > 0:
            ours.append(run.seconds)
            limits.append(limit)
            rows.append(written.seconds)
            peak = max(peak, run.mb)
    say("d1", "match of the fleet / limit", ours, limits, 6)
    say("d2", "match of the fleet / its rows", ours, rows, 2)
    note(steps)
    same = kept_in(CHANGED_STORE) == kept_in(FLEET_STORE)
    note(f"{pairs} findings of components; kept as the import keeps it: {'yes' if same else 'NO, the times are void'}; "
         f"{peak:.0f} MB, target 200 MB: {verdict(peak, 200)}")
    compare_pairs()


def changed_feed(count):
    path, maker = work(f"changed{count}.json"), script("modified")
    if not made_since(path, maker):
        subprocess.run([maker, FEEDS, "changed", path, str(count)], check=True)
    return path


def bare_advisories():
    """What bare SQLite changes rows in: as many advisories, ranges and bytes of text as the store of the fleet has."""
    path = work("advisories.db")
    if not made_since(path, tool("changes"), FLEET_STORE):
        remove_store(path)
        said = Run([tool("limit")] + feed_paths(ALL_FEEDS[:1])).output()
        count, ranges = (int(word) for word in re.search(r"(\d+) records, (\d+) ranges", said).groups())
        texts = sql(FLEET_STORE, "SELECT sum(payload) FROM dbstat WHERE name IN ('advisory_text', 'raw_bytes')")
        subprocess.run([tool("changes"), path, "make", str(count), str(round(ranges / count)), str(int(texts) // count)],
                       check=True)
    return path


def b(bench):
    """2,000 changed advisories, and one, on the store of the fleet, with its matches kept current: against bare SQLite
    changing as many rows"""
    bare = bare_advisories() if fleet_store() else None
    for job, count, target in (("b1", 2000, 1.5), ("b2", 1, 3)):
        said = bench.compare(job, f"{count} changed / bare SQLite", import_command(CHANGED_STORE, [changed_feed(count)]),
                             [tool("changes"), BARE_CHANGED, str(count)], target,
                             lambda: copy_store(FLEET_STORE, CHANGED_STORE), lambda: copy_store(bare, BARE_CHANGED))
        found = json.loads(said)["changed"]
        note(f"changed: {found}" + ("" if found == count else ": NOT ALL, the times are void"))
        if count > 1:
            kept = kept_in(CHANGED_STORE)
            forget_matches(CHANGED_STORE)
            Run(product(["match", "--full"], CHANGED_STORE))
            same = kept == kept_in(CHANGED_STORE)
            note("kept as matching everything keeps it: " + ("yes" if same else "NO, the times are void"))


def new_feeds(count):
    first, maker = work("new.0.json"), script("modified")
    if not made_since(first, maker):
        subprocess.run([maker, FEEDS, "new", work("new.json"), str(count), synthetic("20000.cdx.json", DISTINCT)], check=True)
    return [work(f"new.{number}.json") for number in range(count)]


def e(bench):
    """200 times one new advisory on the store of the fleet: the p99 of those that reach up to 1,000 devices, and the worst
    of all, against bare SQLite taking one"""
    bare = bare_advisories() if fleet_store() else None
    copy_store(FLEET_STORE, CHANGED_STORE)
    copy_store(bare, BARE_CHANGED)
    ours, theirs, peak = [], [], 0
    for path in new_feeds(NEW):
        run = Run(import_command(CHANGED_STORE, [path]))
        ours.append(run.seconds)
        peak = max(peak, run.mb)
        theirs.append(Run([tool("changes"), BARE_CHANGED, "1"]).seconds)
    bench.peaks.append(("import", "new advisory", peak))
    reached = [len({row["device"] for row in rows_of(CHANGED_STORE, f"CVE-2099-{10000 + number}")}) for number in range(NEW)]
    few = [seconds for seconds, devices in zip(ours, reached) if devices <= 1000]
    base = statistics.median(theirs)
    say("e1", "new advisory, p99 / bare SQLite", [percentile(few, 99)], [base], 10)
    note(f"p50 {statistics.median(few) / base:.2f}; {len(few)} of {NEW} advisories, up to {max(n for n in reached if n <= 1000)} "
         "devices")
    say("e2", "worst new advisory / bare SQLite", [max(ours)], [base], 50)
    lost = reached.count(0)
    note(f"up to {max(reached)} devices; advisories that reach none: {lost}" + (", the times are void" if lost else ""))


def where_command(store, name):
    return product(["where"], store, "--format", "json", name)


def rows_of(store, name):
    return json.loads(Run(where_command(store, name)).output())


def answers_of(names):
    """A table of what `where` says of each name."""
    path = work("answers.db")
    remove_store(path)
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE answer (name TEXT, number INTEGER, " + ", ".join(COLUMNS) + ", "
                   "PRIMARY KEY (name, number)) WITHOUT ROWID")
        for name in names:
            rows = [(name, number) + tuple(row[column.strip('"')] for column in COLUMNS)
                    for number, row in enumerate(rows_of(FLEET_STORE, name))]
            db.executemany("INSERT INTO answer VALUES (" + ", ".join("?" * (2 + len(COLUMNS))) + ")", rows)
        db.commit()
    return path


def w(bench):
    """where: the devices that have a CVE, the p99 over 200 CVEs that the fleet has, and the CVE with the most of them:
    against the sqlite3 shell giving the same rows out of a table of them"""
    fleet_store()
    found = collections.Counter(cve for _, _, cve in kept_pairs())
    names = sorted(found)[::max(1, len(found) // 200)][:200] + [found.most_common(1)[0][0]]
    answers, times, sizes = answers_of(names), [], []
    for name in names:
        look = f"SELECT {', '.join(COLUMNS)} FROM answer WHERE name = '{name}'"
        run = Run(where_command(FLEET_STORE, name))
        sizes.append(len(json.loads(run.output())))
        bare = Run(["sqlite3", "-readonly", "-json", answers, look])
        if bare.output() and len(json.loads(bare.output())) != sizes[-1]:
            note(f"{name}: NOT THE SAME ROWS, the times are void")
        times.append((run.seconds, bare.seconds))
        bench.peaks.append(("where", f"where {name}", run.mb))
    bench.peaks[-len(names):] = [max(bench.peaks[-len(names):], key=lambda peak: peak[2])]
    most, times = times[-1], times[:-1]
    ours, theirs = [one for one, _ in times], [other for _, other in times]
    say("w1", "where, p99 / look-up, p99", [percentile(ours, 99)], [percentile(theirs, 99)], 3)
    note(f"p50 {statistics.median(ours) / statistics.median(theirs):.2f}; rows: {statistics.median(sizes[:-1])} in the "
         f"middle, {max(sizes[:-1])} at most")
    say("w2", f"where {names[-1]} / look-up", [most[0]], [most[1]], 3)
    note(f"rows: {sizes[-1]}")
