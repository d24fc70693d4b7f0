"""The jobs of bench/run: each takes a Bench, measures, and says its lines; its first sentence is its help."""
from . import casework, fleet, imports, parts, reports, scans, serve, trail

# A name may stand for several lines: b says b1 and b2.
JOBS = {"a1": imports.a1, "a2": imports.a2, "c1": scans.c1, "c2": scans.c2, "c3": scans.c3, "c4": scans.c4,
        "b": fleet.b, "d": fleet.d, "e": fleet.e, "w": fleet.w, "f": serve.f, "m": serve.m, "x": serve.x,
        "i": reports.i, "r": reports.r, "j": trail.j, "k": parts.k, "n": casework.n, "g": scans.g, "h": imports.h}
