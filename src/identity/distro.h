/*
 * distro - which release of a distribution a package was built for, in one form: "debian-12", "alpine-3.18".
 *
 * Tools write it as they like: "debian-12", "debian-12.4", "jammy", "ubuntu-jammy", "3.18.4" (trivy, for
 * Alpine), "Alpine:v3.18" (OSV, after the colon). Only as much of the version is kept as tells releases apart
 * that get their own security updates: one number for Debian, two for Alpine and Ubuntu, none where a
 * distribution rolls.
 */
#pragma once
#include "base/arena.h"
#include "base/str.h"

/* text is the purl qualifier distro, or the version part of an OSV ecosystem; vendor names the distribution
 * where text does not: a purl's namespace ("alpine") or the ecosystem's name ("Alpine"). Empty text gives
 * empty. In the arena. */
struct str distro_normalise(struct str vendor, struct str text, struct arena *arena);
