/*
 * providers - who publishes records, and where: those that are shipped, or those that a file names.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

enum provider_kind {
	PROVIDER_DOCUMENTS, /* documents that are fetched whole: KEV, EPSS, any feed in a file */
	PROVIDER_NVD,  /* a folder with a file for each year, and one of what changed in the last 8 days */
	PROVIDER_CVE,  /* the CVE list: an archive of everything, a list of changes, a file for each record */
	PROVIDER_OSV,  /* a folder for each ecosystem: the same three */
	PROVIDER_CSAF, /* provider-metadata.json, or a ROLIE feed */
	PROVIDER_KIND_COUNT
};

extern const char *const provider_kinds[PROVIDER_KIND_COUNT]; /* "documents", "nvd", ... */

struct provider {
	struct str name; /* lower-case letters, digits and hyphens */
	enum provider_kind kind;
	struct str url; /* nvd, osv: of the folder, with / at its end; csaf: of the document; cve: the folder
			 * of the records, with deltaLog.json in it */
	struct str everything; /* cve: the archive */
	struct str *items; /* documents: their addresses; osv: ecosystems, none: those that components need */
	size_t item_count;
};

struct providers {
	struct provider *items;
	size_t count;
};

/* In the arena, or lasting. */
void providers_shipped(struct arena *arena, struct providers *out);
/* A file (docs/man/sync.md): in place of the shipped ones, which it may name. */
MUST_CHECK bool providers_read(const char *path, struct arena *arena, struct providers *out, struct err *e);
/* The one of this name; NULL where there is none. */
const struct provider *provider_find(const struct providers *all, struct str name);
