#include "actions/casework/rollout.h"

#include <stdlib.h>

#include "decision/evidence.h"
#include "reports/casefile_record.h"
#include "store/consignees.h"

#define PASSED STR("pass")
#define FAILED STR("fail")

/* A record of the way to the field, its members read. */
struct step {
	int64_t record, fix, units, known_units; /* units, fix: -1 where not stated */
	struct date on;
	struct str release, result, reason, consignee;
	struct report_fields fields;
};

static int64_t number_of(const struct report_fields *f, struct str key)
{
	for (size_t i = 0; i < f->count; i++)
		if (str_eq(f->items[i].key, key) && f->items[i].kind == REPORT_NUMBER)
			return f->items[i].number;
	return -1;
}

static bool read_step(const struct case_record *r, struct arena *arena, struct step *out, struct err *e)
{
	struct step s = { .record = r->id, .on = DATE_NONE };
	struct str on;

	if (!report_fields_read(r->more, arena, &s.fields, e))
		return err_within(e, "record %lld", (long long)r->id);
	on = report_fields_text(&s.fields, STR("on"));
	if (on.len && !date_parse(on, &s.on, e))
		return err_within(e, "record %lld: on", (long long)r->id);
	s.fix = number_of(&s.fields, STR("fix"));
	s.units = number_of(&s.fields, STR("units"));
	s.known_units = number_of(&s.fields, STR("known_units"));
	s.release = report_fields_text(&s.fields, STR("release"));
	s.result = report_fields_text(&s.fields, STR("result"));
	s.reason = report_fields_text(&s.fields, STR("reason"));
	s.consignee = report_fields_text(&s.fields, STR("consignee"));
	*out = s;
	return true;
}

/* The records of a kind that stand and are dated by as_of. In the arena. */
static bool read_steps(const struct case_view *view, struct str kind, struct date as_of, struct arena *arena,
    struct step **out, size_t *count, struct err *e)
{
	struct step *steps = arena_alloc(arena, view->record_count, sizeof(*steps));
	size_t found = 0;

	for (size_t i = 0; i < view->record_count; i++) {
		const struct case_record *r = &view->records[i];

		if (!str_eq(r->kind, kind) || casefile_standing(view->records, view->record_count, i) != r)
			continue;
		if (!read_step(r, arena, &steps[found], e))
			return false;
		found += date_by(steps[found].on, as_of);
	}
	*out = steps;
	*count = found;
	return true;
}

/* --- rollouts --- */

static int by_day(const void *left, const void *right)
{
	const struct rollout_step *a = left, *b = right;

	return (a->on.days > b->on.days) - (a->on.days < b->on.days);
}

/* Adds what was installed; units that are out of use, lost or refused leave the target. */
static void add_installations(
    struct metric_rollout *to, const struct step *steps, size_t count, struct arena *arena)
{
	struct rollout_step *done = arena_alloc(arena, count, sizeof(*done));
	size_t found = 0;

	for (size_t i = 0; i < count; i++) {
		if (!str_eq(steps[i].release, to->release) || steps[i].units < 0)
			continue;
		if (steps[i].reason.len) {
			to->rollout.installed -= steps[i].units;
		} else {
			done[found++] = (struct rollout_step){ steps[i].on, steps[i].units };
		}
	}
	if (to->rollout.installed < 0)
		to->rollout.installed = 0;
	if (to->rollout.known > to->rollout.installed) /* those of which nothing was known go first */
		to->rollout.known = to->rollout.installed;
	if (found)
		qsort(done, found, sizeof(*done), by_day);
	to->rollout.steps = done;
	to->rollout.step_count = found;
}

static struct metric_rollout *find_release(struct metric_rollout *list, size_t count, struct str release)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(list[i].release, release))
			return &list[i];
	return NULL;
}

#define MOST_TARGET_DAYS 36525 /* a century: days beyond it are as good as none */

