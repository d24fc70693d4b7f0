#include "actions/program/program_set.h"
#include "store/casefiles.h"

#include "actions/casework/case_view.h"
#include "store/change.h"
#include "store/devices.h"

/* A facts document of the settings alone must be readable. */
static bool try_settings(struct db *db, struct arena *arena, struct err *e)
{
	struct casefile none = { .closed_on = DATE_NONE };
	struct case_view view = { .casefile = none };
	struct case_record r = { .kind = STR("vulnerability"),
		.facts = STR("{\"learned_on\":\"2026-01-01\"}") };
	struct device *devices;
	size_t count;

	view.records = &r;
	view.record_count = 1;
	if (!device_list(db, arena, &devices, &count, e))
		return false;
	view.casefile.device_id = count ? devices[0].id : 0;
	return case_judge(db, date_of(2026, 1, 1), (struct instant){ 0 }, arena, &view, e);
}

struct str setting_json(struct str name, struct str content, struct arena *arena)
{
	if (!content.ptr || !str_eq(name, STR("time_zone")))
		return content;
	return arena_printf(arena, "\"" STR_FMT "\"", STR_ARG(content));
}

bool program_set_within(struct db *db, struct change *change, const char *name, struct str content,
    struct arena *arena, struct err *e)
{
	struct str old;

	return setting_get(db, name, arena, &old, e) && setting_put(db, name, content, e) &&
	       try_settings(db, arena, e) &&
	       change_note(change, "program.set", arena_printf(arena, "setting %s", name),
		   setting_json(str_of(name), old, arena), setting_json(str_of(name), content, arena), e);
}

bool program_set(struct db *db, const char *name, struct str content, struct change_by by, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;

	return change_open(db, by, &change, e) && program_set_within(db, change, name, content, &arena, e) &&
	       change_close(&change, e);
}
