#include "store/backup_counts.h"

#include <assert.h>

bool backup_counts(struct db *db, int64_t counts[BACKUP_COUNT_COUNT], struct err *e)
{
	struct statement *s = db_use(db, SQL_BACKUP_COUNTS);
	bool found;

	if (!db_row(s, &found, e))
		return false;
	assert(found);
	for (int i = 0; i < BACKUP_COUNT_COUNT; i++)
		counts[i] = db_int(s, i);
	db_done(s);
	return true;
}
