#include "actions/users/security_events.h"

#include "records/security_event.h"

struct picking {
	struct trail_sink to;
	struct instant since;
};

static bool pick_entry(void *ctx, const struct trail_entry *entry, struct err *e)
{
	struct picking *p = ctx;

	return !security_event_is(entry) || entry->at.us < p->since.us || p->to.entry(p->to.ctx, entry, e);
}

bool security_events_read(struct db *db, struct instant since, struct trail_sink to, struct err *e)
{
	struct picking p = { to, since };

	return trail_read(db, STR_NONE, (struct trail_sink){ &p, pick_entry }, e);
}

struct counting {
	struct str object; /* "user anna" */
	int64_t sign_ins;
	int64_t since, between; /* the last sign-in; the last two */
};

static bool take_entry(void *ctx, const struct trail_entry *entry, struct err *e)
{
	struct counting *c = ctx;

	(void)e;
	c->since += security_event_is(entry);
	if (!str_eq(entry->what, STR("user.sign-in")) || !str_eq(entry->object, c->object))
		return true;
	c->between = c->since;
	c->since = 0;
	c->sign_ins++;
	return true;
}

bool security_events_since(struct db *db, struct str name, int64_t *count, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct counting c = { .object = arena_printf(&arena, "user " STR_FMT, STR_ARG(name)) };

	if (!trail_read(db, STR_NONE, (struct trail_sink){ &c, take_entry }, e))
		return false;
	*count = c.sign_ins > 1 ? c.between : 0;
	return true;
}
