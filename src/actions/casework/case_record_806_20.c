#include "actions/casework/case_record_806_20.h"

#include "actions/casework/action_register.h"
#include "decision/evidence.h"
#include "reports/fda/record_806_20.h"

static struct obligation *find_open(struct case_view *view)
{
	for (size_t i = 0; i < view->obligation_count; i++)
		if (view->obligations[i].kind == OBLIGATION_RECORD_806_20 &&
		    view->obligations[i].state == OBLIGATION_OPEN)
			return &view->obligations[i];
	return NULL;
}

static void owe_anew(struct case_view *view, struct obligation *owed, struct str says, struct arena *arena)
{
	owed->state = OBLIGATION_OPEN;
	owed->met_on = DATE_NONE;
	determination_warn(&view->determination, "record_806_20_overtaken", says, arena);
}

/* Does the register say something else of the device and its units than when the record was issued? One that
 * was issued before it kept that does not tell. */
static bool look_at_register(struct db *db, struct case_view *view, const struct case_record *record,
    struct obligation *owed, struct arena *arena, struct err *e)
{
	struct fda_issued issued;
	struct report_fields fields;
	struct action_register now;
	struct str changed, new;

	if (!fda_issued_read(record, view->casefile.id, arena, &issued, e) ||
	    !report_fields_read(record->more, arena, &fields, e) ||
	    !action_register(db, view, arena, &now, e))
		return false;
	changed = action_register_changed(&now, &fields, arena);
	new = action_register_new(&now, &issued, arena);
	if (changed.len)
		owe_anew(view, owed,
		    arena_printf(arena,
			"record %lld of 806.20 does not know what the register says by now of %.*s%s%.*s%s: "
			"a "
			"new record is owed",
			(long long)record->id, STR_WHOLE(changed), new.len ? " (" : "", STR_WHOLE(new),
			new.len ? " came in)" : ""),
		    arena);
	return true;
}

bool case_record_806_20(struct db *db, struct case_view *view, struct arena *arena, struct err *e)
{
	struct obligation *owed = find_open(view);
	const struct case_record *overtaken = NULL, *last = NULL;

	if (!owed)
		return true;
	for (size_t i = 0; i < view->record_count; i++) {
		const struct case_record *r = &view->records[i];
		struct fda_issued issued;

		if (!str_eq(r->kind, STR("report")) ||
		    casefile_standing(view->records, view->record_count, i) != r)
			continue;
		if (!fda_issued_read(r, view->casefile.id, arena, &issued, e))
			return false;
		if (!str_eq(issued.kind, STR("806.20")) || !date_by(issued.made_on, view->facts.today) ||
		    (view->guarded &&
			!case_is_signed(&view->signatures, r->id, MEANING_DESIGNATED_PERSON, STR_NONE)))
			continue;
		overtaken = record_806_20_overtaken(view->records, view->record_count, r->id);
		last = r;
		owed->state = overtaken ? OBLIGATION_OPEN : OBLIGATION_MET;
		owed->met_on = overtaken ? DATE_NONE : issued.made_on;
	}
	if (last && !overtaken)
		return look_at_register(db, view, last, owed, arena, e);
	if (overtaken)
		owe_anew(view, owed,
		    arena_printf(arena,
			"record %lld of 806.20 does not know " STR_FMT
			" %lld, which was added behind it: a new record is owed",
			(long long)last->id, STR_ARG(overtaken->kind), (long long)overtaken->id),
		    arena);
	return true;
}
