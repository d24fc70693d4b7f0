"""j: the audit trail, verified against being read and hashed by a bare program, against git's, and on two cores."""
import os
import subprocess

from .measure import PRODUCT, ROOT, Run, made_since, note, product, remove_store, say, tool, work

STORE = work("trail.db")
ENTRIES = 1000000
GIT = work("trail.git")
COMMITS = 100000  # git's entries: each costs the same
ONE_CORE = ["taskset", "--cpu-list", "0"]


def timed(command):
    """(seconds, entries) as a program of ours says them."""
    seconds, entries = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode().split()
    return float(seconds), int(entries)


def commit(number):
    """What git fast-import takes: a commit that follows the one before, with as much text as an entry has."""
    text = f"casefile {number % 10000} " + f"{number:09d}" * 43
    since = "" if number == 0 else f"from :{number}\n"
    return (f"commit refs/heads/main\nmark :{number + 1}\ncommitter m.sato <m.sato@example.org> {1700000000 + number} +0000\n"
            f"data {len(text)}\n{text}\n{since}\n")


def make_repository():
    subprocess.run(["rm", "-rf", GIT], check=True)
    subprocess.run(["git", "init", "--quiet", "--bare", GIT], check=True)
    with subprocess.Popen(["git", "-C", GIT, "fast-import", "--quiet"], stdin=subprocess.PIPE) as git:
        for number in range(COMMITS):
            git.stdin.write(commit(number).encode())


def j(bench):
    """a trail of a million entries of some 450 bytes: verified on one core, against a bare program that reads and hashes
    it; on two, against one core and against `git fsck` of as many commits"""
    if not made_since(STORE, tool("trail")):
        remove_store(STORE)
        subprocess.run([tool("trail"), STORE, "make", str(ENTRIES)], check=True)
    if not made_since(GIT, os.path.join(ROOT, "bench", "jobs", "trail.py")):
        make_repository()
    verify = product(["audit", "verify"], STORE)
    ones, twos, chains, gits, lost = [], [], [], [], 0
    for turn in range(bench.rounds + 1):
        one = Run(ONE_CORE + verify)
        lost += not one.output().startswith(f"{ENTRIES} entries, the audit trail is whole")
        chain, entries = timed(ONE_CORE + [tool("chain"), STORE])
        lost += ENTRIES - entries
        two = Run(verify)
        git = Run(["git", "-C", GIT, "fsck", "--full"])
        if turn > 0:
            ones.append(one.seconds)
            chains.append(chain)
            twos.append(two.seconds)
            gits.append(git.seconds * ENTRIES / COMMITS)
    say("j", "verify / read and hash alone", ones, chains, 1.43)
    say("j", "verify, two cores / one", twos, ones, 0.625)
    say("j", "verify, two cores / git fsck", twos, gits, 0.125)
    hashing, hashed = timed([tool("trail"), STORE, "hash"])
    note(f"{ENTRIES / sorted(ones)[len(ones) // 2]:,.0f} entries/s; read alone {timed([tool('trail'), STORE, 'read'])[0]:.2f} s, "
         f"hashed alone {hashing / hashed * ENTRIES:.2f} s; store {os.path.getsize(STORE) / 1e6:.0f} MB"
         + ("; entries lost, the times are void" if lost else ""))
