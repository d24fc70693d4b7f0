#include "actions/access_rules.h"

#include <inttypes.h>

#include "reports/casefile_record.h"
#include "store/casefiles.h"

bool access_rules_get(struct db *db, struct access_rules *out, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct report_fields fields;
	struct str json;

	*out = (struct access_rules){ 0 };
	if (!setting_get(db, ACCESS_SETTING, &arena, &json, e))
		return false;
	if (!json.ptr)
		return true;
	if (!report_fields_read(json, &arena, &fields, e))
		return err_within(e, "setting " ACCESS_SETTING);
	*out = (struct access_rules){ .secret_days = report_fields_number(&fields, STR("secret_days"), 0),
		.review_days = report_fields_number(&fields, STR("review_days"), 0),
		.stale_days = report_fields_number(&fields, STR("stale_days"), 0) };
	return true;
}

struct str access_rules_json(const struct access_rules *rules, struct arena *arena)
{
	return arena_printf(arena,
	    "{\"secret_days\":%" PRId64 ",\"review_days\":%" PRId64 ",\"stale_days\":%" PRId64 "}",
	    rules->secret_days, rules->review_days, rules->stale_days);
}

int64_t access_secret_over(const struct access_rules *rules, const struct user *u, struct instant now)
{
	int64_t age;

	if (!rules->secret_days || !u->secret.len || !instant_is_known(u->secret_at))
		return 0;
	age = instant_days_since(u->secret_at, now);
	return age > rules->secret_days ? age - rules->secret_days : 0;
}

bool access_is_stale(const struct access_rules *rules, const struct user *u, struct instant now)
{
	struct instant since = instant_is_known(u->signed_in_at) ? u->signed_in_at : u->created_at;

	return rules->stale_days && u->state == USER_ACTIVE &&
	       instant_days_since(since, now) > rules->stale_days;
}
