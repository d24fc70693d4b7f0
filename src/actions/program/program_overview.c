#include "actions/program/program_overview.h"

#include "actions/intake/signal_list.h"
#include "decision/facts_json.h"
#include "store/casefiles.h"
#include "store/users.h"

static bool see_manufacturer(struct db *db, struct arena *arena, struct program_overview *o, struct err *e)
{
	struct str firm, zone;

	if (!program_last(db, "profile", STR(""), arena, &o->profile, e) ||
	    !setting_get(db, "firm", arena, &firm, e) || !setting_get(db, "time_zone", arena, &zone, e) ||
	    (o->profile.number && !report_fields_read(o->profile.content, arena, &o->profile_fields, e)))
		return false;
	o->time_zone = zone.ptr ? zone : STR("");
	return !firm.ptr || report_fields_read(firm, arena, &o->firm, e);
}

static bool see_people(struct db *db, struct arena *arena, struct program_overview *o, struct err *e)
{
	struct user *users;
	size_t count;

	if (!user_list(db, arena, &users, &count, e))
		return false;
	o->designated = users;
	for (size_t i = 0; i < count; i++)
		if ((users[i].roles & ROLE_DESIGNATED) && users[i].state == USER_ACTIVE)
			o->designated[o->designated_count++] = users[i];
	return true;
}

static bool see_policy(struct db *db, struct arena *arena, struct program_overview *o, struct err *e)
{
	struct program_version last;
	struct policy policy = policy_default();

	if (!program_last(db, "policy", STR(""), arena, &last, e) ||
	    (last.number && !policy_json_read(last.content, arena, &policy, e)))
		return false;
	o->policy_number = last.number;
	o->policy_version = policy.version;
	return true;
}

static bool see_isao(struct db *db, struct arena *arena, struct program_overview *o, struct err *e)
{
	struct program_version last;

	if (!program_last(db, "isao", STR(""), arena, &last, e))
		return false;
	o->isao_version = last.number;
	return isao_standing_of(db, arena, &o->isao, e);
}

bool program_overview(struct db *db, struct arena *arena, struct program_overview *out, struct err *e)
{
	*out = (struct program_overview){ 0 };
	return see_manufacturer(db, arena, out, e) && see_people(db, arena, out, e) &&
	       see_isao(db, arena, out, e) && see_policy(db, arena, out, e) &&
	       signal_time_frame(db, &out->acknowledge_days, e) &&
	       program_last_of_each(db, "template", arena, &out->templates, &out->template_count, e);
}
