#include "actions/casework/case_record_806_20.h"

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

bool case_record_806_20(struct case_view *view, struct arena *arena, struct err *e)
{
	struct obligation *owed = find_open(view);
	const struct case_record *overtaken = NULL;
	int64_t old = 0;

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
		old = r->id;
		owed->state = overtaken ? OBLIGATION_OPEN : OBLIGATION_MET;
		owed->met_on = overtaken ? DATE_NONE : issued.made_on;
	}
	if (overtaken)
		determination_warn(&view->determination, "record_806_20_overtaken",
		    arena_printf(arena,
			"record %lld of 806.20 does not know " STR_FMT
			" %lld, which was added behind it: a new record is owed",
			(long long)old, STR_ARG(overtaken->kind), (long long)overtaken->id),
		    arena);
	return true;
}
