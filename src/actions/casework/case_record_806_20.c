#include "actions/casework/case_record_806_20.h"

#include "decision/evidence.h"
#include "reports/fda/fda_case.h"
#include "store/users.h"

static struct obligation *find_open(struct case_view *view)
{
	for (size_t i = 0; i < view->obligation_count; i++)
		if (view->obligations[i].kind == OBLIGATION_RECORD_806_20 &&
		    view->obligations[i].state == OBLIGATION_OPEN)
			return &view->obligations[i];
	return NULL;
}

bool case_record_806_20(struct db *db, struct case_view *view, struct arena *arena, struct err *e)
{
	struct obligation *owed = find_open(view);
	bool guarded;

	if (!owed)
		return true;
	if (!user_any(db, &guarded, e))
		return false;
	for (size_t i = 0; i < view->record_count; i++) {
		const struct case_record *r = &view->records[i];
		struct fda_issued issued;

		if (!str_eq(r->kind, STR("report")) ||
		    casefile_standing(view->records, view->record_count, i) != r)
			continue;
		if (!fda_issued_read(r, view->casefile.id, arena, &issued, e))
			return false;
		if (!str_eq(issued.kind, STR("806.20")) || !date_by(issued.made_on, view->facts.today) ||
		    (guarded &&
			!case_is_signed(&view->signatures, r->id, MEANING_DESIGNATED_PERSON, STR_NONE)))
			continue;
		owed->state = OBLIGATION_MET;
		owed->met_on = issued.made_on;
	}
	return true;
}
