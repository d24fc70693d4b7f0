/*
 * git_row - rows about a repository: which commits of it are affected, which bring the fix.
 *
 * Commits cannot be ordered without the repository, so that a row says one commit. An abbreviated one, as the
 * kernel's records have them, is the range of all commits that begin so.
 */
#pragma once
#include "base/arena.h"
#include "sources/advisory.h"
#include "sources/feeds/version_span.h"

/* Sets kind, package and scheme; false if url names no repository. */
bool git_row(struct str url, struct arena *record, struct affected *row);
/* The span, of scheme literal, of one commit. */
struct version_span git_row_commit(struct str commit, struct arena *record);
