/*
 * package_family - which packages a source serves together: those of npm, those of Debian, CPE names of
 * applications. A source that has records of one of them could have had them of the others.
 */
#pragma once
#include "base/arena.h"
#include "sources/advisory.h"

/* What the names of all packages of its family begin with: "npm/", "deb/debian/", "a:". Empty where the whole
 * kind is one family: plain names, repositories. */
struct str package_family(enum package_kind kind, struct str package);
/* "purl type npm", "purl type deb/debian", "CPE part a", "repositories"; in the arena. */
struct str package_family_words(enum package_kind kind, struct str family, struct arena *arena);
