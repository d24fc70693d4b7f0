/*
 * vers_native - ranges as the package managers write them, to VERS: "^1.2 || >=3.0 <3.4" of npm,
 * ">=1.0,!=1.3" of pip, "~> 1.2" of gem, "[1.0,2.0)" of Maven and NuGet, "<< 1.2-3" of Debian.
 *
 * Alternatives stand between || (Maven: behind a comma), and what stands together in one must all hold. What
 * ^, ~ and wildcards mean is the type's own: node-semver, Composer, Conan, RubyGems, PEP 440.
 */
#pragma once
#include "identity/vers.h"

/* Reads a range of a purl type into the arena. Where the type's scheme cannot read a version, the whole range
 * is generic. */
MUST_CHECK bool vers_native_parse(
    struct str type, struct str text, struct arena *a, struct vers *out, struct err *e);
