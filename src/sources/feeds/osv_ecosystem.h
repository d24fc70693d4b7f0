/*
 * osv_ecosystem - which package an OSV package name is, as purls name it.
 *
 * Specification: OSV schema, "affected[].package field" and its list of defined ecosystems.
 */
#pragma once
#include "base/arena.h"
#include "sources/advisory.h"

/* Sets kind, package, qualifier and scheme of *row. ecosystem is "PyPI", "Debian:12", "Ubuntu:Pro:14.04:LTS";
 * purl is what the record gives beside it, used where the ecosystem is not known. A package that no purl can
 * name gets kind PACKAGE_NAME and the name "ecosystem:name" in lower case. All in the arena. */
void osv_ecosystem_package(
    struct str ecosystem, struct str name, struct str purl, struct arena *record, struct affected *row);

/* The ecosystem that has the packages of a family (matching/package_family.h): "Debian" for "deb/debian/",
 * "GIT" for repositories. Empty where OSV has none. */
struct str osv_ecosystem_of(enum package_kind kind, struct str family);

/* "osv:ghsa" for GHSA-...; the prefix in lower case where the database is not listed. */
struct str osv_ecosystem_source(struct str id, struct arena *record);
/* Is the record a distribution's notice, whose CVE ids stand under upstream (before schema 1.7: related)? */
bool osv_ecosystem_is_notice(struct str id);
