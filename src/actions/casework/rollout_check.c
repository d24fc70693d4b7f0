/*
 * What may be recorded of the way to the field.
 */
#include "actions/casework/carrying.h"
#include "actions/casework/field_units.h"
#include "actions/casework/rollout.h"
#include "actions/casework/rollout_steps.h"
#include "actions/json_merge.h"
#include "decision/evidence.h"

/* The fix's own word: its day of validation, where no record tells of one. */
static bool says_validated(const struct case_record *fix, struct date on)
{
	struct report_fields fields = { 0 };
	SCOPED_ARENA arena = { 0 };
	struct err unread = { 0 };
	struct date day;
	struct str text;

	if (!report_fields_read(fix->facts, &arena, &fields, &unread))
		return false;
	text = report_fields_text(&fields, STR("validated_on"));
	return text.len >= 10 && date_parse(str_first(text, 10), &day, &unread) && date_by(day, on);
}

static bool check_validated(const struct case_view *view, const struct rollout_record *s, struct err *e)
{
	const struct case_record *fix = rollout_fix(view, s->fix);
	char day[DATE_TEXT_SIZE];
	struct fix_validated v;

	if (!rollout_validated(view, fix, s->on, &v, e))
		return false;
	if (v.count ? date_is_known(v.passed_on) : says_validated(fix, s->on))
		return true;
	return err_fail(e, ERR_CONFLICT,
	    "a fix is distributed after it has been validated: fix %lld has no validation that passed "
	    "by %s (21 CFR 11.10(f))",
	    (long long)s->fix, date_write(s->on, day));
}

static bool is_among(struct str account, const struct report_texts *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (str_eq(account, list->items[i]))
			return true;
	return false;
}

/* Did it go to these consignees alone? */
static bool went_to(const struct rollout_record *d, const struct report_texts *list)
{
	for (size_t i = 0; i < d->to.count; i++)
		if (!is_among(d->to.items[i], list))
			return false;
	return d->to.count > 0;
}

/* Units that got it already: by the release's name, of the fix, and at these consignees. */
struct units_before {
	int64_t release, fix, there;
};

