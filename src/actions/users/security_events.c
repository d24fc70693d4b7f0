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

#define LOOKED_AT 1000 /* entries at a time */

struct paging {
	const struct security_event_page *page;
	struct trail_sink to;
	int64_t looked_at, last, found;
};

static bool page_entry(void *ctx, const struct trail_entry *entry, struct err *e)
{
	struct paging *p = ctx;

	p->looked_at++;
	p->last = entry->number;
	if (p->found == p->page->most || !security_event_is(entry))
		return true;
	p->found++;
	return p->to.entry(p->to.ctx, entry, e);
}

bool security_events_page(
    struct db *db, const struct security_event_page *page, struct trail_sink to, struct err *e)
{
	struct paging p = { .page = page, .to = to, .last = page->before };

	do {
		struct trail_filter f = {
			.before = p.last, .from = page->since, .until = INSTANT_NONE, .most = LOOKED_AT
		};

		p.looked_at = 0;
		if (!trail_page(db, &f, (struct trail_sink){ &p, page_entry }, e))
			return false;
	} while (p.looked_at == LOOKED_AT && p.found < page->most);
	return true;
}

/* Numbers of a user's sign-ins: the last one, the one before; 0: there is none. */
struct sign_ins {
	int64_t last, before;
};

static bool take_sign_in(void *ctx, const struct trail_entry *entry, struct err *e)
{
	struct sign_ins *s = ctx;

	(void)e;
	if (str_eq(entry->what, STR("user.sign-in")))
		*s = (struct sign_ins){ entry->number, s->last };
	return true;
}

struct counting {
	int64_t end; /* entries from here on do not count */
	int64_t count;
};

static bool count_entry(void *ctx, const struct trail_entry *entry, struct err *e)
{
	struct counting *c = ctx;

	(void)e;
	c->count += entry->number < c->end && security_event_is(entry);
	return true;
}

bool security_events_since(struct db *db, struct str name, int64_t *count, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct str object = arena_printf(&arena, "user " STR_FMT, STR_ARG(name));
	struct sign_ins s = { 0 };
	struct counting c = { 0 };

	if (!trail_read(db, object, (struct trail_sink){ &s, take_sign_in }, e))
		return false;
	c.end = s.last;
	if (s.before && !trail_after(db, s.before, (struct trail_sink){ &c, count_entry }, e))
		return false;
	*count = c.count;
	return true;
}
