#include "actions/trail/verify_states.h"

#include "actions/casework/case_note.h"
#include "actions/program/program_set.h"
#include "actions/users/users.h"
#include "base/number.h"
#include "store/casefiles.h"
#include "store/devices.h"
#include "store/users.h"

static bool setting_now(struct db *db, struct str name, struct arena *arena, struct str *json, struct err *e)
{
	struct str content;

	if (!setting_get(db, arena_text(arena, name), arena, &content, e))
		return false;
	*json = setting_json(name, content, arena);
	return true;
}

static bool user_now(struct db *db, struct str name, struct arena *arena, struct str *json, struct err *e)
{
	struct user u;
	bool found;

	if (!user_find(db, name, arena, &u, &found, e))
		return false;
	*json = found ? user_json(&u, arena) : STR_NONE;
	return true;
}

static bool casefile_now(
    struct db *db, struct str number, struct arena *arena, struct casefile *out, bool *found, struct err *e)
{
	struct err absent = { 0 };
	int64_t id;

	*found = number_parse(number, "number", 1, INT64_MAX, &id, &absent) &&
		 casefile_get(db, id, arena, out, &absent);
	if (!*found && absent.code != ERR_NONE && absent.code != ERR_INPUT) {
		*e = absent;
		return false;
	}
	return true;
}

static bool opening_now(
    struct db *db, struct str number, struct arena *arena, struct str *json, struct err *e)
{
	struct casefile casefile;
	struct device device;
	bool found;

	*json = STR_NONE;
	if (!casefile_now(db, number, arena, &casefile, &found, e))
		return false;
	if (!found)
		return true;
	if (!device_by_id(db, casefile.device_id, arena, &device, e))
		return false;
	*json = case_opening_json(&casefile, device.name, arena);
	return true;
}

static bool closing_now(
    struct db *db, struct str number, struct arena *arena, struct str *json, struct err *e)
{
	struct casefile casefile;
	bool found;

	*json = STR_NONE;
	if (!casefile_now(db, number, arena, &casefile, &found, e))
		return false;
	if (found && date_is_known(casefile.closed_on))
		*json = case_closing_json(casefile.closed_on, arena);
	return true;
}

static const struct verify_state states[] = {
	{ "program.set", "setting ", setting_now },
	{ "casefile.open", "casefile ", opening_now },
	{ "casefile.close", "casefile ", closing_now },
	{ "user.add", "user ", user_now },
	{ "user.attest", "user ", user_now },
	{ "user.disable", "user ", user_now },
	{ "user.enable", "user ", user_now },
	{ "user.reset", "user ", user_now },
	{ "user.roles", "user ", user_now },
	{ "user.train", "user ", user_now },
};

const struct verify_state *verify_state_of(const struct trail_entry *entry)
{
	for (size_t i = 0; i < COUNT(states); i++)
		if (str_eq(str_of(states[i].what), entry->what) &&
		    str_starts(entry->object, str_of(states[i].object)))
			return &states[i];
	return NULL;
}
