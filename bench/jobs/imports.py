"""a1, a2: full import. h: what the store is made of."""
import json
import os
import subprocess

from .measure import ALL_FEEDS, Run, feed_paths, note, product, remove_store, tool, work

FULL_STORE, NVD_STORE = work("full.db"), work("nvd.db")


def import_command(store, feeds):
    return product(["feed", "import"], store, "--format", "json", *feeds)


def full_store():
    """The store of every feed; kept between runs as long as the product is the same."""
    if not os.path.exists(FULL_STORE):
        Run(import_command(FULL_STORE, feed_paths(ALL_FEEDS)))
    return FULL_STORE


def a1(bench):
    """full import of the NVD feeds into a new store, against bench/limit on the same files"""
    feeds = feed_paths(ALL_FEEDS[:1])
    said = bench.compare("a1", "import of NVD / limit", import_command(NVD_STORE, feeds), [tool("limit")] + feeds, 3,
                         lambda: remove_store(NVD_STORE))
    ours, theirs = json.loads(said)["new"], int(Run([tool("limit")] + feeds).output().split()[2])
    note(f"records: {ours}, limit {theirs}" + ("" if ours == theirs else ": NOT EQUAL, the times are void"))
    remove_store(NVD_STORE)


def a2(bench):
    """the same for every feed: NVD, overrides, CVE 5, OSV, KEV, EPSS"""
    feeds = feed_paths(ALL_FEEDS)
    said = bench.compare("a2", "import of every feed / limit", import_command(FULL_STORE, feeds), [tool("limit")] + feeds,
                         3, lambda: remove_store(FULL_STORE))
    note(", ".join(f"{key} {value}" for key, value in json.loads(said).items()))
    note("limit: " + Run([tool("limit")] + feeds).output().strip())


def h(_bench):
    """what the store of every feed is made of"""
    statement = """SELECT s.tbl_name, s.type, d.name, sum(d.pgsize), sum(d.payload) FROM dbstat d
        LEFT JOIN sqlite_schema s ON s.name = d.name GROUP BY d.name ORDER BY 4 DESC"""
    done = subprocess.run(["sqlite3", "-readonly", "-separator", "\t", full_store(), statement], stdout=subprocess.PIPE,
                          check=True)
    rows = [line.split("\t") for line in done.stdout.decode().splitlines()]
    total = sum(int(row[3]) for row in rows)
    print(f"h   store of every feed: {total / 1e6:.1f} MB")
    for table, kind, name, size, payload in rows:
        if int(size) * 1000 >= total:
            where = f" of {table}" if kind == "index" else ""
            note(f"{name + where:<44}{int(size) / 1e6:>9.1f} MB, payload {int(payload) / 1e6:>7.1f} MB, "
                 f"{100 * int(size) / total:>5.1f} %")
