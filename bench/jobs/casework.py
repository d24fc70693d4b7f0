"""n: many casefiles at once."""
import subprocess

from .measure import Run, made_since, note, product, remove_store, say, tool, work

FEW, MANY = 1000, 10000
QUESTIONS = [
    ("what is due", ["due", "--format", "json"]),
    ("the list of casefiles", ["case", "list", "--format", "json"]),
    ("what changed since they were assessed", ["case", "drift", "--format", "json"]),
    ("the measures of two years", ["report", "metrics", "--from", "2024-01-01", "--to", "2025-12-31", "--format", "json"]),
]


def store_of(count):
    store = work(f"casefiles-{count}.db")
    if not made_since(store, tool("casefiles")):
        remove_store(store)
        subprocess.run([tool("casefiles"), store, str(count)], check=True)
    return store


def n(bench):
    """10,000 casefiles, asked as a person asks every day, against a tenth of them: cost grows with their number, no faster"""
    for number, (what, command) in enumerate(QUESTIONS, 1):
        many, few, peak = [], [], 0
        for turn in range(bench.rounds + 1):
            whole, part = Run(product(command, store_of(MANY))), Run(product(command, store_of(FEW)))
            if turn:
                many.append(whole.seconds)
                few.append(part.seconds)
                peak = max(peak, whole.mb)
        say(f"n{number}", f"{what[:34]}", many, few, 11)
        note(f"{peak:.0f} MB")
