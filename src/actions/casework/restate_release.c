#include "actions/casework/restate_release.h"

#include "actions/casework/due_watch.h"
#include "actions/field/register.h"
#include "actions/firm_day.h"
#include "base/text.h"
#include "store/change.h"
#include "store/devices.h"

static bool check(struct db *db, const struct release_count *count, struct change_by by, struct err *e)
{
	char day[DATE_TEXT_SIZE];
	struct date today;

	if (!date_is_known(count->counted_on))
		return err_fail(e, ERR_INPUT, "the day on which the units were counted is missing");
	if (!text_says(by.why))
		return err_fail(e, ERR_INPUT, "units are stated anew with a reason") || err_field(e, "why");
	return firm_day(db, DATE_NONE, by.at, &today, e) &&
	       (count->counted_on.days <= today.days ||
		   err_fail(e, ERR_INPUT, "the units were counted on %s, which lies ahead",
		       date_write(count->counted_on, day)));
}

/* The release as it stands, with the day of the count before it. */
static struct str counted_json(const struct release *r, struct date on, struct arena *arena)
{
	char day[DATE_TEXT_SIZE];
	struct str stands = release_record_json(r, arena);

	return arena_printf(
	    arena, "{\"counted_on\":\"%s\",%s", date_write(on, day), arena_text(arena, str_from(stands, 1)));
}

static bool find(
    struct db *db, const struct release_count *count, struct arena *arena, struct release *out, struct err *e)
{
	struct device d;

	if (!device_get(db, count->device, arena, &d, e) ||
	    !release_find(db, d.id, count->version, arena, out, e))
		return false;
	if (!out->id)
		return err_fail(
		    e, ERR_ABSENT, "the device has no release \"" STR_FMT "\"", STR_ARG(count->version));
	return out->units != count->units ||
	       err_fail(e, ERR_CONFLICT, "release " STR_FMT " has %lld units already",
		   STR_ARG(count->version), (long long)count->units);
}

bool restate_release(struct db *db, const struct release_count *count, struct change_by by, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct release old, new;
	struct due_watch watch;

	if (!change_open(db, &by, &change, e) || !check(db, count, by, e) ||
	    !find(db, count, &arena, &old, e) ||
	    !due_watch_begin(db, old.device_id, by.at, &arena, &watch, e))
		return false;
	new = old;
	new.units = count->units;
	return release_set_units(db, new.id, new.units, e) &&
	       change_note(change, "release.set", arena_printf(&arena, "release %lld", (long long)new.id),
		   release_record_json(&old, &arena), counted_json(&new, count->counted_on, &arena), e) &&
	       due_watch_note(db, change, &watch, by, e) && change_close(&change, e);
}
