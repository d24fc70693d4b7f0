/*
 * /api/v1/match - kept matches brought up to date, as a job; /api/v1/match/events - which findings appeared,
 * vanished or changed (docs/man/match.md).
 */
#include "actions/clock.h"
#include "actions/matching/match_events_json.h"
#include "actions/matching/rematch.h"
#include "base/memory.h"
#include "base/number.h"
#include "limits.h"
#include "server/body.h"
#include "server/jobs.h"
#include "server/page.h"
#include "server/permission.h"
#include "server/tables.h"

struct matching {
	struct arena arena;
	struct change_by by;
	bool full;
};

static void matching_free(void *of)
{
	struct matching *m = of;

	arena_free(&m->arena);
	free(m);
}

static bool run(void *of, struct db *db, struct job *job, struct json_out *result, struct err *e)
{
	struct matching *m = of;
	struct match_run made;
	bool done;

	(void)job;
	m->by.at = instant_now();
	if (!rematch(db, m->full, m->by, &done, &made, e))
		return false;
	match_run_json(result, done, &made);
	return true;
}

static bool post_match(struct exchange *x, struct err *e)
{
	struct matching *m;
	bool full = false;
	struct str why;
	struct body b;

	if (!body_read(x, "full|why", &b, e) || !body_bool(&b, "full", &full, e) ||
	    !body_text(&b, "why", &why, e) || !permission_has(x, "match.full", STR("matches"), e))
		return false;
	m = memory_alloc(1, sizeof(*m));
	m->full = full;
	m->by = job_by(x, why, &m->arena);
	return job_begin(x, &(struct job_work){ "match.full", run, matching_free, m }, e);
}

/* Behind which event a page begins: the run, its change, and the release; 0: before the first. */
struct place {
	int64_t run, change, release;
};

struct writing {
	struct json_out *w;
	struct place from, next;
	int64_t count, most;
	bool more;
};

static bool was_told(const struct place *from, const struct place *at)
{
	if (at->run != from->run)
		return false; /* earlier runs are not read */
	return at->change < from->change || (at->change == from->change && at->release <= from->release);
}

static bool write_event(void *ctx, const struct match_event_row *row, struct err *e)
{
	struct place at = { row->run->id, row->change, row->release ? row->release->id : 0 };
	struct writing *t = ctx;

	if (was_told(&t->from, &at))
		return true;
	if (t->count == t->most) {
		t->more = true;
		return err_fail(e, ERR_LIMIT, "the page is full");
	}
	match_event_json(t->w, row);
	t->count++;
	t->next = at;
	return true;
}

static bool read_cursor(struct exchange *x, struct place *from, struct err *e)
{
	struct str text, run, change;

	if (!exchange_query(x, "cursor", &text, e))
		return false;
	if (!text.ptr)
		return true;
	return (str_cut(&text, '.', &run) && str_cut(&text, '.', &change) &&
		   number_parse(run, "run", 1, INT64_MAX, &from->run, e) &&
		   number_parse(change, "change", 1, INT64_MAX, &from->change, e) &&
		   number_parse(text, "release", 0, INT64_MAX, &from->release, e)) ||
	       err_fail(e, ERR_USAGE, "query: cursor is none that this address has given");
}

static bool get_events(struct exchange *x, struct err *e)
{
	struct writing t = { .most = 100 };
	int64_t since = 0;
	struct err stopped = { 0 };

	if (!exchange_query_number(x, "since", 0, INT64_MAX, &since, e) ||
	    !exchange_query_number(x, "limit", 1, LIMIT_PAGE_ROWS, &t.most, e) || !read_cursor(x, &t.from, e))
		return false;
	if (t.from.run)
		since = t.from.run - 1;
	t.w = page_begin(x);
	json_open_array(t.w);
	if (!match_events_read(x->db, since, (struct match_event_sink){ &t, write_event }, &stopped) &&
	    !t.more) {
		json_out_drop(t.w);
		*e = stopped;
		return false;
	}
	json_close_array(t.w);
	json_field_text_or_null(t.w, "next",
	    t.more ? arena_printf(&x->arena, "%lld.%lld.%lld", (long long)t.next.run,
			 (long long)t.next.change, (long long)t.next.release)
		   : STR_NONE);
	json_close_object(t.w);
	return answer_json_close(x, t.w, e);
}

const struct route routes_matches[] = {
	{ METHOD_POST, "/api/v1/match", post_match, 0, 0, "match.full" },
	{ METHOD_GET, "/api/v1/match/events", get_events, ROUTE_SLOW, 0, NULL },
	{ 0 },
};
