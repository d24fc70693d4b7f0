"""c1 to c4: cold scans. g: memory of whatever was measured before it."""
import json
import os
import subprocess

from .imports import full_store
from .measure import DATA, FEEDS, Run, made_since, note, product, script, verdict, work

MEDICAL = os.path.join(DATA, "sbom", "medical", "extended.sbom.json")
NODE = ["node", "-e", "0"]
MOST_MB = {"import": 64, "scan": 24, "match": 200, "where": 24}


def synthetic(name, count, *more):
    """An SBOM of components known to the feeds, made once."""
    path, maker = work(name), script("synthetic")
    if not made_since(path, maker):
        subprocess.run([maker, FEEDS, path, str(count)] + list(more), check=True)
    return path


def scan_command(sbom):
    return product(["scan", sbom], full_store(), "--format", "json")


def findings(said):
    return len(json.loads(said)["findings"])


def c1(bench):
    """a cold scan of a medical device's SBOM against the store of every feed, against `node -e 0`"""
    said = bench.compare("c1", "scan of extended.sbom.json / node", scan_command(MEDICAL), NODE, 0.25)
    note(f"findings: {findings(said)}")


def c2(bench):
    """a cold scan of 10,000 components known to the feeds, against one of 1,000"""
    large, small = scan_command(synthetic("10000.cdx.json", 10000)), scan_command(synthetic("1000.cdx.json", 1000))
    many, few = findings(bench.compare("c2", "scan of 10,000 / of 1,000", large, small, 11)), findings(Run(small).output())
    note(f"findings: {many} and {few}, {many / max(few, 1):.1f} times")


def c3(bench):
    """a cold scan of Sr500: 500 components, 15 % of them known to the feeds, against `node -e 0`"""
    said = bench.compare("c3", "scan of Sr500 / node", scan_command(synthetic("sr500.cdx.json", 500, "15")), NODE, 0.25)
    note(f"findings: {findings(said)}")


def c4(bench):
    """a cold scan of S500: 500 components, all of them known to the feeds, against `node -e 0`"""
    said = bench.compare("c4", "scan of S500 / node", scan_command(synthetic("s500.cdx.json", 500)), NODE, 1)
    note(f"findings: {findings(said)}")


def g(bench):
    """peak memory of the jobs that ran before it"""
    if not bench.peaks:
        print("g   needs other jobs beside it")
    for kind, what, mb in bench.peaks:
        print(f"g   {what.split(' / ')[0]:<36}{mb:>7.1f} MB, target {MOST_MB[kind]} MB: {verdict(mb, MOST_MB[kind])}")