/* So many days as the plan that stands sets, if it was made by a day: that day lies among the casefile's
 * facts. */
static bool planned_days(
    const struct case_view *view, struct date as_of, struct arena *arena, int64_t *out, struct err *e)
{
	struct step plan;

	*out = ROLLOUT_UNPLANNED;
	for (size_t i = 0; i < view->record_count && date_by(view->facts.plan.on, as_of); i++) {
		const struct case_record *r = &view->records[i];

		if (!str_eq(r->kind, STR("plan")) ||
		    casefile_standing(view->records, view->record_count, i) != r)
			continue;
		if (!read_step(r, arena, &plan, e))
			return false;
		*out = number_of(&plan.fields, STR("target_days"));
	}
	if (*out > MOST_TARGET_DAYS)
		*out = MOST_TARGET_DAYS;
	return true;
}

/* The targets of several distributions of a release are added up; it is available with the first. */
static void add_distribution(struct metric_rollout *list, size_t *count, const struct step *s)
{
	struct metric_rollout *to = find_release(list, *count, s->release);
	int64_t units = s->units > 0 ? s->units : 0;

	if (!to) {
		to = &list[(*count)++];
		to->release = s->release;
		to->rollout.available_on = s->on;
	}
	to->rollout.available_on = date_earlier(to->rollout.available_on, s->on);
	to->rollout.installed += units;
	to->rollout.known += s->known_units >= 0 ? s->known_units : units;
}

bool rollouts_of(const struct case_view *view, struct date as_of, struct arena *arena,
    struct metric_rollout **out, size_t *count, struct err *e)
{
	struct step *distributions, *installations;
	struct metric_rollout *list;
	size_t distributed, installed, found = 0;
	int64_t target_days;

	if (!planned_days(view, as_of, arena, &target_days, e) ||
	    !read_steps(view, STR("distribution"), as_of, arena, &distributions, &distributed, e) ||
	    !read_steps(view, STR("installation"), as_of, arena, &installations, &installed, e))
		return false;
	list = arena_alloc(arena, distributed, sizeof(*list));
	for (size_t i = 0; i < distributed; i++)
		add_distribution(list, &found, &distributions[i]);
	for (size_t i = 0; i < found; i++) {
		list[i].casefile = view->casefile.id;
		list[i].rollout.target_days = target_days;
		add_installations(&list[i], installations, installed, arena);
	}
	*out = list;
	*count = found;
	return true;
}

bool rollout_checks(const struct case_view *view, struct window w, struct rollout_checks *out, struct err *e)
{
	struct rollout_checks c = { 0 };
	struct step *validations, *checks;
	size_t validation_count, check_count;
	SCOPED_ARENA arena = { 0 };

	if (!read_steps(view, STR("validation"), w.to, &arena, &validations, &validation_count, e) ||
	    !read_steps(view, STR("effectiveness_check"), w.to, &arena, &checks, &check_count, e))
		return false;
	for (size_t i = 0; i < validation_count; i++)
		c.failed_validations +=
		    window_has(w, validations[i].on) && str_eq(validations[i].result, FAILED);
	for (size_t i = 0; i < check_count; i++)
		if (window_has(w, checks[i].on)) {
			c.effective.whole++;
			c.effective.part += str_eq(checks[i].result, STR("effective"));
		}
	*out = c;
	return true;
}

/* Is there a later answer of the same consignee? Of one day the last that was recorded counts. */
static bool is_answered_again(const struct step *steps, size_t count, size_t at)
{
	for (size_t i = 0; i < count; i++)
		if (i != at && str_eq(steps[i].consignee, steps[at].consignee) &&
		    (steps[i].on.days > steps[at].on.days ||
			(steps[i].on.days == steps[at].on.days && i > at)))
			return true;
	return false;
}

