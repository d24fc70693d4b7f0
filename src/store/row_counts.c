#include "store/row_counts.h"

#include <assert.h>

bool row_count(struct db *db, const char *table, int64_t *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_ROW_COUNT);
	bool found;

	db_bind_text(s, 1, str_of(table));
	if (!db_row(s, &found, e))
		return false;
	assert(found);
	*out = db_int(s, 0);
	db_done(s);
	return true;
}
