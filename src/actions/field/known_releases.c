#include "actions/field/known_releases.h"

bool known_device(struct known_devices *k, struct str name, const struct known_device **out, struct err *e)
{
	uint32_t number = intern_find(k->names, name);
	struct known_device d;

	if (number == INTERN_NONE) {
		if (!device_get(k->db, name, k->arena, &d.device, e) ||
		    !release_list(k->db, d.device.id, k->arena, &d.releases, &d.count, e))
			return false;
		number = intern_add(k->names, name);
		k->items = arena_room(k->arena, k->items, number, &k->room, sizeof(*k->items));
		k->items[number] = d;
	}
	*out = &k->items[number];
	return true;
}

bool known_release(
    const struct known_device *d, struct str version, const struct release **out, struct err *e)
{
	for (size_t i = 0; i < d->count; i++)
		if (str_eq(d->releases[i].version, version)) {
			*out = &d->releases[i];
			return true;
		}
	return err_fail(e, ERR_ABSENT, "there is no release \"" STR_FMT "\" of device \"" STR_FMT "\"",
	    STR_ARG(version), STR_ARG(d->device.name));
}