/* What stands in for a record counts in its place. */
static bool read_before(const struct case_view *view, const struct rollout_record *s,
    const struct case_record *r, struct units_before *out, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct rollout_record *list;
	size_t count;

	*out = (struct units_before){ 0 };
	if (!rollout_distributions(view, view->facts.today, &arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		bool same = str_eq(list[i].release, s->release);

		if (list[i].record == r->replaces || list[i].units <= 0)
			continue;
		out->release += same ? list[i].units : 0;
		out->fix += rollout_fix(view, list[i].fix) == rollout_fix(view, s->fix) ? list[i].units : 0;
		out->there += same && went_to(&list[i], &s->to) ? list[i].units : 0;
	}
	return true;
}

/* The view with a record that is to be added. */
static struct case_view with_record(
    const struct case_view *view, const struct case_record *r, struct arena *arena)
{
	struct case_view after = *view;

	after.records = arena_alloc(arena, view->record_count + 1, sizeof(*after.records));
	for (size_t i = 0; i < view->record_count; i++)
		after.records[i] = view->records[i];
	after.records[after.record_count] = *r;
	after.records[after.record_count++].id = INT64_MAX; /* the last of all */
	return after;
}

/* More units than consignees have cannot get it there. */
static bool check_share(int64_t have, int64_t before, const struct rollout_record *s, struct err *e)
{
	return have < 0 || s->units <= have - before ||
	       err_fail(e, ERR_CONFLICT,
		   "by the register those named have %lld units that release \"" STR_FMT
		   "\" can go to, of which %lld are counted already: %lld more are too many",
		   (long long)have, STR_ARG(s->release), (long long)before, (long long)s->units) ||
	       err_field(e, "units");
}

/* What findings say is affected did not come with the fix. */
static bool check_has_fix(const struct field_units *field, const struct rollout_record *s, struct err *e)
{
	if (!str_eq(report_fields_text(&s->fields, STR(HAS_FIX_KEY)), STR("yes")))
		return true;
	for (size_t i = 0; i < field->release_count; i++)
		if (str_eq(field->releases[i].version, s->release) && field->releases[i].concerned)
			return err_fail(e, ERR_CONFLICT,
				   "by the findings release \"" STR_FMT
				   "\" is affected: it did not come with the fix",
				   STR_ARG(s->release)) ||
			       err_field(e, "has-fix");
	return true;
}

/* More units than there are in the field cannot get it: of a release that units run, of any, or of those that
 * it goes to. */
static bool check_units(struct db *db, const struct case_view *view, const struct rollout_record *s,
    const struct case_record *r, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct case_view after = with_record(view, r, &arena);
	struct units_before before;
	struct field_share share;
	struct field_units field;
	int64_t most;

	if (!field_units(db, &after, view->facts.today, &arena, &field, e) || !check_has_fix(&field, s, e) ||
	    !read_before(view, s, r, &before, e))
		return false;
	if (s->known_units > s->units)
		return err_fail(e, ERR_INPUT, "%lld units are known of %lld that are to get it",
			   (long long)s->known_units, (long long)s->units) ||
		       err_field(e, "known-units");
	most = field_most(&field, s->release);
	if (most >= 0 && s->units > most - before.release)
		return err_fail(e, ERR_CONFLICT,
			   "the register knows of %lld units%s in the field, %lld are to get release "
			   "\"" STR_FMT "\" already: %lld more are too many",
			   (long long)most, field_release_of(&field, s->release) ? " of that release" : "",
			   (long long)before.release, STR_ARG(s->release), (long long)s->units) ||
		       err_field(e, "units");
	if (field.most >= 0 && s->units > field.most - before.fix)
		return err_fail(e, ERR_CONFLICT,
			   "the register knows of %lld units in the field, %lld are to get the fix already: "
			   "%lld more are too many",
			   (long long)field.most, (long long)before.fix, (long long)s->units) ||
		       err_field(e, "units");
	return !s->to.count || (field_share_of(db, &after, s->release, s->to.items, s->to.count, &share, e) &&
				   check_share(share.held, before.there, s, e));
}

/* Units at a consignee: those that never will get it count with those that have it. */
static bool check_installed_there(struct db *db, const struct case_view *view,
    const struct metric_rollout *to, const struct rollout_record *s, const struct case_record *r,
    struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct rollout_record *list;
	struct field_share share;
	int64_t all = 0, done = 0;
	size_t count;

	if (!s->consignee.len)
		return true;
	if (!rollout_records(view, STR("installation"), view->facts.today, &arena, &list, &count, e) ||
	    !field_share_of(db, view, s->release, &s->consignee, 1, &share, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (list[i].record != r->replaces && list[i].units > 0 &&
		    list[i].on.days >= to->rollout.available_on.days && str_eq(list[i].release, s->release) &&
		    str_eq(list[i].consignee, s->consignee)) {
			all += list[i].units;
			done += list[i].reason.len ? 0 : list[i].units;
		}
	return check_share(share.shipped, all, s, e) &&
	       (s->reason.len || check_share(share.held, done, s, e));
}

static bool check_distribution(struct db *db, const struct case_view *view, const struct rollout_record *s,
    const struct case_record *r, struct err *e)
{
	return check_validated(view, s, e) && check_units(db, view, s, r, e);
}

/* Units that are to get the fix in a release, and of these have it, whatever day it is asked of. */
struct units_target {
	int64_t target, done;
};

/* What stands in for a record counts in its place. */
static bool read_target(const struct case_view *view, const struct rollout_record *s,
    const struct case_record *r, struct units_target *out, struct err *e)
{
	struct rollout_record *sent, *installed;
	struct units_target t = { 0 };
	struct date from = DATE_NONE;
	SCOPED_ARENA arena = { 0 };
	size_t sent_count, count;

	if (!rollout_distributions(view, view->facts.today, &arena, &sent, &sent_count, e) ||
	    !rollout_records(view, STR("installation"), view->facts.today, &arena, &installed, &count, e))
		return false;
	for (size_t i = 0; i < sent_count; i++) {
		if (!str_eq(sent[i].release, s->release))
			continue;
		t.target += sent[i].units > 0 ? sent[i].units : 0;
		from = date_earlier(from, sent[i].on);
	}
	for (size_t i = 0; i < count; i++) {
		const struct rollout_record *one = &installed[i];

		if (one->record == r->replaces || one->units <= 0 || !str_eq(one->release, s->release))
			continue;
		t.target -= one->reason.len ? one->units : 0;
		t.done += !one->reason.len && one->on.days >= from.days ? one->units : 0;
	}
	*out = t;
	return true;
}

static bool check_installation(struct db *db, const struct case_view *view, const struct rollout_record *s,
    const struct case_record *r, struct err *e)
{
	struct metric_rollout *list, *to = NULL;
	struct units_target now;
	SCOPED_ARENA arena = { 0 };
	size_t count;

	if (!rollouts_of(view, s->on, &arena, &list, &count, e))
		return false;
	for (size_t i = 0; !to && i < count; i++)
		if (str_eq(list[i].release, s->release))
			to = &list[i];
	if (!to)
		return err_fail(e, ERR_CONFLICT,
		    "nothing was distributed in release \"" STR_FMT "\" by that day (case distribute)",
		    STR_ARG(s->release));
	if (!read_target(view, s, r, &now, e))
		return false;
	if (now.done + s->units > now.target)
		return err_fail(e, ERR_CONFLICT,
		    "%lld units of release \"" STR_FMT
		    "\" are to get the fix, %lld have it: %lld more are too many",
		    (long long)now.target, STR_ARG(s->release), (long long)now.done, (long long)s->units);
	return check_installed_there(db, view, to, s, r, e);
}

/* What went out when a validation had passed is not made to have gone out before it by another day of that.
 */
static bool check_moved_validation(
    const struct case_view *view, const struct rollout_record *s, const struct case_record *r, struct err *e)
{
	char day[DATE_TEXT_SIZE], out[DATE_TEXT_SIZE];
	struct fix_validated before, then;
	struct rollout_record *list;
	SCOPED_ARENA arena = { 0 };
	struct case_view after;
	size_t count;

	if (!r->replaces || !str_eq(s->result, STR("pass")))
		return true;
	after = with_record(view, r, &arena);
	if (!rollout_records(view, STR("distribution"), view->facts.today, &arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct case_record *fix = rollout_fix(view, s->fix);

		if (rollout_fix(view, list[i].fix) != fix)
			continue;
		if (!rollout_validated(view, fix, list[i].on, &before, e) ||
		    !rollout_validated(&after, rollout_fix(&after, s->fix), list[i].on, &then, e))
			return false;
		if (date_is_known(before.passed_on) && !date_is_known(then.passed_on) &&
		    (then.count || !says_validated(fix, list[i].on)))
			return err_fail(e, ERR_CONFLICT,
				   "validation of %s: distribution %lld went out on %s, and a fix is "
				   "distributed after it has been validated (21 CFR 11.10(f))",
				   date_write(s->on, day), (long long)list[i].record,
				   date_write(list[i].on, out)) ||
			       err_field(e, "on");
	}
	return true;
}

/* What every record of the way to the field states. */
static bool check_stated(
    const struct case_view *view, const struct rollout_record *s, bool of_fix, struct err *e)
{
	char day[DATE_TEXT_SIZE], today[DATE_TEXT_SIZE];

	if (!date_is_known(s->on))
		return err_fail(e, ERR_INPUT, "the day is missing") || err_field(e, "on");
	if (s->on.days > view->facts.today.days)
		return err_fail(e, ERR_INPUT, "on %s is after today, %s", date_write(s->on, day),
		    date_write(view->facts.today, today));
	return !of_fix || rollout_fix(view, s->fix) ||
	       err_fail(
		   e, ERR_INPUT, "casefile %lld has no fix with this number", (long long)view->casefile.id) ||
	       err_field(e, "fix");
}

/* Does it stand in for one of the same release, which tells? */
static bool is_noted(const struct case_view *view, const struct case_record *r, struct str release,
    struct arena *arena, bool *is, struct err *e)
{
	const struct case_record *old = casefile_record(view->records, view->record_count, r->replaces);
	struct rollout_record before;

	*is = false;
	if (!old)
		return true;
	if (!rollout_record_read(old, arena, &before, e))
		return false;
	*is = str_eq(before.release, release);
	return true;
}

bool rollout_note(
    struct db *db, const struct case_view *view, struct case_record *r, struct arena *arena, struct err *e)
{
	struct field_units field;
	struct rollout_record s;
	int64_t running = 0;
	bool noted;

	if (!str_eq(r->kind, STR("distribution")))
		return true;
	if (!rollout_record_read(r, arena, &s, e) || !is_noted(view, r, s.release, arena, &noted, e))
		return false;
	if (noted)
		return true;
	if (!field_units(db, view, view->facts.today, arena, &field, e))
		return false;
	for (size_t i = 0; i < field.release_count; i++)
		if (s.release.len && str_eq(field.releases[i].version, s.release) &&
		    field.releases[i].most > 0)
			running = field.releases[i].most;
	return json_merge(r->more,
	    arena_printf(arena, "{\"" KNOWN_RUNNING_KEY "\":%lld}", (long long)running), arena, &r->more, e);
}

bool rollout_check(struct db *db, const struct case_view *view, const struct case_record *r, struct err *e)
{
	bool validation = str_eq(r->kind, STR("validation"));
	bool distribution = str_eq(r->kind, STR("distribution"));
	bool installation = str_eq(r->kind, STR("installation"));
	bool response = str_eq(r->kind, STR("response"));
	bool check = str_eq(r->kind, STR("effectiveness_check")) || response;
	SCOPED_ARENA arena = { 0 };
	struct rollout_record s;

	if (!validation && !distribution && !installation && !check)
		return true;
	if (!rollout_record_read(r, &arena, &s, e) || !check_stated(view, &s, validation || distribution, e))
		return false;
	if (response && !s.consignee.len)
		return err_fail(e, ERR_INPUT, "the consignee is missing") || err_field(e, "consignee");
	if ((validation || check) && !s.result.len)
		return err_fail(e, ERR_INPUT, "the result is missing") || err_field(e, "result");
	if (validation || check)
		return check || check_moved_validation(view, &s, r, e);
	if (!s.release.len || s.units < 0)
		return err_fail(e, ERR_INPUT, "the release and the number of units are needed") ||
		       err_field(e, "release");
	return distribution ? check_distribution(db, view, &s, r, e) : check_installation(db, view, &s, r, e);
}

bool rollout_check_told(const struct case_view *view, const struct case_record *r, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct rollout_record s;

	if (!str_eq(r->kind, STR("response")) && !str_eq(r->kind, STR("effectiveness_check")))
		return true;
	if (!rollout_record_read(r, &arena, &s, e))
		return false;
	for (size_t i = 0; i < view->facts.communication_count; i++) {
		const struct communication_fact *c = &view->facts.communications[i];

		if (date_by(c->on, s.on) && (!c->to_given || c->to))
			return true;
	}
	return err_fail(e, ERR_CONFLICT,
	    "nothing was sent by that day that they could answer: casefile %lld has no communication of "
	    "then (case communicate)",
	    (long long)view->casefile.id);
}
