"""k: the smallest pieces of work, on texts of the feeds and suites; npm packages as peers where npm can fetch them."""
import csv
import glob
import json
import os
import re
import statistics
import subprocess

from .measure import BUILD, DATA, FEEDS, made_since, note, say, script, tool, verdict, work

MODULES = os.path.join(BUILD, "node")
PEERS = ("packageurl-js", "semver", "vuln-vects")
CPE_TEXT, PURL_TEXT, VERSION_TEXT, VECTOR_TEXT = work("cpes.txt"), work("purls.txt"), work("versions.txt"), work("vectors.txt")


def write_lines(path, lines):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)


def nvd_records():
    for name in ("2017", "2021"):
        path = os.path.join(FEEDS, "nvd-2.0", f"nvdcve-2.0-{name}.json.zst")
        page = json.loads(subprocess.run(["zstd", "-dcq", path], stdout=subprocess.PIPE, check=True).stdout)
        for item in page["vulnerabilities"]:
            yield item["cve"]


def texts():
    """Names as the feeds have them, in their order, and every vector that NVD has published in 2 and 3.x."""
    if all(made_since(path, __file__) for path in (CPE_TEXT, PURL_TEXT, VERSION_TEXT, VECTOR_TEXT)):
        return
    names = [match["criteria"] for record in nvd_records() for configuration in record.get("configurations", [])
             for node in configuration["nodes"] for match in node["cpeMatch"]][:60000]
    versions = [name.split(":")[5] for name in names if re.fullmatch(r"[\w.-]*\d[\w.-]*", name.split(":")[5])]
    parts = [name.split(":") for name in names if re.fullmatch(r"[\w:.*-]+", name)]
    write_lines(CPE_TEXT, names)
    write_lines(VERSION_TEXT, versions)
    write_lines(PURL_TEXT, [f"pkg:npm/%40{part[3].replace('_', '-')}/{part[4]}@{part[5]}" for part in parts
                            if part[5] not in "*-"])
    vectors = []
    for path in sorted(glob.glob(os.path.join(DATA, "suites", "cvss", "nvd-observed-v[23]*.tsv"))):
        with open(path, encoding="utf-8", newline="") as file:
            vectors += [(row["vector"], row["baseScore"]) for row in csv.DictReader(file, delimiter="\t")]
    write_lines(VECTOR_TEXT, [vector for vector, _ in vectors] * 20)
    with open(work("vectors.sum"), "w", encoding="ascii") as file:
        file.write(str(20 * sum(round(10 * float(score)) for _, score in vectors)))


def run(command):
    seconds, answer = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode().split()
    return float(seconds), int(answer)


def part(name, path):
    return run([tool("parts"), name, path])


def fetch_peers():
    """npm's ordinary client, once; without it their lines are left out."""
    os.makedirs(MODULES, exist_ok=True)
    if not all(os.path.isdir(os.path.join(MODULES, "node_modules", name)) for name in PEERS):
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", *PEERS], cwd=MODULES, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, check=False)
    return all(os.path.isdir(os.path.join(MODULES, "node_modules", name)) for name in PEERS)


def against(bench, what, ours, theirs, target):
    """Turn by turn; ours and theirs measure, and give the sum of their answers too."""
    pairs = [(ours(), theirs()) for _ in range(bench.rounds)]
    say("k", what, [one[0] for one, _ in pairs], [other[0] for _, other in pairs], target)
    return pairs[0][0][1], pairs[0][1][1]


def alone(bench, what, name, path, most):
    """What no peer is here for: against the figure that was set."""
    seconds = statistics.median(part(name, path)[0] for _ in range(bench.rounds))
    print(f"k   {what:<36}{seconds * 1e9:>7.0f} ns, target {most} ns: {verdict(seconds * 1e9, most)}", flush=True)


def k(bench):
    """sub-jobs: keys of versions and their comparison, CPE names, package URLs, CVSS vectors"""
    texts()
    alone(bench, "key of a version", "key", VERSION_TEXT, 150)
    against(bench, "comparison of keys / strverscmp", lambda: part("compare", VERSION_TEXT),
            lambda: part("strverscmp", VERSION_TEXT), 0.5)
    alone(bench, "CPE name parsed", "cpe", CPE_TEXT, 150)
    alone(bench, "CPE version held against a range", "match", CPE_TEXT, 40)
    if not fetch_peers():
        note("npm could not fetch the peers: package URLs and vectors are not measured against them")
        return
    for name, what, path, target in (("key", "key of a version / semver", VERSION_TEXT, 0.2),
                                     ("purl", "package URL / packageurl-js", PURL_TEXT, 1 / 15),
                                     ("cvss", "CVSS 2, 3.x / vuln-vects", VECTOR_TEXT, 1 / 40)):
        sums = against(bench, what, lambda name=name, path=path: part(name, path),
                       lambda name=name, path=path: run(["node", script("peers.js"), name, path, MODULES]), target)
        if name != "key" and sums[0] != sums[1]:
            note(f"the answers differ: {sums[0]} and {sums[1]}, the times are void")
    with open(work("vectors.sum"), encoding="ascii") as file:
        published = int(file.read())
    note("scores as NVD has published them: " + ("yes" if part("cvss", VECTOR_TEXT)[1] == published else "NO"))
