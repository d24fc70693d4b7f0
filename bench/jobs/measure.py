"""How a job of bench/run is measured and said: runs in processes of their own, product and reference in turn."""
import os
import statistics
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.join(ROOT, "build-bench")
WORK = os.path.join(BUILD, "work")
DATA = os.path.abspath(os.environ.get("AFTERCARE_DATA") or os.path.join(ROOT, "..", "shared", "data"))
FEEDS = os.path.join(DATA, "feeds")
PRODUCT = os.path.join(BUILD, "aftercare")
ALL_FEEDS = ("nvd-2.0", "nvd-overrides", "cve5", "osv", "kev", "epss")
USAGE = 2  # exit status of a command that is not there


class Missing(Exception):
    """A command of the product is not there, or does not do its work."""


class Run:
    """One run of a command, in a process of its own."""

    def __init__(self, command):
        result = work("measured")
        with open(work("stdout"), "wb") as out, open(work("stderr"), "wb") as err:
            subprocess.run([tool("measure"), result] + command, stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                           check=True)
        with open(result, encoding="ascii") as file:
            seconds, kib, status = file.read().split()
        self.seconds, self.mb, self.status = float(seconds), int(kib) / 1024, int(status)
        if self.status != 0:
            with open(work("stderr"), encoding="utf-8", errors="replace") as file:
                why = (file.read().strip().split("\n") or [""])[-1]
            what = "not built yet" if self.status == USAGE and command[0] == PRODUCT else f"exit {self.status}"
            raise Missing(f"{what}: {why}")

    def output(self):
        """What the last run wrote; call it before the next."""
        with open(work("stdout"), encoding="utf-8") as file:
            return file.read()


def work(name):
    return os.path.join(WORK, name)


def tool(name):
    return os.path.join(BUILD, "bench", name)


def script(name):
    return os.path.join(ROOT, "bench", name)


def feed_paths(names):
    return [os.path.join(FEEDS, name) for name in names]


def product(command, store, *more):
    return [PRODUCT] + command + ["--store", "sqlite:" + store] + list(more)


def remove_store(path):
    for name in (path, path + "-wal", path + "-shm", path + "-journal"):
        if os.path.exists(name):
            os.remove(name)


def copy_store(source, path):
    """A copy that the disk has, so that writing it is no part of what is measured next."""
    remove_store(path)
    subprocess.run(["cp", source, path], check=True)
    subprocess.run(["sync", path], check=True)


def sql(path, statement):
    done = subprocess.run(["sqlite3", path, statement], stdout=subprocess.PIPE, check=True)
    return done.stdout.decode().strip()


def made_since(path, *sources):
    """Is the file there, and no older than what it is made with?"""
    return os.path.exists(path) and all(os.path.getmtime(path) >= os.path.getmtime(source) for source in sources)


def figure(seconds):
    if seconds < 1e-3:
        return f"{seconds * 1e9:.0f} ns" if seconds < 1e-6 else f"{seconds * 1e6:.1f} us"
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def verdict(value, most):
    return "met" if value <= most else "missed"


def say(job, what, ours, theirs, target):
    """The line of a job: seconds of product and reference, pair by pair."""
    ratios = sorted(one / other for one, other in zip(ours, theirs))
    middle = statistics.median(ratios)
    print(f"{job:<4}{what:<36}{figure(statistics.median(ours)):>10}, {figure(statistics.median(theirs)):>10}, "
          f"{ratios[0]:.2f}/{middle:.2f}/{ratios[-1]:.2f}, target {target:g}: {verdict(middle, target)}", flush=True)


def note(text):
    print("    " + text, flush=True)


def percentile(values, percent):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


class Bench:
    """What the jobs of one run share."""

    def __init__(self, rounds, minutes):
        self.rounds, self.minutes, self.peaks = rounds, minutes, []

    def compare(self, job, what, command, reference, target, before=None, before_reference=None):
        """Runs both in turn, the first run of each uncounted, and says the line; before(): ahead of each run of the
        product. Gives what the product wrote at first."""
        ours, theirs, said = [], [], None
        for turn in range(self.rounds + 1):
            if before:
                before()
            run = Run(command)
            said = run.output() if said is None else said
            if before_reference:
                before_reference()
            other = Run(reference)
            if turn > 0:
                ours.append(run)
                theirs.append(other)
        kind = command[1] if command[1] in ("scan", "match", "where") else "import"
        self.peaks.append((kind, what, max(run.mb for run in ours)))
        say(job, what, [run.seconds for run in ours], [run.seconds for run in theirs], target)
        return said
