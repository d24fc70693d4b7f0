/*
 * osv_git - ranges of type GIT as rows about the commits they name.
 *
 * Specification: OSV schema, "affected[].ranges[].type" GIT. What lies between two commits only the
 * repository knows. Where the entry has a package, or lists the tags that are affected, those tell; where it
 * has neither, a row says that some commits between are affected (struct affected).
 */
#pragma once
#include "sources/feeds/draft.h"
#include "sources/feeds/osv_range.h"

/* Adds the rows of one range. told: something else in the entry tells what is affected. */
void osv_git_add(struct draft *d, struct str url, const struct osv_event *events, size_t count, bool told,
    struct arena *record);
/* Adds a row for each tag of an entry without a package. */
void osv_git_add_tags(
    struct draft *d, struct str url, const struct str *tags, size_t count, struct arena *record);
