#include "actions/casework/case_view.h"

#include "actions/case_names.h"
#include "actions/casework/action_standing.h"
#include "actions/casework/case_exploited.h"
#include "actions/casework/case_items.h"
#include "actions/casework/case_record_806_20.h"
#include "actions/casework/case_recorded.h"
#include "actions/casework/case_release.h"
#include "actions/casework/decide_facts.h"
#include "actions/casework/mdr_behind.h"
#include "actions/casework/mdr_check.h"
#include "actions/casework/mdr_questions.h"
#include "actions/casework/policy_differences.h"
#include "decision/evidence.h"
#include "limits.h"
#include "reports/casefile_record.h"
#include "store/casefiles.h"

#define FACTS_MOST LIMIT_RECORD_BYTES

const struct case_record *case_counting_assessment(const struct case_view *view, struct date *on)
{
	const struct assessment_fact *last = NULL;

	for (size_t i = 0; i < view->facts.assessment_count; i++) {
		const struct assessment_fact *one = &view->facts.assessments[i];

		if (date_by(one->on, view->facts.today) && (!last || one->on.days >= last->on.days))
			last = one;
	}
	if (!last)
		return NULL;
	*on = last->on;
	return casefile_listed(view->records, view->record_count, "assessment", last->index);
}

/* The records as the rules are to see them: with who signed, with what was concluded of events, with what the
 * records of the way to the field, the register and the lists of what is exploited say, and with the ISAO of
 * the day. */
static bool facts_records(const struct case_shared *shared, const struct case_view *view, struct arena *arena,
    struct case_recorded *out, struct err *e)
{
	struct case_record *records;

	return case_with_approvers(
		   &view->signatures, view->records, view->record_count, arena, &records, e) &&
	       mdr_rationales_apply(shared->db, view, records, arena, e) &&
	       case_recorded(shared->db, view, shared->setting.today, records, arena, out, e) &&
	       case_names_apply(&view->casefile, out->records, view->record_count, arena, e) &&
	       case_exploited_apply(shared->db, &view->casefile, shared->setting.today, out->records,
		   view->record_count, arena, e) &&
	       isao_periods_apply(&shared->isao, out->records, view->record_count, arena, e);
}

/* Facts to conclusions, by one version of the policy; the document stays in view->facts_json. */
static bool judge(struct case_shared *shared, const struct kept_policy *policy,
    const struct case_recorded *recorded, struct arena *arena, struct case_view *view, struct decided *out,
    struct err *e)
{
	struct case_setting setting = shared->setting;
	const struct case_shared_device *device;
	SCOPED_BUF json = buf_new(FACTS_MOST);

	if (!case_shared_device(shared, view->casefile.device_id, &device, e))
		return false;
	setting.device = device->facts;
	setting.policy = policy->json;
	setting.releases = recorded->releases;
	casefile_write_facts(&view->casefile, recorded->records, view->record_count, &setting, &json);
	if (buf_full(&json))
		return err_fail(e, ERR_LIMIT, "casefile %lld is larger than %d bytes",
		    (long long)view->casefile.id, FACTS_MOST);
	view->facts_json = arena_copy(arena, buf_str(&json));
	if (!decide_facts_in(view->facts_json, &shared->zone, arena, out, e))
		return false;
	view->policy_number = policy->number;
	view->facts = out->facts;
	view->policy = out->policy;
	view->determination = out->determination;
	view->obligations = out->obligations;
	view->obligation_count = out->obligation_count;
	return true;
}

/* The version that the assessment was made under: it names it; else the one in force when it was kept. */
static bool policy_of_assessment(const struct kept_policies *policies, const struct case_record *assessment,
    struct arena *arena, const struct kept_policy **out, struct err *e)
{
	struct report_fields fields;

	if (!report_fields_read(assessment->more, arena, &fields, e))
		return false;
	for (size_t i = 0; i < fields.count; i++)
		if (str_eq(fields.items[i].key, STR(CASE_POLICY_KEY)))
			return kept_policy_numbered(policies, fields.items[i].number, out, e);
	*out = kept_policy_at(policies, assessment->at);
	return true;
}

/* "strict (number 2)"; the defaults have no number. */
static struct str called(struct str version, int64_t number, struct arena *arena)
{
	if (number == 0)
		return version;
	return arena_printf(arena, STR_FMT " (number %lld)", STR_ARG(version), (long long)number);
}

