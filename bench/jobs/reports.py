"""i: what was found, as a report for people."""
import csv

from .imports import full_store
from .measure import Run, note, product, say, verdict, work
from .scans import synthetic

COMPONENTS = 140
MOST_MB = 48


def groff_source(table, path):
    """The same rows for groff's tbl: five columns, of which the last is a block of text."""
    with open(table, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with open(path, "w", encoding="utf-8") as out:
        out.write(".TS H\nl l l l lw(2.4i).\nvulnerability\tcomponent\tstate\tseverity\twhy\n.TH\n")
        for row in rows:
            why = row["trace"].replace("\\", "\\e").replace("\n", " ")
            out.write(f"{row['vulnerability']}\t{row['component'][:20]}\t{row['state']}\t{row['severity']}\tT{{\n{why}\nT}}\n")
        out.write(".TE\n")
    return len(rows)


def i(bench):
    """5,000 findings as HTML, CSV and PDF: the whole command, less a scan as JSON beside it for PDF; against groff setting
    the same rows"""
    sbom = synthetic("140.cdx.json", COMPONENTS)
    command = product(["scan", sbom], full_store())
    table, source = work("findings.csv"), work("findings.ms")
    Run(command + ["--format", "csv", "--output", table])
    count = groff_source(table, source)
    groff, ours = [], {form: [] for form in ("json", "csv", "html", "pdf")}
    peak = 0
    for turn in range(bench.rounds + 1):
        runs = {form: Run(command + ["--format", form, "--output", work("findings." + form)]) for form in ours}
        other = Run(["groff", "-t", "-ms", "-Tpdf", "-Kutf8", source])
        if turn:
            groff.append(other.seconds)
            peak = max(peak, runs["pdf"].mb)
            for form, run in runs.items():
                ours[form].append(run.seconds)
    pdf = [max(0, one - other) for one, other in zip(ours["pdf"], ours["json"])]
    say("i1", f"PDF of {count} findings / groff", pdf, groff, 0.25)
    say("i2", "HTML, with the scan / scan as JSON", ours["html"], ours["json"], 1.5)
    say("i3", "CSV, with the scan / scan as JSON", ours["csv"], ours["json"], 1.5)
    note(f"{peak:.0f} MB for the PDF, target {MOST_MB} MB: {verdict(peak, MOST_MB)}")
