#include "actions/program/program_isao.h"

#include "actions/casework/case_days.h"
#include "formats/json_write.h"
#include "limits.h"

bool isao_is_first_day_alone(const struct isao_statement *s)
{
	return s->criterion && s->held_since.len && !s->evidence.len && !s->on.len;
}

static bool check(const struct isao_statement *s, struct err *e)
{
	if (s->criterion < 0 || s->criterion > ISAO_CRITERIA)
		return err_fail(e, ERR_USAGE, "criterion is 1 to %d", ISAO_CRITERIA);
	if (!s->criterion && (s->evidence.len || s->on.len || s->held_since.len))
		return err_fail(e, ERR_USAGE, "evidence, on and held_since go with criterion");
	if (s->criterion && (!s->evidence.len || !s->on.len) && !isao_is_first_day_alone(s))
		return err_fail(e, ERR_USAGE, "criterion goes with evidence and on");
	return s->criterion || s->name.len || s->since.len || s->until.len ||
	       err_fail(e, ERR_USAGE, "nothing is stated");
}

/* Nothing is known to hold behind the evidence of it. What is stated without its day is held against what
 * stands. */
static bool check_first_day(const struct isao_statement *s, const struct isao_standing *stands, struct err *e)
{
	const struct isao_criterion *kept = &stands->criteria[s->criterion ? s->criterion - 1 : 0];
	struct date on = s->on.len ? case_day_in(s->on) : kept->on,
		    held = s->held_since.len ? case_day_in(s->held_since) : kept->held_since;

	if (!s->criterion)
		return true;
	if (isao_is_first_day_alone(s) && !kept->has_evidence)
		return err_fail(e, ERR_USAGE,
		    "there is no evidence of criterion %d yet: it goes with its first day",
		    (int)s->criterion);
	if (date_is_known(held) && date_is_known(on) && held.days > on.days)
		return err_fail(e, ERR_USAGE,
			   "a criterion is said to hold since a day behind that of its evidence") ||
		       err_field(e, "held-since");
	return true;
}

static void put(struct json_out *w, const char *key, struct str text)
{
	if (text.len)
		json_field_text(w, key, text);
}

static void write_statement(const struct isao_statement *s, struct buf *out)
{
	struct json_out *w = json_out_buf(out, false);
	char key[32];

	json_open_object(w);
	put(w, "name", s->name);
	put(w, "since", s->since);
	put(w, "until", s->until);
	if (s->criterion) {
		snprintf(key, sizeof(key), "criterion_%d_evidence", (int)s->criterion);
		put(w, key, s->evidence);
		snprintf(key, sizeof(key), "criterion_%d_on", (int)s->criterion);
		put(w, key, s->on);
		snprintf(key, sizeof(key), "criterion_%d_held_since", (int)s->criterion);
		put(w, key, s->held_since);
	}
	json_close_object(w);
	json_out_close(w);
}

bool program_state_isao(struct db *db, const struct isao_statement *s, struct change_by by,
    struct arena *arena, struct isao_standing *out, struct err *e)
{
	SCOPED_BUF json = buf_new(LIMIT_RECORD_BYTES);
	struct program_version version;

	if (!check(s, e) || !isao_standing_of(db, arena, out, e) || !check_first_day(s, out, e))
		return false;
	write_statement(s, &json);
	return program_state(db, "isao", STR(""), buf_str(&json), by, arena, &version, e) &&
	       isao_standing_of(db, arena, out, e);
}
