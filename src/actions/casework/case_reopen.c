#include "actions/casework/case_reopen.h"

#include "actions/casework/case_note.h"
#include "actions/casework/case_record.h"
#include "actions/casework/case_standing.h"
#include "base/buf.h"
#include "base/text.h"
#include "formats/json_write.h"
#include "limits.h"
#include "store/casefiles.h"
#include "store/change.h"

static bool refuse_open(
    struct db *db, const struct casefile *c, struct instant now, struct arena *arena, struct err *e)
{
	struct case_alike unused;
	bool reopened;

	if (!case_is_reopened(db, c, now, arena, &reopened, e))
		return false;
	if (!date_is_known(c->closed_on) || reopened)
		return err_fail(e, ERR_CONFLICT, "casefile %lld is open", (long long)c->id);
	return case_alike_closed(db, c, now, arena, &unused, e);
}

static bool check_reason(const struct casefile *c, struct str why, struct err *e)
{
	char day[DATE_TEXT_SIZE];

	return text_says(why) ||
	       err_fail(e, ERR_CONFLICT, "casefile %lld was closed on %s: say why it is opened again",
		   (long long)c->id, date_write(c->closed_on, day)) ||
	       err_field(e, "why");
}

/* {"closed_on": "2026-03-02", "reason": "..."} */
static struct str reopening_json(const struct casefile *c, struct str why, struct arena *arena)
{
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&out, false);

	json_open_object(w);
	json_field_date(w, "closed_on", c->closed_on);
	json_field_text(w, "reason", str_trim(why));
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&out));
}

bool case_reopen(
    struct db *db, int64_t casefile_id, struct change_by by, struct date *closed_on, struct err *e)
{
	struct case_record r = { .kind = STR("reopening"), .facts = STR("{}"), .who = by.who };
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct casefile c;
	struct str subject;
	int64_t record;

	subject = casefile_subject(casefile_id, &arena);
	if (!change_open(db, &by, &change, e) || !change_may(change, "casefile.reopen", subject, e) ||
	    !casefile_get(db, casefile_id, &arena, &c, e))
		return false;
	if (!refuse_open(db, &c, by.at, &arena, e) || !check_reason(&c, by.why, e))
		return change_refuse(change, subject, e);
	*closed_on = c.closed_on;
	r.at = by.at;
	r.more = reopening_json(&c, by.why, &arena);
	return case_record_keep(db, change, casefile_id, &r, STR_NONE, &record, &arena, e) &&
	       casefile_set_closed(db, casefile_id, DATE_NONE, e) &&
	       change_note(change, "casefile.reopen", subject, case_closing_json(c.closed_on, &arena),
		   case_closing_json(DATE_NONE, &arena), e) &&
	       change_close(&change, e);
}
