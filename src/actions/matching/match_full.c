/* match_everything(): every configuration, then every component. */
#include <stdlib.h>

#include "actions/matching/matching_run.h"
#include "base/memory.h"

#define PAGE 512 /* components side by side, as the statement gives them */
#define PAGE_BYTES (16 << 20)

struct page {
	struct arena arena;
	struct match_item items[PAGE];
	struct id_set lists[PAGE];
	struct str contents[PAGE];
	size_t count;
	int64_t last;
};

/* Advisories that had configurations once and have none now, before those that have. */
static bool drop_stale(struct matching_run *m, struct err *e)
{
	SCOPED_ID_SET stale = { 0 };
	struct statement *s = db_use(m->db, SQL_CONFIG_LISTS_STALE);
	bool more;

	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		id_set_add(&stale, db_int(s, 0));
	}
	for (size_t i = 0; i < stale.count; i++)
		if (!matching_run_judge(m, NULL, stale.ids[i], STR(""), e))
			return false;
	return true;
}

static bool all_configs(struct matching_run *m, struct err *e)
{
	return drop_stale(m, e) && matching_run_judge_all(m, NULL, 0, e);
}

static void clear_page(struct page *p)
{
	for (size_t i = 0; i < p->count; i++)
		id_set_clear(&p->lists[i]);
	arena_reset(&p->arena);
	p->count = 0;
}

static bool read_page(struct matching_run *m, struct page *p, struct err *e)
{
	struct statement *s = db_use(m->db, SQL_COMPONENT_PAGE);
	bool more;

	db_bind_int(s, 1, p->last);
	while (p->count < PAGE && p->arena.used < PAGE_BYTES) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		p->last = db_int(s, 0);
		p->items[p->count] = (struct match_item){ .component_id = p->last };
		p->contents[p->count] = arena_copy(&p->arena, db_blob(s, 1));
		p->lists[p->count] = (struct id_set){ 0 };
		if (!id_set_read(db_blob(s, 2), &p->lists[p->count++])) {
			db_done(s);
			return err_fail(
			    e, ERR_STORE, "the lists of component %lld are damaged", (long long)p->last);
		}
	}
	db_done(s);
	return true;
}

static bool next_page(struct matching_run *m, struct page *p, bool *more, struct err *e)
{
	clear_page(p);
	if (!read_page(m, p, e))
		return false;
	*more = p->count > 0;
	for (size_t i = 0; i < p->count; i++)
		if (!matching_run_load(
			m, p->items[i].component_id, p->contents[i], &p->arena, &p->items[i], e))
			return false;
	return matching_run_whole(m, p->items, p->lists, p->count, e);
}

static bool all_components(struct matching_run *m, struct err *e)
{
	struct page *p = memory_alloc(1, sizeof(*p));
	bool more = true, done = true;

	while (done && more)
		done = next_page(m, p, &more, e);
	clear_page(p);
	arena_free(&p->arena);
	free(p);
	return done;
}

bool match_everything(struct db *db, struct match_by by, struct match_run *out, struct err *e)
{
	SCOPED_MATCHING_RUN *m = NULL;
	struct match_run run = { .at = by.at, .cause = by.cause, .trail = by.trail };

	if (!matching_run_open(db, run, false, &m, e) || !match_heads_all(m->heads, e) ||
	    !all_configs(m, e) || !all_components(m, e) || !recorder_finish(&m->recorder, e) ||
	    !matches_set_current(db, e))
		return false;
	*out = m->recorder.run;
	return true;
}
