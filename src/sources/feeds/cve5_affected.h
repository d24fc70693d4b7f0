/*
 * cve5_affected - the products of a CVE record and their versions, as rows.
 *
 * An entry gives rows for each name it has: its CPE names (one set of rows a package, with the entry's
 * versions), its package URL or registry and package name, its repository, and always "vendor:product". An
 * entry about a package of a distribution (Red Hat, Fedora) gives rows for that package alone: its CPE names
 * and product are the platform's; where the distribution says no more than "unaffected", the row says that.
 *
 * Of a repository there are rows for commits, and for versions too; not so of the kernel's, which goes by its
 * name. modules, platforms and programRoutines narrow nothing: an SBOM does not tell of them.
 */
#pragma once
#include "sources/feeds/cve5_versions.h"
#include "sources/feeds/draft.h"

/* What is kept from entry to entry. */
struct cve5_affected {
	struct str *cpes;
	size_t cpe_count, cpe_room;
	struct affected *names; /* packages the CPE names have given rows for */
	size_t name_count, name_room;
	struct cve5_versions versions;
};

/* Takes the array that stands next. More than LIMIT_ADVISORY_ROWS rows are refused. */
void cve5_affected_read(struct cve5_affected *a, struct json *j, struct draft *d, struct arena *record);
void cve5_affected_free(struct cve5_affected *a);
