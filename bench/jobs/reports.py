"""i, r: what was found, and a correction with everybody it concerns, as reports for people."""
import csv
import subprocess

from .imports import full_store
from .measure import PRODUCT, Run, made_since, note, product, remove_store, say, verdict, work
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


FEW, MANY = 100, 1000
COLUMNS = "account,kind,name,contact,address,city,region,postal_code,country,telephone,email,device,release,lot,shipped_on,quantity"
CASE = [
    "device add Pump --class II --pathway 510k --marketed yes --marketing-number K123456 --expected-life-years 8",
    "release add --device Pump 1.0 --released-on 2024-01-01",
    "consignee import {list}",
    "case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02",
    "case assess 1 --on 2026-01-05 --exploitability high --severity critical --rationale bench",
    "case correct 1 --kind correction --initiated-on 2026-01-10",
]


def consignee_rows(count):
    for i in range(count):
        yield [f"A{i:05}", "firm", f"Hospital number {i} of the county", "A. Person", f"{i} Tannery Row", "Wrenhaven", "MN",
               f"{10000 + i}", "US", f"+1 555 01{i % 100:02}", f"tech{i}@h.example", "Pump", "1.0", f"L{i % 20}",
               f"2025-0{1 + i % 9}-11", str(1 + i % 9)]


def store_of(count):
    """A casefile on a device that went to so many consignees."""
    store, table = work(f"consignees-{count}.db"), work(f"consignees-{count}.csv")
    if made_since(store, PRODUCT):
        return store
    remove_store(store)
    with open(table, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(COLUMNS.split(","))
        out.writerows(consignee_rows(count))
    for line in CASE:
        subprocess.run(product(line.format(list=table).split(), store), check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
    return store


def groff_consignees(count, path):
    """What the report tells of each consignee, for groff's tbl."""
    with open(path, "w", encoding="utf-8") as out:
        out.write(".TS H\nlw(1.6i) lw(1.8i) l l l.\nname\taddress\ttelephone\tshipped\tunits\n.TH\n")
        for row in consignee_rows(count):
            address = ", ".join(row[3:9])
            out.write(f"T{{\n{row[2]}\nT}}\tT{{\n{address}\nT}}\t{row[9]}\t{row[14]}\t{row[15]}\n")
        out.write(".TE\n")


def r(bench):
    """The 806 report of a casefile with 1,000 consignees as PDF: against groff setting the same rows, and against 100 consignees"""
    source, groff, few, peak = work("consignees.ms"), [], [], 0
    many = []
    groff_consignees(MANY, source)
    for turn in range(bench.rounds + 1):
        whole = Run(product(["report", "806", "1", "--format", "pdf", "--output", work("806.pdf")], store_of(MANY)))
        part = Run(product(["report", "806", "1", "--format", "pdf", "--output", work("806-few.pdf")], store_of(FEW)))
        other = Run(["groff", "-t", "-ms", "-Tpdf", "-Kutf8", source])
        if turn:
            many.append(whole.seconds)
            few.append(part.seconds)
            groff.append(other.seconds)
            peak = max(peak, whole.mb)
    say("r1", f"806 as PDF, {MANY} consignees / groff", many, groff, 0.25)
    say("r2", f"the same / {FEW} consignees", many, few, 11)
    note(f"{peak:.0f} MB for the PDF, target {MOST_MB} MB: {verdict(peak, MOST_MB)}")
