#include "actions/intake/signal_head.h"

#include "actions/casework/mdr_questions.h"

struct str signal_head_name(struct str name, struct arena *arena)
{
	char *text = arena_text(arena, name);

	for (size_t i = 0; i < name.len; i++)
		text[i] = char_lower(text[i]);
	return (struct str){ text, name.len };
}

static struct signal_head head_of(const struct signal *s, struct arena *arena)
{
	const struct date last = { INT32_MAX }; /* whether it asks, not since when */
	struct obligation unused;

	return (struct signal_head){ .signal_id = s->id,
		.state = str_of(signal_state_word(s->state)),
		.kind = str_of(s->kind->name),
		.vulnerability = signal_head_name(s->vulnerability, arena),
		.stated = signal_head_name(s->stated, arena),
		.owes = signal_owes_acknowledgement(s),
		.alone = s->casefile_count == 0 && mdr_question_of(s, last, &unused),
		.linked = s->casefile_count > 0 || s->state == SIGNAL_DUPLICATE,
		.embargo_until = s->embargo_until,
		.said = signal_head_name(arena_printf(arena, "%.*s\n%.*s\n%.*s", STR_WHOLE(s->summary),
					     STR_WHOLE(s->reference), STR_WHOLE(s->vulnerability)),
		    arena) };
}

static bool put(struct db *db, int64_t id, struct arena *arena, struct err *e)
{
	struct signal_file file;
	struct signal_head head;

	if (!signal_read(db, id, arena, &file, e))
		return false;
	head = head_of(&file.signal, arena);
	return signal_head_put(db, &head, e);
}

static bool put_missing(struct db *db, struct err *e)
{
	SCOPED_ARENA arena = { 0 }, one = { 0 };
	int64_t *ids;
	size_t count;

	if (!signal_heads_missing(db, &arena, &ids, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		arena_reset(&one);
		if (!put(db, ids[i], &one, e))
			return err_within(e, "signal %lld", (long long)ids[i]);
	}
	return true;
}

bool signal_head_update(struct db *db, int64_t id, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	bool there;

	if (!put(db, id, &arena, e) || !signal_heads_are_there(db, &there, e))
		return false;
	return there || put_missing(db, e);
}

bool signal_heads_read(
    struct db *db, const int64_t *ids, size_t count, struct signal_sink sink, struct err *e)
{
	SCOPED_ARENA one = { 0 };
	struct signal_file file;

	for (size_t i = 0; i < count && !(sink.enough && *sink.enough); i++) {
		arena_reset(&one);
		if (!signal_read(db, ids[i], &one, &file, e))
			return err_within(e, "signal %lld", (long long)ids[i]);
		if (!sink.take(sink.ctx, &file.signal, e))
			return false;
	}
	return true;
}

static bool is_same(const struct signal_head *a, const struct signal_head *b)
{
	return str_eq(a->state, b->state) && str_eq(a->kind, b->kind) &&
	       str_eq(a->vulnerability, b->vulnerability) && str_eq(a->stated, b->stated) &&
	       a->owes == b->owes && a->alone == b->alone && a->linked == b->linked &&
	       a->embargo_until.us == b->embargo_until.us && str_eq(a->said, b->said);
}

struct comparing {
	struct db *db;
	struct arena *arena, one;
	int64_t *ids;
	size_t count, room, heads;
};

static void add_id(struct comparing *c, int64_t id)
{
	c->ids = arena_room(c->arena, c->ids, c->count, &c->room, sizeof(*c->ids));
	c->ids[c->count++] = id;
}

static bool compare(void *ctx, const struct signal *s, struct err *e)
{
	struct comparing *c = ctx;
	struct signal_head kept, is;
	bool found;

	arena_reset(&c->one);
	is = head_of(s, &c->one);
	if (!signal_head_get(c->db, s->id, &c->one, &kept, &found, e))
		return false;
	c->heads += found;
	if (!found || !is_same(&kept, &is))
		add_id(c, s->id);
	return true;
}

bool signal_heads_differing(struct db *db, struct arena *arena, int64_t **ids, size_t *count, struct err *e)
{
	struct comparing c = { .db = db, .arena = arena };
	bool done = signal_each(db, 0, (struct signal_sink){ &c, compare, NULL }, e);
	int64_t *surplus;
	size_t surplus_count;

	arena_free(&c.one);
	if (!done || !signal_heads_surplus(db, arena, &surplus, &surplus_count, e))
		return false;
	if (c.heads == 0)
		c.count = 0;
	for (size_t i = 0; i < surplus_count; i++)
		add_id(&c, surplus[i]);
	*ids = c.ids;
	*count = c.count;
	return true;
}
