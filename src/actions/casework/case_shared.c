#include "actions/casework/case_shared.h"

#include "actions/field/device_facts.h"
#include "actions/zone.h"
#include "store/casefiles.h"
#include "store/devices.h"
#include "store/users.h"

bool case_shared_open(struct db *db, struct date today, struct instant now, struct arena *arena,
    struct case_shared *out, struct err *e)
{
	struct case_shared s = { .db = db, .arena = arena, .setting = { .today = today } };
	struct str name;

	if (!setting_get(db, "time_zone", arena, &name, e) ||
	    !setting_get(db, "firm", arena, &s.setting.firm, e) ||
	    !setting_get(db, "isao", arena, &s.setting.isao, e))
		return false;
	s.setting.time_zone = name.ptr ? name : STR("UTC");
	if (!zone_read(s.setting.time_zone, arena, &s.zone.zone, e) || !user_any(db, &s.guarded, e) ||
	    !kept_policies(db, arena, &s.policies, e) || !isao_periods(db, arena, &s.isao, e))
		return false;
	s.zone.name = s.setting.time_zone;
	s.zone.version = zone_data_version(arena);
	if (!date_is_known(today))
		s.setting.today = time_zone_date(&s.zone.zone, now);
	*out = s;
	return true;
}

void case_shared_close(struct case_shared *s)
{
	describer_free(s->describer);
	s->describer = NULL;
}

bool case_shared_device(
    struct case_shared *s, int64_t id, const struct case_shared_device **out, struct err *e)
{
	struct case_shared_device *d;

	for (size_t i = 0; i < s->device_count; i++)
		if (s->devices[i]->id == id) {
			*out = s->devices[i];
			return true;
		}
	d = arena_alloc(s->arena, 1, sizeof(*d));
	d->id = id;
	/* settings are tried before there is a device */
	if (!device_by_id(s->db, id, s->arena, &d->device, e) ||
	    (d->device.id && !device_facts(s->db, &d->device, s->setting.today, s->arena, &d->facts, e)))
		return false;
	s->devices = arena_room(s->arena, s->devices, s->device_count, &s->device_room, sizeof(*s->devices));
	s->devices[s->device_count++] = d;
	*out = d;
	return true;
}

bool case_shared_describer(struct case_shared *s, struct err *e)
{
	if (s->describer)
		return true;
	if (!sources_list(s->db, s->arena, &s->sources, &s->source_count, e))
		return false;
	s->describer = describer_new(s->db, s->sources, s->source_count);
	return true;
}