bool rollout_answers(
    const struct case_view *view, struct date as_of, struct rollout_answers *out, struct err *e)
{
	struct rollout_answers a = { 0 };
	SCOPED_ARENA arena = { 0 };
	struct step *steps;
	size_t count;

	if (!read_steps(view, STR("response"), as_of, &arena, &steps, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (is_answered_again(steps, count, i))
			continue;
		a.confirmed += str_eq(steps[i].result, STR("confirmed"));
		a.bounced += str_eq(steps[i].result, STR("bounced"));
		a.silent += str_eq(steps[i].result, STR("no_answer"));
	}
	*out = a;
	return true;
}

/* --- what may be recorded --- */

/* The fix's record as it stands; NULL: there is none of that number. */
static const struct case_record *find_fix(const struct case_view *view, int64_t id)
{
	for (size_t i = 0; i < view->record_count; i++)
		if (view->records[i].id == id && str_eq(view->records[i].kind, STR("fix")))
			return casefile_standing(view->records, view->record_count, i);
	return NULL;
}

/* The place of the fix among those of the facts: the order in which their chains began. */
static const struct fix_fact *fact_of(const struct case_view *view, const struct case_record *fix)
{
	int64_t index = 0;

	for (size_t i = 0; i < view->record_count; i++) {
		if (!str_eq(view->records[i].kind, STR("fix")) || view->records[i].replaces)
			continue;
		if (casefile_standing(view->records, view->record_count, i) == fix)
			break;
		index++;
	}
	for (size_t i = 0; i < view->facts.fix_count; i++)
		if (view->facts.fixes[i].index == index)
			return &view->facts.fixes[i];
	return NULL;
}

/* The last validation of the fix up to the day passed; without one the fix's own word. */
static bool is_validated(const struct case_view *view, const struct case_record *fix, struct date on,
    bool *validated, struct err *e)
{
	const struct fix_fact *fact = fact_of(view, fix);
	struct step *steps;
	SCOPED_ARENA arena = { 0 };
	struct date last = DATE_NONE;
	size_t count;

	if (!read_steps(view, STR("validation"), on, &arena, &steps, &count, e))
		return false;
	*validated = fact && date_by(fact->validated_on, on);
	for (size_t i = 0; i < count; i++)
		if (find_fix(view, steps[i].fix) == fix && steps[i].on.days >= last.days) {
			last = steps[i].on;
			*validated = str_eq(steps[i].result, PASSED);
		}
	return true;
}

static bool check_distribution(const struct case_view *view, const struct step *s, struct err *e)
{
	const struct case_record *fix = find_fix(view, s->fix);
	char day[DATE_TEXT_SIZE];
	bool validated;

	if (!is_validated(view, fix, s->on, &validated, e))
		return false;
	return validated ||
	       err_fail(e, ERR_CONFLICT,
		   "a fix is distributed after it has been validated: fix %lld has no validation that passed "
		   "by %s (21 CFR 11.10(f))",
		   (long long)s->fix, date_write(s->on, day));
}

static bool check_installation(
    const struct case_view *view, const struct step *s, const struct case_record *r, struct err *e)
{
	struct metric_rollout *list, *to;
	SCOPED_ARENA arena = { 0 };
	int64_t done = 0;
	size_t count;

	if (!rollouts_of(view, s->on, &arena, &list, &count, e))
		return false;
	to = find_release(list, count, s->release);
	if (!to)
		return err_fail(e, ERR_CONFLICT,
		    "nothing was distributed in release \"" STR_FMT "\" by that day (case distribute)",
		    STR_ARG(s->release));
	for (size_t i = 0; i < to->rollout.step_count; i++)
		done += to->rollout.steps[i].units;
	return r->replaces || done + s->units <= to->rollout.installed ||
	       err_fail(e, ERR_CONFLICT,
		   "%lld units of release \"" STR_FMT
		   "\" are to get the fix, %lld have it: %lld more are too many",
		   (long long)to->rollout.installed, STR_ARG(s->release), (long long)done,
		   (long long)s->units);
}

static const struct report_texts *texts_of(const struct step *s, struct str key)
{
	static const struct report_texts none;

	for (size_t i = 0; i < s->fields.count; i++)
		if (str_eq(s->fields.items[i].key, key))
			return &s->fields.items[i].texts;
	return &none;
}

/* Those who are named have an account. */
static bool check_consignees(struct db *db, const struct step *s, struct arena *arena, struct err *e)
{
	const struct report_texts *to = texts_of(s, STR("to"));
	struct consignee c;

	for (size_t i = 0; i < to->count; i++)
		if (!consignee_get(db, to->items[i], arena, &c, e))
			return err_within(e, "to");
	return !s->consignee.len || consignee_get(db, s->consignee, arena, &c, e);
}

/* Has the casefile a file of this digest? */
static bool has_attachment(const struct case_view *view, struct str digest, struct arena *arena)
{
	for (size_t i = 0; i < view->record_count; i++) {
		struct report_fields fields;
		struct err unread;

		if (str_eq(view->records[i].kind, STR("attachment")) &&
		    report_fields_read(view->records[i].more, arena, &fields, &unread) &&
		    str_eq_nocase(report_fields_text(&fields, STR("sha256")), digest))
			return true;
	}
	return false;
}

static bool check_evidence(
    const struct case_view *view, const struct step *s, struct arena *arena, struct err *e)
{
	const struct report_texts *evidence = texts_of(s, STR("evidence"));

	for (size_t i = 0; i < evidence->count; i++)
		if (!has_attachment(view, evidence->items[i], arena))
			return err_fail(e, ERR_INPUT,
				   "evidence: casefile %lld has no attachment with the SHA-256 \"" STR_FMT
				   "\"",
				   (long long)view->casefile.id, STR_ARG(evidence->items[i])) ||
			       err_remedy(e, REMEDY_ATTACH);
	return true;
}

/* What every record of the way to the field states. */
static bool check_stated(const struct case_view *view, const struct step *s, bool of_fix, struct err *e)
{
	char day[DATE_TEXT_SIZE], today[DATE_TEXT_SIZE];

	if (!date_is_known(s->on))
		return err_fail(e, ERR_INPUT, "the day is missing") || err_field(e, "on");
	if (s->on.days > view->facts.today.days)
		return err_fail(e, ERR_INPUT, "on %s is after today, %s", date_write(s->on, day),
		    date_write(view->facts.today, today));
	if (of_fix && !find_fix(view, s->fix))
		return err_fail(e, ERR_INPUT, "casefile %lld has no fix with this number",
			   (long long)view->casefile.id) ||
		       err_field(e, "fix");
	return true;
}

bool rollout_check(struct db *db, const struct case_view *view, const struct case_record *r, struct err *e)
{
	bool validation = str_eq(r->kind, STR("validation"));
	bool distribution = str_eq(r->kind, STR("distribution"));
	bool installation = str_eq(r->kind, STR("installation"));
	bool response = str_eq(r->kind, STR("response"));
	bool check = str_eq(r->kind, STR("effectiveness_check")) || response;
	SCOPED_ARENA arena = { 0 };
	struct step s;

	if (!validation && !distribution && !installation && !check)
		return true;
	if (!read_step(r, &arena, &s, e) || !check_stated(view, &s, validation || distribution, e) ||
	    !check_consignees(db, &s, &arena, e) || !check_evidence(view, &s, &arena, e))
		return false;
	if (response && !s.consignee.len)
		return err_fail(e, ERR_INPUT, "the consignee is missing") || err_field(e, "consignee");
	if (validation || check)
		return s.result.len > 0 || err_fail(e, ERR_INPUT, "the result is missing") ||
		       err_field(e, "result");
	if (!s.release.len || s.units < 0)
		return err_fail(e, ERR_INPUT, "the release and the number of units are needed") ||
		       err_field(e, "release");
	return distribution ? check_distribution(view, &s, e) : check_installation(view, &s, r, e);
}
