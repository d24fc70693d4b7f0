/*
 * cve5_versions - the versions of one affected entry of a CVE record, as pieces with one status each.
 *
 * Specification: CVE record format 5.1, "affected[].versions" and the guidance on version ranges. A version
 * alone may be a sentence ("< 1.4.3"); "0", "n/a", "unspecified" as the beginning of a range and "*" as its
 * end mean that there is none; "4.19.*" is the branch; changes split a range. Status unknown is under
 * investigation. Commits (versionType git) have no order without the repository: their pieces, of scheme
 * literal, are as struct affected says of rows about repositories.
 */
#pragma once
#include "base/arena.h"
#include "formats/json_stream.h"
#include "sources/advisory.h"
#include "sources/feeds/version_span.h"

struct cve5_piece {
	enum affected_status status;
	enum version_scheme scheme; /* generic: the record names none, or one that cannot read these texts */
	struct version_span span;
	struct str fixed; /* may be empty */
	bool is_end;	  /* written as an end alone (cve5_ends.h) */
	bool is_open;	  /* some versions, and which cannot be told */
};

struct cve5_versions {
	struct cve5_piece *at;
	size_t count, room;
	struct version_change *changes; /* of the version being read */
	size_t change_count, change_room;
	struct str begun; /* the commit that brought the flaw, of the range before */
	bool is_open;	  /* the piece for commits between is there */
	bool is_loose; /* set by the caller: who assigned the record writes "up to 1.4.3" as 1.4.3 to 1.4.3 */
};

void cve5_versions_clear(struct cve5_versions *v);
void cve5_versions_free(struct cve5_versions *v);
/* Takes the array that stands next. */
void cve5_versions_read(struct cve5_versions *v, struct json *j, struct arena *record);
/* Brings in defaultStatus, once all is read. What is then left: nothing where no version is affected or
 * unknown; else the affected pieces and the unaffected ones within them. */
void cve5_versions_settle(struct cve5_versions *v, bool default_affected);
