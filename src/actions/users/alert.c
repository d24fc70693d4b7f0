#include "actions/users/alert.h"

#include "actions/users/alert_text.h"
#include "base/number.h"
#include "formats/json_tree.h"
#include "records/security_event.h"
#include "records/user.h"
#include "store/change.h"
#include "store/trails.h"
#include "transfer/mail.h"

#define TOLD "security.told"
#define MAIL_MOST ((size_t)256 * 1024) /* ALERT_LINES of the longest words, and the rest */

struct looking {
	struct buf lines;
	int64_t events, through;
};

static bool take_through(void *ctx, const struct trail_entry *entry, struct err *e)
{
	int64_t *through = ctx;
	SCOPED_INPUT *in = input_open_memory(STR("the entry " TOLD), entry->new);
	SCOPED_ARENA arena = { 0 };
	const struct json_node *root, *number;

	if (!json_tree_read(in, &arena, &root, e))
		return false;
	number = json_node_get(root, STR("through"));
	return number_parse(number ? number->text : STR(""), "through", 0, INT64_MAX, through, e);
}

static bool look(void *ctx, const struct trail_entry *entry, struct err *e)
{
	struct looking *l = ctx;

	(void)e;
	l->through = entry->number;
	if (!security_event_is(entry))
		return true;
	if (l->events++ < ALERT_LINES)
		alert_text_event(&l->lines, entry);
	return true;
}

/* A list of receivers, as the trail keeps it. */
static void write_told(const struct alert_config *c, const struct looking *l, struct buf *out)
{
	struct json_out *w = json_out_buf(out, false);

	json_open_object(w);
	json_field_int(w, "through", l->through);
	json_field_int(w, "events", l->events);
	json_key(w, "to");
	json_open_array(w);
	for (size_t i = 0; i < c->to_count; i++)
		json_put_text(w, c->to[i]);
	json_close_array(w);
	json_close_object(w);
	json_out_close(w);
}

static bool note_told(
    struct db *db, const struct alert_config *c, struct instant now, const struct looking *l, struct err *e)
{
	struct change_by by = { .at = now, .why = STR("by mail"), .program = ROLE_ALERTS };
	SCOPED_BUF told = buf_new(MAIL_MOST);
	SCOPED_CHANGE *change = NULL;

	write_told(c, l, &told);
	return change_open(db, &by, &change, e) &&
	       change_note(change, TOLD, STR("security"), STR_NONE, buf_str(&told), e) &&
	       change_close(&change, e);
}

static bool send(
    const struct alert_config *c, struct instant now, const struct looking *l, int64_t from, struct err *e)
{
	SCOPED_BUF text = buf_new(MAIL_MOST);
	struct mail mail = { .server = c->server,
		.user = c->user.len ? c->user : STR_NONE,
		.password = c->password,
		.from = c->from,
		.to = c->to,
		.to_count = c->to_count };

	alert_text_message(c, now, l->events, buf_str(&l->lines), from, l->through, &text);
	mail.text = buf_str(&text);
	return mail_send(&mail, e);
}

bool alert_begin(
    struct db *db, const struct alert_config *c, struct instant now, int64_t *number, struct err *e)
{
	struct trail_filter last = { .before = INT64_MAX,
		.what = STR(TOLD),
		.from = { INT64_MIN },
		.until = INSTANT_NONE,
		.most = 1 };
	struct looking nothing = { 0 };
	struct sha256 digest;

	*number = -1;
	if (!trail_page(db, &last, (struct trail_sink){ number, take_through }, e))
		return false;
	if (*number >= 0)
		return true;
	if (!trail_head(db, &nothing.through, &digest, e))
		return false;
	*number = nothing.through;
	return note_told(db, c, now, &nothing, e);
}

bool alert_tell(struct db *db, const struct alert_config *c, struct instant now, int64_t *number,
    int64_t *events, struct err *e)
{
	struct looking l = { .lines = buf_new(MAIL_MOST), .through = *number };
	bool done = trail_after(db, *number, (struct trail_sink){ &l, look }, e) &&
		    (l.events == 0 || send(c, now, &l, *number + 1, e));

	if (done) {
		*number = l.through;
		*events = l.events;
		done = l.events == 0 || note_told(db, c, now, &l, e);
	}
	buf_free(&l.lines);
	return done;
}