/* A policy that came into force after the assessment is told, with what it would conclude. */
static void warn(struct case_view *view, struct arena *arena)
{
	struct determination *d = &view->determination;
	struct str last = called(view->now.version, view->now.number, arena);
	struct str own = called(d->policy_version, view->policy_number, arena);
	struct str says = arena_printf(arena,
	    "policy " STR_FMT " came into force after the assessment, which was made under policy " STR_FMT
	    "; it would conclude",
	    STR_ARG(last), STR_ARG(own));

	for (size_t i = 0; i < view->now.otherwise_count; i++)
		says = arena_printf(
		    arena, "%.*s%s%.*s", STR_WHOLE(says), i ? "; " : ": ", STR_WHOLE(view->now.otherwise[i]));
	if (view->now.otherwise_count == 0)
		says = arena_printf(arena, "%.*s the same", STR_WHOLE(says));
	determination_warn(d, "policy_changed", says, arena);
}

/* What no fact tells of. */
static bool add_items(
    const struct case_shared *shared, struct case_view *view, struct arena *arena, struct err *e)
{
	struct db *db = shared->db;

	return isao_periods_warn(&shared->isao, view, arena, e) && case_record_806_20(db, view, arena, e) &&
	       mdr_questions_add(db, view, arena, e) && mdr_warn_known_late(db, view, arena, e) &&
	       mdr_warn_behind(db, view, arena, e) &&
	       (!view->guarded || case_release_add(db, view, arena, e)) && case_items_add(view, arena, e) &&
	       action_standing_add(db, view, arena, e);
}

static bool judge_in(struct case_shared *shared, struct arena *arena, struct case_view *view, struct err *e)
{
	const struct kept_policies *policies = &shared->policies;
	const struct kept_policy *last, *own;
	const struct case_record *assessment;
	struct decided by_last, by_own;
	struct case_recorded records;
	struct date on;

	view->guarded = shared->guarded;
	if (!facts_records(shared, view, arena, &records, e))
		return false;
	last = own = kept_policy_last(policies);
	if (!judge(shared, last, &records, arena, view, &by_last, e))
		return false;
	view->now = (struct case_policy_now){ last->number, by_last.policy.version, NULL, 0 };
	assessment = case_counting_assessment(view, &on);
	if (assessment && !policy_of_assessment(policies, assessment, arena, &own, e))
		return false;
	if (own != last) {
		if (!judge(shared, own, &records, arena, view, &by_own, e))
			return false;
		policy_differences(
		    &by_own, &by_last, arena, &view->now.otherwise, &view->now.otherwise_count);
		warn(view, arena);
	}
	return add_items(shared, view, arena, e);
}

bool case_judge(struct db *db, struct date today, struct instant now, struct arena *arena,
    struct case_view *view, struct err *e)
{
	struct case_shared alone;

	return case_shared_open(db, today, now, arena, &alone, e) && judge_in(&alone, arena, view, e);
}

bool case_judge_by(struct db *db, const struct kept_policy *policy, struct arena *arena,
    struct case_view *view, struct err *e)
{
	struct case_recorded records;
	struct case_shared alone;
	struct decided unused;

	return case_shared_open(db, view->facts.today, INSTANT_NONE, arena, &alone, e) &&
	       facts_records(&alone, view, arena, &records, e) &&
	       judge(&alone, policy, &records, arena, view, &unused, e) && add_items(&alone, view, arena, e);
}

static bool read_file(
    struct db *db, int64_t casefile_id, struct arena *arena, struct case_view *view, struct err *e)
{
	return casefile_get(db, casefile_id, arena, &view->casefile, e) &&
	       casefile_records(db, casefile_id, arena, &view->records, &view->record_count, e) &&
	       case_signatures(
		   db, casefile_id, view->records, view->record_count, arena, &view->signatures, e);
}

bool case_view(struct db *db, int64_t casefile_id, struct date today, struct instant now, struct arena *arena,
    struct case_view *out, struct err *e)
{
	struct case_view view = { 0 };

	if (!read_file(db, casefile_id, arena, &view, e) || !case_judge(db, today, now, arena, &view, e))
		return false;
	*out = view;
	return true;
}

bool case_view_shared(struct case_shared *shared, int64_t casefile_id, struct arena *arena,
    struct case_view *out, struct err *e)
{
	struct case_view view = { .shared = shared };

	if (!read_file(shared->db, casefile_id, arena, &view, e) || !judge_in(shared, arena, &view, e))
		return false;
	*out = view;
	return true;
}

bool case_stands(const struct case_view *view, size_t i, const char *kind)
{
	return str_eq(view->records[i].kind, str_of(kind)) &&
	       casefile_standing(view->records, view->record_count, i) == &view->records[i];
}
