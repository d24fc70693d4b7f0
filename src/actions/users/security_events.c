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
