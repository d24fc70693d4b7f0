#include "sources/feeds/git_row.h"

#include "identity/repository.h"
#include "sources/feeds/draft.h"

#define WHOLE_BYTES 40 /* of a SHA-1 in hexadecimal; SHA-256 has more */

bool git_row(struct str url, struct arena *record, struct affected *row)
{
	struct str repository, commit;

	if (!repository_read(url, record, &repository, &commit))
		return false;
	row->kind = PACKAGE_GIT;
	row->package = repository;
	row->scheme = VERSION_GENERIC;
	return true;
}

struct version_span git_row_commit(struct str commit, struct arena *record)
{
	struct str low = draft_lower(commit, record);
	char *high;

	if (low.len >= WHOLE_BYTES)
		return (struct version_span){ low, low, true, true };
	high = arena_alloc(record, low.len, 1);
	memcpy(high, low.ptr, low.len);
	high[low.len - 1]++; /* behind all that begin so: "9" gives ":", "f" gives "g" */
	return (struct version_span){ low, { high, low.len }, true, false };
}
