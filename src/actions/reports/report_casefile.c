#include "actions/reports/report_casefile.h"

#include "actions/casework/case_context.h"
#include "actions/casework/case_drift.h"
#include "actions/casework/case_ssvc.h"
#include "actions/casework/issued_reports.h"
#include "actions/casework/mdr_questions.h"
#include "records/verify.h"
#include "store/devices.h"
#include "store/trails.h"

struct reading_trail {
	struct arena *arena;
	struct trail_entry *entries;
	size_t count, room;
	struct verify verify;
	struct instant newest;
	struct str first_fault;
};

static bool keep_entry(void *ctx, const struct trail_entry *entry, struct err *e)
{
	struct reading_trail *t = ctx;
	struct trail_entry *to;

	(void)e;
	t->entries = arena_room(t->arena, t->entries, t->count, &t->room, sizeof(*t->entries));
	to = &t->entries[t->count++];
	*to = *entry;
	to->who = arena_copy_optional(t->arena, entry->who);
	to->what = arena_copy_optional(t->arena, entry->what);
	to->object = arena_copy_optional(t->arena, entry->object);
	to->old = arena_copy_optional(t->arena, entry->old);
	to->new = arena_copy_optional(t->arena, entry->new);
	to->why = arena_copy_optional(t->arena, entry->why);
	return true;
}

static void note_fault(struct reading_trail *t, const struct err *fault)
{
	if (!t->first_fault.len)
		t->first_fault = arena_copy(t->arena, str_of(fault->text));
}

static bool verify_one(void *ctx, const struct trail_entry *entry, struct err *e)
{
	struct reading_trail *t = ctx;
	struct err fault = { 0 };

	(void)e;
	t->newest = entry->at;
	if (!verify_entry(&t->verify, entry, &fault))
		note_fault(t, &fault);
	return true;
}

static bool verify_trail(struct db *db, struct reading_trail *t, struct report_verification *v, struct err *e)
{
	struct err fault = { 0 };
	bool done = trail_read(db, STR_NONE, (struct trail_sink){ t, verify_one }, e) &&
		    trail_head(db, &v->head_number, &v->head, e);

	verify_clear(&t->verify);
	if (!done)
		return false;
	if (!verify_end(&t->verify, v->head_number, &v->head, &fault))
		note_fault(t, &fault);
	v->at = t->newest;
	v->entries = t->verify.entries;
	v->faults = t->verify.faults;
	v->clock_steps = t->verify.clock_steps;
	v->first_fault = t->first_fault;
	return true;
}

static bool read_trail(struct db *db, struct arena *arena, struct casefile_report *r, struct err *e)
{
	struct str object = casefile_subject(r->casefile.id, arena);
	struct reading_trail t = { .arena = arena };

	if (!trail_read(db, object, (struct trail_sink){ &t, keep_entry }, e))
		return false;
	r->trail = t.entries;
	r->trail_count = t.count;
	return r->is_unverified || verify_trail(db, &t, &r->verification, e);
}

static bool read_drift(struct db *db, const struct case_view *view, struct arena *arena,
    struct casefile_report *r, struct err *e)
{
	struct case_drift drift;
	struct context now;

	if (!case_drift_of(db, view, arena, &drift, e) || !case_context_gather(db, view, arena, &now, e) ||
	    !case_ssvc_lines(&now, view->records, view->record_count, arena, &r->beside, &r->beside_count, e))
		return false;
	r->since = arena_alloc(arena, drift.change_count ? drift.change_count : 1, sizeof(*r->since));
	for (size_t i = 0; i < drift.change_count; i++)
		r->since[r->since_count++] = context_change_says(&drift.changes[i], arena);
	return true;
}

/* Reasons for not reporting that have fallen. */
static bool read_overtaken(const struct case_view *view, struct arena *arena, const bool **out, struct err *e)
{
	bool *overtaken = arena_alloc(arena, view->record_count + 1, sizeof(*overtaken));

	for (size_t i = 0; i < view->record_count; i++)
		if (case_stands(view, i, "mdr_rationale") &&
		    !mdr_rationale_overtaken(view, &view->records[i], arena, &overtaken[i], e))
			return false;
	*out = overtaken;
	return true;
}

static bool read_all(struct db *db, int64_t casefile_id, struct date today, struct instant now,
    struct arena *arena, struct casefile_report *r, struct err *e)
{
	struct case_view *view = arena_alloc(arena, 1, sizeof(*view));

	if (!case_view(db, casefile_id, today, now, arena, view, e) ||
	    !issued_reports_number(db, view, arena, e) ||
	    !read_overtaken(view, arena, &r->record_overtaken, e) ||
	    !device_by_id(db, view->casefile.device_id, arena, &r->device, e))
		return false;
	r->casefile = view->casefile;
	r->case_records = view->records;
	r->case_record_count = view->record_count;
	r->signatures = view->signatures.items;
	r->signature_holds = view->signatures.holds;
	r->signature_count = view->signatures.count;
	r->facts = &view->facts;
	r->policy = &view->policy;
	r->determination = &view->determination;
	r->obligations = view->obligations;
	r->obligation_count = view->obligation_count;
	return read_trail(db, arena, r, e) && read_drift(db, view, arena, r, e);
}

static bool make(struct db *db, int64_t casefile_id, struct date today, struct instant now,
    struct arena *arena, struct casefile_report *out, struct err *e)
{
	struct casefile_report r = *out;
	bool done;

	r.program = STR("aftercare " PROGRAM_VERSION);
	if (!db_read_begin(db, e))
		return false;
	done = read_all(db, casefile_id, today, now, arena, &r, e);
	db_read_end(db);
	if (!done || !casefile_report_make(&r, arena, e))
		return false;
	*out = r;
	return true;
}

bool report_casefile(struct db *db, int64_t casefile_id, struct date today, struct instant now,
    struct arena *arena, struct casefile_report *out, struct err *e)
{
	struct casefile_report r = { 0 };

	if (!make(db, casefile_id, today, now, arena, &r, e))
		return false;
	*out = r;
	return true;
}

bool report_casefile_unverified(struct db *db, int64_t casefile_id, struct date today, struct instant now,
    struct arena *arena, struct casefile_report *out, struct err *e)
{
	struct casefile_report r = { .is_unverified = true };

	if (!make(db, casefile_id, today, now, arena, &r, e))
		return false;
	*out = r;
	return true;
}
