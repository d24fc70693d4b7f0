#include "store/moments.h"

void moments_bind_instant(struct statement *s, int index, struct instant t)
{
	if (instant_is_known(t))
		db_bind_int(s, index, t.us);
	else
		db_bind_null(s, index);
}

void moments_bind_date(struct statement *s, int index, struct date d, char room[DATE_TEXT_SIZE])
{
	if (date_is_known(d))
		db_bind_text(s, index, str_of(date_write(d, room)));
	else
		db_bind_null(s, index);
}

struct instant moments_instant(struct statement *s, int column)
{
	return db_is_null(s, column) ? INSTANT_NONE : (struct instant){ db_int(s, column) };
}
