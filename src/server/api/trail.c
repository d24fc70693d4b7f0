/*
 * /api/v1/trail - the audit trail, newest first; whether it is whole; what of it touches security.
 */
#include "actions/trail/trail_file.h"
#include "actions/trail/verify_store.h"
#include "actions/users/security_events.h"
#include "base/number.h"
#include "limits.h"
#include "records/security_event.h"
#include "records/trail_json.h"
#include "records/user.h"

#include "server/page.h"
#include "server/tables.h"
#include "server/temporary.h"
#include "store/trails.h"

#define ENTRIES 100
#define FAULTS_MOST 1000

struct writing {
	struct json_out *w;
	int64_t count, last, most;
};

static bool write_entry(void *ctx, const struct trail_entry *entry, struct err *e)
{
	struct writing *writing = ctx;

	(void)e;
	writing->last = entry->number;
	if (writing->count++ < writing->most)
		trail_write_json(entry, true, writing->w);
	return true;
}

static bool read_filter(struct exchange *x, struct trail_filter *f, int64_t *limit, struct err *e)
{
	struct date from = DATE_NONE, to = DATE_NONE;

	*limit = ENTRIES;
	if (!exchange_query(x, "object", &f->object, e) || !exchange_query(x, "who", &f->who, e) ||
	    !exchange_query(x, "what", &f->what, e) || !exchange_query_date(x, "from", &from, e) ||
	    !exchange_query_date(x, "to", &to, e) ||
	    !exchange_query_number(x, "limit", 1, LIMIT_PAGE_ROWS, limit, e) ||
	    !exchange_query_number(x, "cursor", 1, INT64_MAX, &f->before, e))
		return false;
	if (date_is_known(from))
		f->from = (struct instant){ from.days * DAY_US };
	if (date_is_known(to))
		f->until = (struct instant){ (to.days + 1) * DAY_US };
	f->most = *limit + 1;
	return true;
}

/* One more is read than is shown: whether there is a next page. */
static bool get_trail(struct exchange *x, struct err *e)
{
	struct trail_filter f = { .before = INT64_MAX, .from = INSTANT_NONE, .until = INSTANT_NONE };
	struct writing writing = { 0 };
	int64_t limit;

	if (!read_filter(x, &f, &limit, e))
		return false;
	writing.w = page_begin(x);
	writing.most = limit;
	json_open_array(writing.w);
	if (!trail_page(x->db, &f, (struct trail_sink){ &writing, write_entry }, e)) {
		json_out_drop(writing.w);
		return false;
	}
	json_close_array(writing.w);
	json_field_text_or_null(writing.w, "next",
	    writing.count > limit ? arena_printf(&x->arena, "%lld", (long long)writing.last + 1) : STR_NONE);
	json_close_object(writing.w);
	return answer_json_close(x, writing.w, e);
}

static void write_fault(void *ctx, const char *says)
{
	struct writing *writing = ctx;

	if (writing->count++ < writing->most)
		json_put_text(writing->w, str_of(says));
}

static bool get_verify(struct exchange *x, struct err *e)
{
	struct writing writing = { .most = FAULTS_MOST };
	struct store_verification v = { 0 };
	struct json_out *w = answer_json(x);

	writing.w = w;
	json_open_object(w);
	json_key(w, "faults");
	json_open_array(w);
	if (!verify_store(x->db, (struct verify_sink){ &writing, write_fault }, &v, e)) {
		json_out_drop(w);
		return false;
	}
	json_close_array(w);
	json_field_bool(w, "whole", v.trail.faults == 0 && v.faults == 0);
	json_field_int(w, "fault_count", v.trail.faults + v.faults);
	json_field_int(w, "entries", v.trail.entries);
	json_field_int(w, "clock_steps", v.trail.clock_steps);
	json_field_int(w, "records", v.records);
	json_field_int(w, "signatures", v.signatures);
	json_field_int(w, "attachments", v.attachments);
	json_field_int(w, "earlier", v.earlier);
	json_close_object(w);
	return answer_json_close(x, w, e);
}

static bool write_event(void *ctx, const struct trail_entry *entry, struct err *e)
{
	struct writing *writing = ctx;
	struct json_out *w = writing->w;
	char at[INSTANT_TEXT_SIZE];

	(void)e;
	if (writing->count++ >= writing->most)
		return true;
	writing->last = entry->number;
	json_open_object(w);
	json_field_int(w, "entry", entry->number);
	json_field_text(w, "at", str_of(instant_write(entry->at, at)));
	json_field_text(w, "what", entry->what);
	json_field_text(w, "who", entry->who);
	json_field_text(w, "object", entry->object);
	json_field_text(w, "says", security_event_says(entry));
	json_close_object(w);
	return true;
}

static bool get_events(struct exchange *x, struct err *e)
{
	struct security_event_page page = { .since = INSTANT_NONE, .before = INT64_MAX };
	struct writing writing = { .most = ENTRIES };
	struct date since = DATE_NONE;

	if (!exchange_query_date(x, "since", &since, e) ||
	    !exchange_query_number(x, "limit", 1, LIMIT_PAGE_ROWS, &writing.most, e) ||
	    !exchange_query_number(x, "cursor", 1, INT64_MAX, &page.before, e))
		return false;
	if (date_is_known(since))
		page.since = (struct instant){ since.days * DAY_US };
	page.most = writing.most + 1;
	writing.w = page_begin(x);
	json_open_array(writing.w);
	if (!security_events_page(x->db, &page, (struct trail_sink){ &writing, write_event }, e)) {
		json_out_drop(writing.w);
		return false;
	}
	json_close_array(writing.w);
	json_field_text_or_null(writing.w, "next",
	    writing.count > writing.most ? arena_printf(&x->arena, "%lld", (long long)writing.last)
					 : STR_NONE);
	json_close_object(writing.w);
	return answer_json_close(x, writing.w, e);
}

/* All of it from an entry on, as "audit export" writes it. */
static bool get_export(struct exchange *x, struct err *e)
{
	int64_t from = 1, count;
	bool done;
	FILE *to;

	if (!exchange_query_number(x, "from", 1, INT64_MAX, &from, e) || !temporary_open(&to, e))
		return false;
	done = trail_file_write(x->db, from, to, &count, e) &&
	       temporary_keep(to, "the audit trail", &x->answer.file, e);
	fclose(to);
	if (!done)
		return false;
	x->answer.status = 200;
	x->answer.type = "application/x-ndjson";
	answer_header(x, "Content-Disposition", STR("attachment; filename=\"audit-trail.jsonl\""));
	return true;
}

const struct route routes_trail[] = {
	{ METHOD_GET, "/api/v1/trail", get_trail, ROUTE_SLOW, 0, NULL },
	{ METHOD_GET, "/api/v1/trail/verify", get_verify, ROUTE_SLOW, 0, NULL },
	{ METHOD_GET, "/api/v1/trail/export", get_export, ROUTE_SLOW, 0, NULL },
	{ METHOD_GET, "/api/v1/security-events", get_events, ROUTE_SLOW, ROLE_ADMINISTRATOR, NULL },
	{ 0 },
};
