"""j: the audit trail, verified against being hashed alone."""
import os
import subprocess

from .measure import made_since, note, remove_store, say, tool, work

STORE = work("trail.db")
ENTRIES = 1000000


def run(how):
    """(seconds, entries) of one walk."""
    seconds, entries = subprocess.run([tool("trail"), STORE, how], stdout=subprocess.PIPE, check=True).stdout.decode().split()
    return float(seconds), int(entries)


def j(bench):
    """a trail of a million entries of some 450 bytes: verified on one core, against hashing alone what is in memory"""
    if not made_since(STORE, tool("trail")):
        remove_store(STORE)
        subprocess.run([tool("trail"), STORE, "make", str(ENTRIES)], check=True)
    ours, theirs, lost = [], [], 0
    for turn in range(bench.rounds + 1):
        seconds, entries = run("verify")
        hashing, hashed = run("hash")
        lost += ENTRIES - entries
        if turn > 0:
            ours.append(seconds)
            theirs.append(hashing / hashed * entries)
    say("j", "verify / hash alone", ours, theirs, 1.43)
    note(f"{ENTRIES / sorted(ours)[len(ours) // 2]:,.0f} entries/s; read alone {run('read')[0]:.2f} s; store "
         f"{os.path.getsize(STORE) / 1e6:.0f} MB" + ("; entries lost, the times are void" if lost else ""))
