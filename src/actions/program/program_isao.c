#include "actions/program/program_isao.h"

#include "formats/json_write.h"
#include "limits.h"

static bool check(const struct isao_statement *s, struct err *e)
{
	if (s->criterion < 0 || s->criterion > ISAO_CRITERIA)
		return err_fail(e, ERR_USAGE, "criterion is 1 to %d", ISAO_CRITERIA);
	if (!s->criterion && (s->evidence.len || s->on.len))
		return err_fail(e, ERR_USAGE, "evidence and on go with criterion");
	if (s->criterion && (!s->evidence.len || !s->on.len))
		return err_fail(e, ERR_USAGE, "criterion goes with evidence and on");
	return s->criterion || s->name.len || s->since.len || s->until.len ||
	       err_fail(e, ERR_USAGE, "nothing is stated");
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
	}
	json_close_object(w);
	json_out_close(w);
}

bool program_state_isao(struct db *db, const struct isao_statement *s, struct change_by by,
    struct arena *arena, struct isao_standing *out, struct err *e)
{
	SCOPED_BUF json = buf_new(LIMIT_RECORD_BYTES);
	struct program_version version;

	if (!check(s, e))
		return false;
	write_statement(s, &json);
	return program_state(db, "isao", STR(""), buf_str(&json), by, arena, &version, e) &&
	       isao_standing_of(db, arena, out, e);
}
