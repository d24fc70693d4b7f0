#include "actions/field/device_view.h"

bool device_view(struct db *db, struct str name, struct arena *arena, struct device_view *out, struct err *e)
{
	struct device_view view = { 0 };

	if (!device_profile_get(db, name, arena, &view.profile, e) ||
	    !release_list(db, view.profile.device.id, arena, &view.releases, &view.release_count, e) ||
	    !shipment_counts(db, view.profile.device.id, &view.shipped, e))
		return false;
	*out = view;
	return true;
}

bool release_listing(
    struct db *db, struct str device, struct arena *arena, struct release_listing *out, struct err *e)
{
	struct release_listing l = { 0 };
	struct device d;

	if (!device_get(db, device, arena, &d, e) ||
	    !release_list(db, d.id, arena, &l.releases, &l.count, e) ||
	    !release_units(db, l.releases, l.count, arena, &l.units, e))
		return false;
	*out = l;
	return true;
}

bool release_named(struct db *db, struct str device, struct str version, struct arena *arena,
    struct release *out, struct err *e)
{
	struct release found;
	struct device d;

	if (!device_get(db, device, arena, &d, e) || !release_find(db, d.id, version, arena, &found, e))
		return false;
	if (!found.id)
		return err_fail(e, ERR_ABSENT,
		    "there is no release \"" STR_FMT "\" of device \"" STR_FMT "\"", STR_ARG(version),
		    STR_ARG(d.name));
	*out = found;
	return true;
}

static struct str version_of(const struct release *releases, size_t count, int64_t id)
{
	for (size_t i = 0; i < count; i++)
		if (releases[i].id == id)
			return releases[i].version;
	return STR("");
}

bool lot_listing(struct db *db, struct str device, struct str release, struct arena *arena,
    struct lot_row **out, size_t *count, struct err *e)
{
	struct release *releases, one;
	size_t release_count, found;
	struct lot_row *rows;
	struct lot *lots;
	struct device d;

	if (!device_get(db, device, arena, &d, e) ||
	    !release_list(db, d.id, arena, &releases, &release_count, e) ||
	    (release.len && !release_named(db, d.name, release, arena, &one, e)) ||
	    !(release.len ? lots_of_release(db, one.id, arena, &lots, &found, e)
			  : lots_of_device(db, d.id, arena, &lots, &found, e)))
		return false;
	rows = arena_alloc(arena, found, sizeof(*rows));
	for (size_t i = 0; i < found; i++)
		rows[i] =
		    (struct lot_row){ lots[i], version_of(releases, release_count, lots[i].release_id) };
	*out = rows;
	*count = found;
	return true;
}
