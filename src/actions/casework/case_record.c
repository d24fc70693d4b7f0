#include "actions/casework/case_record.h"

#include "actions/casework/action_standing.h"

#include "actions/case_names.h"
#include "actions/casework/carrying.h"
#include "actions/casework/case_days.h"
#include "actions/casework/case_exploited.h"
#include "actions/casework/case_fit.h"
#include "actions/casework/case_given.h"
#include "actions/casework/case_named.h"
#include "actions/casework/case_needed.h"
#include "actions/casework/case_note.h"

#include "actions/casework/case_assessment.h"
#include "actions/casework/case_order.h"
#include "actions/casework/case_release.h"
#include "actions/casework/due_moves.h"
#include "actions/casework/learning_record.h"
#include "actions/casework/mdr_check.h"
#include "actions/casework/mdr_given.h"
#include "actions/casework/mdr_item_check.h"
#include "actions/casework/plan_revision.h"
#include "actions/casework/rollout.h"
#include "actions/json_merge.h"
#include "reports/casefile_record.h"
#include "store/casefiles.h"
#include "store/change.h"

bool case_record_keep(struct db *db, struct change *change, int64_t casefile_id, const struct case_record *r,
    struct str old, int64_t *id, struct arena *arena, struct err *e)
{
	struct str what = arena_printf(arena, "casefile." STR_FMT, STR_ARG(r->kind));

	return casefile_add_record(db, casefile_id, r, id, e) &&
	       change_note(change, arena_text(arena, what), casefile_subject(casefile_id, arena), old,
		   case_record_json(*id, r, arena), e);
}

bool case_check_learning_day(const struct case_view *view, struct err *e)
{
	struct date learned = view->facts.vulnerability.learned_on;
	char day[DATE_TEXT_SIZE], today[DATE_TEXT_SIZE];

	if (!date_is_known(learned))
		return true;
	if (learned.days > view->facts.today.days)
		return err_fail(e, ERR_INPUT,
		    "the vulnerability was learned of on %s, which is after today, %s",
		    date_write(learned, day), date_write(view->facts.today, today));
	if (learned.days < date_of(CASE_FIRST_YEAR, 1, 1).days)
		return err_fail(e, ERR_INPUT,
		    "the vulnerability was learned of on %s, which is before vulnerabilities had names, in "
		    "%d",
		    date_write(learned, day), CASE_FIRST_YEAR);
	return true;
}

struct amending {
	const struct case_kind *kind;
	int64_t amends; /* 0: nothing is named */
	bool guarded;	/* the store has users */
};

/* Makes *r stand in for the record it amends; the values that are singular amend the one that stands. */
static bool amend(const struct case_view *view, const struct amending *a, struct case_record *r,
    struct str *old, struct arena *arena, struct err *e)
{
	const struct case_kind *kind = a->kind;
	const struct case_record *standing = NULL;
	int64_t amends = a->amends;
	struct str facts;

	for (size_t i = 0; i < view->record_count; i++) {
		const struct case_record *at = &view->records[i];

		if (!str_eq(at->kind, str_of(kind->name)))
			continue;
		if (kind->list ? at->id == amends : at->replaces == 0)
			standing = casefile_standing(view->records, view->record_count, i);
	}
	if (!standing && amends)
		return casefile_refuse_number(
		    view->casefile.id, view->records, view->record_count, kind->name, amends, e);
	if (!standing)
		return true;
	r->replaces = standing->id;
	*old = case_record_json(standing->id, standing, arena);
	facts = standing->facts;
	if (a->guarded && str_eq(str_of(kind->name), STR("assessment")) &&
	    !case_without_approvers(facts, arena, &facts, e))
		return false;
	if (str_eq(str_of(kind->name), STR("vulnerability")) &&
	    !case_name_facts(facts, view->casefile.vulnerability, arena, &facts, e))
		return false;
	return json_merge(facts, r->facts, arena, &r->facts, e) &&
	       json_merge(standing->more, r->more, arena, &r->more, e);
}

bool case_refuse_closed(const struct casefile *c, struct err *e)
{
	char date[DATE_TEXT_SIZE];

	if (!date_is_known(c->closed_on))
		return true;
	return err_fail(e, ERR_CONFLICT, "casefile %lld was closed on %s", (long long)c->id,
		   date_write(c->closed_on, date)) ||
	       err_remedy(e, REMEDY_REOPEN);
}

/* A closed file still takes what may open it again (A16), and what answers the duties that outlast it:
 * reports of events (21 CFR 803) and periodic ones (21 CFR 814.84). */
bool case_outlasts_closing(struct str kind)
{
	return str_is_among(kind, "event|mdr_rationale|mdr_item|supplement|periodic_report|"
				  "periodic_item|report");
}

static bool says_none_is_due(struct str facts)
{
	SCOPED_ARENA arena = { 0 };
	struct report_fields fields;
	struct err unread;

	return report_fields_read(facts, &arena, &fields, &unread) &&
	       report_fields_text(&fields, STR("not_due_because")).len > 0;
}

/* That units have it already is a word about them, and no deed. */
static bool says_units_have_it(const struct case_addition *a)
{
	return str_eq(str_of(a->kind), STR("distribution")) && str_has(a->more, STR("\"" HAS_FIX_KEY "\":"));
}

