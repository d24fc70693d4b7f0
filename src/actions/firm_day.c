#include "actions/firm_day.h"

#include "actions/zone.h"
#include "store/casefiles.h"

bool firm_zone(struct db *db, struct arena *arena, struct time_zone *out, struct err *e)
{
	struct str name;

	return setting_get(db, "time_zone", arena, &name, e) &&
	       zone_read(name.ptr ? name : STR("UTC"), arena, out, e);
}

bool firm_day_until(struct db *db, struct date asked, struct instant now, struct date *out,
    struct instant *until, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct time_zone zone;

	*out = asked;
	if (until)
		until->us = INT64_MAX;
	if (date_is_known(asked))
		return true;
	if (!firm_zone(db, &arena, &zone, e))
		return false;
	*out = time_zone_date(&zone, now);
	if (until)
		*until = time_zone_date_until(&zone, now);
	return true;
}

bool firm_day(struct db *db, struct date asked, struct instant now, struct date *out, struct err *e)
{
	return firm_day_until(db, asked, now, out, NULL, e);
}
