#include "actions/intake/case_open.h"

#include "actions/case_names.h"
#include "actions/casework/case_exploited.h"
#include "actions/casework/case_finding.h"
#include "actions/casework/case_note.h"
#include "actions/casework/case_order.h"
#include "actions/casework/case_record.h"
#include "actions/casework/case_standing.h"
#include "actions/intake/case_signals.h"
#include "actions/intake/learned_once.h"
#include "actions/json_merge.h"
#include "actions/vulnerability_name.h"
#include "base/text.h"
#include "formats/json_write.h"
#include "limits.h"
#include "store/casefiles.h"
#include "store/change.h"
#include "store/devices.h"

static bool note_opening(
    struct change *change, const struct casefile *c, struct str device, struct arena *arena, struct err *e)
{
	return change_note(change, "casefile.open", casefile_subject(c->id, arena), STR_NONE,
	    case_opening_json(c, device, arena), e);
}

static bool keep_opening(struct db *db, struct change *change, const struct case_from_signals *from,
    const struct device *device, struct change_by by, struct arena *arena, const struct case_opened *opened,
    struct err *e)
{
	const struct case_opening *o = &from->opening;
	struct case_record r = {
		.kind = STR("vulnerability"), .more = from->more, .at = by.at, .who = by.who
	};
	struct case_asked asked = { device, o->release, opened->vulnerability };
	int64_t record_id;

	if (!case_name_facts(o->facts, opened->vulnerability, arena, &r.facts, e) ||
	    !case_record_keep(db, change, opened->id, &r, STR_NONE, &record_id, arena, e))
		return false;
	if (o->release.len == 0)
		return true;
	r.kind = STR("finding");
	r.facts = STR("{}");
	return case_finding(db, &asked, by.at, arena, &r.more, e) &&
	       case_record_keep(db, change, opened->id, &r, STR_NONE, &record_id, arena, e);
}

static bool open_within(struct db *db, struct change *change, const struct case_opening *asked,
    struct change_by by, struct arena *arena, struct case_opened *opened, struct err *e)
{
	struct casefile c = { .title = str_trim(asked->title), .opened_at = by.at };
	struct case_from_signals from;
	struct case_alike alike;
	struct device device;
	struct case_view view;

	if (!case_from_signals(db, asked, arena, &from, e) ||
	    !device_get(db, from.opening.device, arena, &device, e) ||
	    !vulnerability_named(db, from.opening.vulnerability, instant_date(by.at, 0), arena,
		&opened->vulnerability, &opened->known, e))
		return false;
	opened->device = device.name;
	opened->learned = from.learned;
	c.device_id = device.id;
	c.vulnerability = opened->vulnerability;
	if (!text_says(c.title))
		c.title = c.vulnerability;
	if (!case_alike_closed(db, &c, by.at, arena, &alike, e) || !casefile_add(db, &c, &opened->id, e))
		return false;
	opened->before = alike.closed;
	opened->closed_on = alike.closed_on;
	c.id = opened->id;
	return note_opening(change, &c, device.name, arena, e) &&
	       keep_opening(db, change, &from, &device, by, arena, opened, e) &&
	       case_link_signals(db, change, asked, opened->id, by, arena, e) &&
	       case_view(db, opened->id, DATE_NONE, by.at, arena, &view, e) &&
	       case_exploited_check(db, &c, asked->facts, view.facts.today, arena, e) &&
	       case_check_learning_day(&view, e) &&
	       /* of what signals tell, the receipt is on record */
	       (!change_is_guarded(change) || asked->signal_count ||
		   case_order_entry(&view, "learned_on", view.facts.vulnerability.learned_on, by.why, e)) &&
	       learned_once_check(db, &view, by.why, by.at, arena, &opened->later, e);
}

bool case_open(struct db *db, const struct case_opening *opening, struct change_by by, struct arena *arena,
    struct case_opened *out, struct err *e)
{
	struct case_opened opened = { .closed_on = DATE_NONE };
	SCOPED_CHANGE *change = NULL;

	if (!change_open(db, &by, &change, e) || !open_within(db, change, opening, by, arena, &opened, e) ||
	    !change_close(&change, e))
		return false;
	*out = opened;
	return true;
}