/* Of a deed that is entered, and of a reason why nothing is reported, it is plain why something is owed no
 * more; so it is of the first judgment, and of the first word that the device is not affected, which says
 * why. A judgment that takes back one of before, a fact that is stated anew and a record that is amended say
 * it. */
static bool gone_is_answered(const struct case_view *before, const struct case_addition *a)
{
	const char *kind = a->kind;

	if (a->amends || says_units_have_it(a))
		return false;
	if (strcmp(kind, "supplement") == 0)
		return says_none_is_due(a->facts);
	if (str_is_among(str_of(kind), "assessment|vulnerability"))
		return before->determination.risk != RISK_UNCONTROLLED;
	return !str_is_among(str_of(kind), "correction|event|extension|clock_decision|"
					   "periodic_report");
}

bool case_record_within(struct db *db, struct change *change, const struct case_addition *a,
    struct change_by by, struct arena *arena, int64_t *id, struct err *e)
{
	const struct case_kind *kind = case_kind_find(str_of(a->kind));
	struct case_record r = {
		.kind = str_of(a->kind), .facts = a->facts, .more = a->more, .at = by.at, .who = by.who
	};
	struct str old = STR_NONE;
	struct case_view before, after;
	struct amending amending;
	struct case_stated stated;

	if (!kind)
		return err_fail(e, ERR_INPUT, "there is no kind of record \"%s\"", a->kind);
	if (!change_may(change, arena_text(arena, arena_printf(arena, "casefile.%s", a->kind)),
		casefile_subject(a->casefile_id, arena), e) ||
	    !case_view(db, a->casefile_id, DATE_NONE, by.at, arena, &before, e))
		return false;
	if (!before.determination.reopened && !case_outlasts_closing(str_of(kind->name)) &&
	    !case_refuse_closed(&before.casefile, e))
		return false;
	if (strcmp(a->kind, "assessment") == 0 && !case_assessment_fill(db, &before, arena, &r, e))
		return false;
	if (strcmp(a->kind, "vulnerability") == 0 &&
	    !case_exploited_check(db, &before.casefile, a->facts, before.facts.today, arena, e))
		return change_refuse(change, casefile_subject(a->casefile_id, arena), e);
	amending = (struct amending){ kind, a->amends, change_is_guarded(change) };
	if ((!kind->list || a->amends) && !amend(&before, &amending, &r, &old, arena, e))
		return false;
	if (old.ptr && strcmp(a->kind, "vulnerability") == 0 && !learning_restate(a, by, arena, &r.more, e))
		return false;
	if (strcmp(a->kind, "plan") == 0 &&
	    !plan_revision_note(before.records, before.record_count, a->amends, &r, arena, e))
		return false;
	if (!action_standing_note(db, &before, &r, arena, e) || !case_needed(&r, e) ||
	    !rollout_note(db, &before, &r, arena, e))
		return false;
	if (!mdr_given_cite(db, &before, &r, arena, e) || !mdr_check(db, &before, &r, by.why, e) ||
	    !mdr_given_check(db, &before, &r, by.why, e) || !mdr_item_check(&r, e))
		return change_refuse(change, casefile_subject(a->casefile_id, arena), e);
	if (!case_named(db, &before, &r, e) || !rollout_check(db, &before, &r, e) ||
	    !case_given_check(&before, &r, by.why, e) ||
	    (change_is_guarded(change) && !case_release_check(db, &before, &r, by.why, e)) ||
	    !case_order_record(&before, &r, change_is_guarded(change), by.why, e) ||
	    !rollout_check_told(&before, &r, e))
		return change_refuse(change, casefile_subject(a->casefile_id, arena), e);
	if (!case_record_keep(db, change, a->casefile_id, &r, old, id, arena, e) ||
	    !case_view(db, a->casefile_id, DATE_NONE, by.at, arena, &after, e))
		return false;
	/* what is kept by now goes with the change that is refused */
	stated = (struct case_stated){ casefile_record(after.records, after.record_count, *id), a->facts };
	if (!case_fit(&after, &stated, e))
		return change_refuse(change, casefile_subject(a->casefile_id, arena), e);
	return case_check_learning_day(&after, e) &&
	       due_moves_note(change, &before, &after,
		   (struct due_reason){ by.why, gone_is_answered(&before, a), !r.replaces }, arena, e);
}

/* What is kept is shown one day: nothing is nested deeper than a report shows it. */
static bool check_readable(struct str json, const char *what, struct arena *arena, struct err *e)
{
	struct report_fields unused;

	if (report_fields_read(json, arena, &unused, e))
		return true;
	e->code = ERR_INPUT;
	return err_within(e, "%s", what);
}

bool case_record(struct db *db, int64_t casefile_id, const char *kind, struct str facts, struct str more,
    int64_t amends, struct change_by by, int64_t *id, struct err *e)
{
	struct case_addition a = { casefile_id, kind, facts, more, amends };
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;

	return check_readable(facts, "facts", &arena, e) && check_readable(more, "more", &arena, e) &&
	       change_open(db, &by, &change, e) && case_record_within(db, change, &a, by, &arena, id, e) &&
	       change_close(&change, e);
}
