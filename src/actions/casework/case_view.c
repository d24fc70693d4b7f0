#include "actions/casework/case_view.h"

#include "actions/casework/decide_facts.h"
#include "actions/field/device_facts.h"
#include "actions/zone.h"
#include "limits.h"
#include "store/casefiles.h"
#include "store/devices.h"

#define FACTS_MOST LIMIT_RECORD_BYTES

/* out->today is the day asked for, or else the firm's own day now. */
static bool read_setting(struct db *db, const struct casefile *c, struct instant now, struct arena *arena,
    struct case_setting *out, struct err *e)
{
	struct time_zone zone;
	struct device device;
	struct str name;

	if (!device_by_id(db, c->device_id, arena, &device, e) ||
	    !setting_get(db, "time_zone", arena, &name, e) ||
	    !setting_get(db, "firm", arena, &out->firm, e) ||
	    !setting_get(db, "isao", arena, &out->isao, e) ||
	    !setting_get(db, "policy", arena, &out->policy, e))
		return false;
	out->time_zone = name.ptr ? name : STR("UTC");
	if (!zone_read(out->time_zone, arena, &zone, e))
		return false;
	if (!date_is_known(out->today))
		out->today = time_zone_date(&zone, now);
	/* settings are tried before there is a device */
	return device.id == 0 || device_facts(db, &device, out->today, arena, &out->device, e);
}

bool case_judge(struct db *db, struct date today, struct instant now, struct arena *arena,
    struct case_view *view, struct err *e)
{
	SCOPED_BUF json = buf_new(FACTS_MOST);
	struct case_setting setting = { .today = today };
	struct case_record *records;
	struct decided decided;

	if (!read_setting(db, &view->casefile, now, arena, &setting, e))
		return false;
	if (!case_with_approvers(&view->signatures, view->records, view->record_count, arena, &records, e))
		return false;
	casefile_write_facts(&view->casefile, records, view->record_count, &setting, &json);
	if (buf_full(&json))
		return err_fail(e, ERR_LIMIT, "casefile %lld is larger than %d bytes",
		    (long long)view->casefile.id, FACTS_MOST);
	view->facts_json = arena_copy(arena, buf_str(&json));
	if (!decide_facts(view->facts_json, arena, &decided, e))
		return false;
	view->facts = decided.facts;
	view->policy = decided.policy;
	view->determination = decided.determination;
	view->obligations = decided.obligations;
	view->obligation_count = decided.obligation_count;
	return true;
}

bool case_view(struct db *db, int64_t casefile_id, struct date today, struct instant now, struct arena *arena,
    struct case_view *out, struct err *e)
{
	struct case_view view = { 0 };

	if (!casefile_get(db, casefile_id, arena, &view.casefile, e) ||
	    !casefile_records(db, casefile_id, arena, &view.records, &view.record_count, e) ||
	    !case_signatures(db, casefile_id, view.records, view.record_count, arena, &view.signatures, e) ||
	    !case_judge(db, today, now, arena, &view, e))
		return false;
	*out = view;
	return true;
}
