#include "actions/field/register_device.h"

#include "base/text.h"
#include "limits.h"
#include "reports/device_json.h"
#include "store/change.h"
#include "store/devices.h"

/* The name and the UDI-DIs are no other device's. */
static bool refuse_second(struct db *db, const struct device_profile *p, struct arena *arena, struct err *e)
{
	const struct device_numbers *udis = &p->lists[DEVICE_UDI_DI];
	struct device standing;

	/* a name that nobody could type again, or see in a list */
	if (!text_says(p->device.name))
		return err_fail(e, ERR_INPUT, "the device's name is empty");
	if (p->device.id == 0 && !text_is_plain_line(p->device.name))
		return err_fail(e, ERR_INPUT,
		    "the device's name has a control character, or one that turns the direction of writing");
	if (!device_find(db, p->device.name, arena, &standing, e))
		return false;
	if (standing.id && standing.id != p->device.id)
		return err_fail(
		    e, ERR_CONFLICT, "there is a device \"" STR_FMT "\" already", STR_ARG(p->device.name));
	for (size_t i = 0; i < udis->count; i++) {
		if (!device_find(db, udis->items[i], arena, &standing, e))
			return false;
		if (standing.id && standing.id != p->device.id)
			return err_fail(e, ERR_CONFLICT,
			    "device \"" STR_FMT "\" has UDI-DI " STR_FMT " already", STR_ARG(standing.name),
			    STR_ARG(udis->items[i]));
	}
	return true;
}

struct str device_record_json(const struct device_profile *p, struct arena *arena)
{
	SCOPED_BUF record = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&record, false);

	json_open_object(w);
	device_json_stated(p, w);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&record));
}

bool register_device_within(struct db *db, struct change *change, const struct device_profile *p,
    struct arena *arena, int64_t *id, struct err *e)
{
	if (!device_check(&p->device, e) || !refuse_second(db, p, arena, e) || !device_add(db, p, id, e))
		return false;
	return change_note(change, "device.add", arena_printf(arena, "device %lld", (long long)*id), STR_NONE,
	    device_record_json(p, arena), e);
}

bool register_device(
    struct db *db, const struct device_profile *p, struct change_by by, int64_t *id, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;

	return change_open(db, &by, &change, e) && register_device_within(db, change, p, &arena, id, e) &&
	       change_close(&change, e);
}

static struct str difference(
    const struct device_profile *p, const struct device_profile *other, struct arena *arena, size_t *count)
{
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&out, false);

	json_open_object(w);
	*count = device_json_different(p, other, w);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&out));
}

bool restate_device_within(struct db *db, struct change *change, const struct device_profile *old,
    const struct device_profile *new, struct arena *arena, size_t *altered, struct err *e)
{
	struct str before = difference(old, new, arena, altered);
	struct str object = arena_printf(arena, "device %lld", (long long)old->device.id);

	if (*altered == 0)
		return true;
	return device_check(&new->device, e) && refuse_second(db, new, arena, e) && device_set(db, new, e) &&
	       change_note(change, "device.set", object, before, device_record_json(new, arena), e);
}
