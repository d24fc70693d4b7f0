#include "actions/casework.h"

#include "actions/case_assessment.h"
#include "actions/case_finding.h"
#include "actions/case_note.h"
#include "actions/case_order.h"
#include "actions/case_signals.h"
#include "actions/decide_facts.h"
#include "actions/device_facts.h"
#include "actions/due_moves.h"
#include "actions/json_merge.h"
#include "actions/learning.h"
#include "actions/prove.h"
#include "actions/rollout.h"
#include "actions/sign.h"
#include "actions/vulnerability_name.h"
#include "actions/zone.h"
#include "formats/json_write.h"
#include "limits.h"
#include "store/casefiles.h"
#include "store/change.h"
#include "store/devices.h"

#define FACTS_MOST LIMIT_RECORD_BYTES
#define FIRST_YEAR 1999 /* of CVE ids */

/* out->today is the day asked for, or else the firm's own day now. */
static bool read_setting(struct db *db, const struct casefile *c, struct instant now, struct arena *arena,
    struct case_setting *out, struct err *e)
{
	struct time_zone zone;
	struct device device;
	struct str name;

	if (!device_by_id(db, c->device_id, arena, &device, e) ||
	    !setting_get(db, "time_zone", arena, &name, e) ||
	    !setting_get(db, "firm", arena, &out->firm, e) ||
	    !setting_get(db, "isao", arena, &out->isao, e) ||
	    !setting_get(db, "policy", arena, &out->policy, e))
		return false;
	out->time_zone = name.ptr ? name : STR("UTC");
	if (!zone_read(out->time_zone, arena, &zone, e))
		return false;
	if (!date_is_known(out->today))
		out->today = time_zone_date(&zone, now);
	/* settings are tried before there is a device */
	return device.id == 0 || device_facts(db, &device, out->today, arena, &out->device, e);
}

/* Facts and determination of what stands in view->casefile and its records. */
static bool judge(struct db *db, struct date today, struct instant now, struct arena *arena,
    struct case_view *view, struct err *e)
{
	SCOPED_BUF json = buf_new(FACTS_MOST);
	struct case_setting setting = { .today = today };
	struct case_record *records;
	struct decided decided;

	if (!read_setting(db, &view->casefile, now, arena, &setting, e))
		return false;
	if (!case_with_approvers(&view->signatures, view->records, view->record_count, arena, &records, e))
		return false;
	casefile_write_facts(&view->casefile, records, view->record_count, &setting, &json);
	if (buf_full(&json))
		return err_fail(e, ERR_LIMIT, "casefile %lld is larger than %d bytes",
		    (long long)view->casefile.id, FACTS_MOST);
	view->facts_json = arena_copy(arena, buf_str(&json));
	if (!decide_facts(view->facts_json, arena, &decided, e))
		return false;
	view->facts = decided.facts;
	view->policy = decided.policy;
	view->determination = decided.determination;
	view->obligations = decided.obligations;
	view->obligation_count = decided.obligation_count;
	return true;
}

bool case_view(struct db *db, int64_t casefile_id, struct date today, struct instant now, struct arena *arena,
    struct case_view *out, struct err *e)
{
	struct case_view view = { 0 };

	if (!casefile_get(db, casefile_id, arena, &view.casefile, e) ||
	    !casefile_records(db, casefile_id, arena, &view.records, &view.record_count, e) ||
	    !case_signatures(db, casefile_id, view.records, view.record_count, arena, &view.signatures, e) ||
	    !judge(db, today, now, arena, &view, e))
		return false;
	*out = view;
	return true;
}

/* Within a change: keeps the record and notes it. old: the JSON of what it replaces, or no pointer. */
static bool keep_record(struct db *db, struct change *change, int64_t casefile_id,
    const struct case_record *r, struct str old, int64_t *id, struct arena *arena, struct err *e)
{
	struct str what = arena_printf(arena, "casefile." STR_FMT, STR_ARG(r->kind));

	return casefile_add_record(db, casefile_id, r, id, e) &&
	       change_note(change, arena_text(arena, what), casefile_subject(casefile_id, arena), old,
		   case_record_json(*id, r, arena), e);
}

static bool note_opening(
    struct change *change, const struct casefile *c, struct str device, struct arena *arena, struct err *e)
{
	return change_note(change, "casefile.open", casefile_subject(c->id, arena), STR_NONE,
	    case_opening_json(c, device, arena), e);
}

/* A year mistyped would hide the casefile from all that is due, or make it long overdue. */
static bool check_learning_day(const struct case_view *view, struct err *e)
{
	struct date learned = view->facts.vulnerability.learned_on;
	char day[DATE_TEXT_SIZE], today[DATE_TEXT_SIZE];

	if (!date_is_known(learned))
		return true;
	if (learned.days > view->facts.today.days)
		return err_fail(e, ERR_INPUT,
		    "the vulnerability was learned of on %s, which is after today, %s",
		    date_write(learned, day), date_write(view->facts.today, today));
	if (learned.days < date_of(FIRST_YEAR, 1, 1).days)
		return err_fail(e, ERR_INPUT,
		    "the vulnerability was learned of on %s, which is before vulnerabilities had names, in "
		    "%d",
		    date_write(learned, day), FIRST_YEAR);
	return true;
}

/* One file for one vulnerability in one device: two would have two clocks. A closed one is told of. */
static bool find_standing(
    struct db *db, const struct casefile *c, struct arena *arena, struct case_opened *out, struct err *e)
{
	struct casefile *list;
	size_t count;

	if (!casefile_list(db, arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (list[i].device_id != c->device_id ||
		    !str_eq_nocase(list[i].vulnerability, c->vulnerability))
			continue;
		if (!date_is_known(list[i].closed_on))
			return err_fail(e, ERR_CONFLICT,
			    "casefile %lld is on " STR_FMT " in this device, and open", (long long)list[i].id,
			    STR_ARG(c->vulnerability));
		out->before = list[i].id;
		out->closed_on = list[i].closed_on;
	}
	return true;
}

/* The vulnerability's part of the facts, under the name that the store has for it. */
static bool name_facts(struct str facts, struct str name, struct arena *arena, struct str *out, struct err *e)
{
	SCOPED_BUF id = buf_new(FACTS_MOST);
	struct json_out *w = json_out_buf(&id, false);

	json_open_object(w);
	json_field_text(w, "id", name);
	json_close_object(w);
	json_out_close(w);
	return json_merge(facts, buf_str(&id), arena, out, e);
}

static bool keep_opening(struct db *db, struct change *change, const struct case_from_signals *from,
    const struct device *device, struct change_by by, struct arena *arena, const struct case_opened *opened,
    struct err *e)
{
	const struct case_opening *o = &from->opening;
	struct case_record r = {
		.kind = STR("vulnerability"), .more = from->more, .at = by.at, .who = by.who
	};
	struct case_asked asked = { device, o->release, opened->vulnerability };
	int64_t record_id;

	if (!name_facts(o->facts, opened->vulnerability, arena, &r.facts, e) ||
	    !keep_record(db, change, opened->id, &r, STR_NONE, &record_id, arena, e))
		return false;
	if (o->release.len == 0)
		return true;
	r.kind = STR("finding");
	r.facts = STR("{}");
	return case_finding(db, &asked, by.at, arena, &r.more, e) &&
	       keep_record(db, change, opened->id, &r, STR_NONE, &record_id, arena, e);
}

static bool open_within(struct db *db, struct change *change, const struct case_opening *asked,
    struct change_by by, struct arena *arena, struct case_opened *opened, struct err *e)
{
	struct casefile c = { .title = str_trim(asked->title), .opened_at = by.at };
	struct case_from_signals from;
	struct device device;
	struct case_view view;

	if (!case_from_signals(db, asked, arena, &from, e) ||
	    !device_get(db, from.opening.device, arena, &device, e) ||
	    !vulnerability_named(
		db, from.opening.vulnerability, arena, &opened->vulnerability, &opened->known, e))
		return false;
	opened->device = device.name;
	opened->learned = from.learned;
	c.device_id = device.id;
	c.vulnerability = opened->vulnerability;
	if (c.title.len == 0)
		c.title = c.vulnerability;
	if (!find_standing(db, &c, arena, opened, e) || !casefile_add(db, &c, &opened->id, e))
		return false;
	c.id = opened->id;
	return note_opening(change, &c, device.name, arena, e) &&
	       keep_opening(db, change, &from, &device, by, arena, opened, e) &&
	       case_link_signals(db, change, asked, opened->id, by, arena, e) &&
	       case_view(db, opened->id, DATE_NONE, by.at, arena, &view, e) && check_learning_day(&view, e);
}

bool case_open(struct db *db, const struct case_opening *opening, struct change_by by, struct arena *arena,
    struct case_opened *out, struct err *e)
{
	struct case_opened opened = { .closed_on = DATE_NONE };
	SCOPED_CHANGE *change = NULL;

	if (!change_open(db, by, &change, e) || !open_within(db, change, opening, by, arena, &opened, e) ||
	    !change_close(&change, e))
		return false;
	*out = opened;
	return true;
}

/* Makes *r stand in for the record it amends; the values that are singular amend the one that stands. */
static bool amend(const struct case_view *view, const struct case_kind *kind, int64_t amends,
    struct case_record *r, struct str *old, struct arena *arena, struct err *e)
{
	const struct case_record *standing = NULL;

	for (size_t i = 0; i < view->record_count; i++) {
		const struct case_record *at = &view->records[i];

		if (!str_eq(at->kind, str_of(kind->name)))
			continue;
		if (kind->list ? at->id == amends : at->replaces == 0)
			standing = casefile_standing(view->records, view->record_count, i);
	}
	if (!standing && amends)
		return err_fail(e, ERR_INPUT, "casefile %lld has no %s with number %lld",
		    (long long)view->casefile.id, kind->name, (long long)amends);
	if (!standing)
		return true;
	r->replaces = standing->id;
	*old = case_record_json(standing->id, standing, arena);
	return json_merge(standing->facts, r->facts, arena, &r->facts, e) &&
	       json_merge(standing->more, r->more, arena, &r->more, e);
}

static bool refuse_closed(const struct casefile *c, struct err *e)
{
	char date[DATE_TEXT_SIZE];

	if (!date_is_known(c->closed_on))
		return true;
	return err_fail(e, ERR_CONFLICT, "casefile %lld was closed on %s", (long long)c->id,
	    date_write(c->closed_on, date));
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

	if (!kind)
		return err_fail(e, ERR_INPUT, "there is no kind of record \"%s\"", a->kind);
	if (!case_view(db, a->casefile_id, DATE_NONE, by.at, arena, &before, e))
		return false;
	/* an event known after closure reopens the file (A16), so events are still taken */
	if (strcmp(a->kind, "event") != 0 && !before.determination.reopened &&
	    !refuse_closed(&before.casefile, e))
		return false;
	if (strcmp(a->kind, "assessment") == 0 && !case_assessment_fill(db, &before, arena, &r, e))
		return false;
	if ((!kind->list || a->amends) && !amend(&before, kind, a->amends, &r, &old, arena, e))
		return false;
	if (old.ptr && strcmp(a->kind, "vulnerability") == 0 && !learning_restate(a, by, arena, &r.more, e))
		return false;
	if (!rollout_check(db, &before, &r, e) ||
	    !case_order_record(&before, &r, change_is_guarded(change), by.why, e))
		return change_refuse(change, casefile_subject(a->casefile_id, arena), e);
	return keep_record(db, change, a->casefile_id, &r, old, id, arena, e) &&
	       case_view(db, a->casefile_id, DATE_NONE, by.at, arena, &after, e) &&
	       check_learning_day(&after, e) && due_moves_note(change, &before, &after, by.why, arena, e);
}

bool case_record(struct db *db, int64_t casefile_id, const char *kind, struct str facts, struct str more,
    int64_t amends, struct change_by by, int64_t *id, struct err *e)
{
	struct case_addition a = { casefile_id, kind, facts, more, amends };
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;

	return change_open(db, by, &change, e) && case_record_within(db, change, &a, by, &arena, id, e) &&
	       change_close(&change, e);
}

/* The periodic report is the device's and comes when it comes; a file that is closed is not assessed again.
 */
static bool holds_open(enum obligation_kind kind)
{
	return kind != OBLIGATION_PERIODIC_REPORT && kind != OBLIGATION_REASSESS;
}

static bool refuse_open_obligations(const struct case_view *view, struct err *e)
{
	const struct obligation *o = view->obligations;
	char due[DATE_TEXT_SIZE];

	for (size_t i = 0; i < view->obligation_count; i++)
		if (date_is_known(o[i].due) && holds_open(o[i].kind) &&
		    (o[i].state == OBLIGATION_OPEN || o[i].state == OBLIGATION_OVERDUE))
			return err_fail(e, ERR_CONFLICT, "casefile %lld still owes %s, due %s",
			    (long long)view->casefile.id, obligation_kind_word(o[i].kind),
			    date_write(o[i].due, due));
	return true;
}

/* Not before it was learned of, and not ahead of time. */
static bool check_closing_day(const struct case_view *view, struct date on, struct err *e)
{
	char day[DATE_TEXT_SIZE], bound[DATE_TEXT_SIZE];

	if (on.days > view->facts.today.days)
		return err_fail(e, ERR_INPUT, "closing day %s is after today, %s", date_write(on, day),
		    date_write(view->facts.today, bound));
	if (on.days < view->facts.vulnerability.learned_on.days)
		return err_fail(e, ERR_INPUT, "closing day %s is before the vulnerability was learned of, %s",
		    date_write(on, day), date_write(view->facts.vulnerability.learned_on, bound));
	return true;
}

/* The record of the closing, which who closes signs where the store has users. */
static bool keep_closure(struct db *db, struct change *change, int64_t casefile_id, struct date on,
    const struct user *signer, struct change_by by, struct arena *arena, struct err *e)
{
	struct case_record r = { .kind = STR("closure"),
		.facts = STR("{}"),
		.more = case_closing_json(on, arena),
		.at = by.at,
		.who = by.who };
	struct signing s = { .casefile_id = casefile_id, .meaning = MEANING_RESPONSIBILITY };
	struct signature signature;

	return keep_record(db, change, casefile_id, &r, STR_NONE, &s.record, arena, e) &&
	       (!signer || sign_within(db, change, &s, signer, by, arena, &signature, e));
}

static bool close_within(struct db *db, struct change *change, int64_t casefile_id, struct date on,
    const struct user *signer, struct change_by by, struct arena *arena, struct err *e)
{
	struct case_view view;

	if (!case_view(db, casefile_id, DATE_NONE, by.at, arena, &view, e) ||
	    !refuse_closed(&view.casefile, e) || !check_closing_day(&view, on, e))
		return false;
	if (!refuse_open_obligations(&view, e) || (signer && !case_order_close(&view, e)))
		return change_refuse(change, casefile_subject(casefile_id, arena), e);
	return keep_closure(db, change, casefile_id, on, signer, by, arena, e) &&
	       casefile_set_closed(db, casefile_id, on, e) &&
	       change_note(change, "casefile.close", casefile_subject(casefile_id, arena), STR_NONE,
		   case_closing_json(on, arena), e) &&
	       case_view(db, casefile_id, DATE_NONE, by.at, arena, &view, e);
}

bool case_close(
    struct db *db, int64_t casefile_id, struct date on, struct str secret, struct change_by by, struct err *e)
{
	struct claim claim = { by.who, secret, "sign.refused" };
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct user signer;
	bool guarded;

	if (!change_open(db, by, &change, e))
		return false;
	guarded = change_is_guarded(change);
	if (guarded && !secret.ptr)
		return err_fail(e, ERR_CONFLICT, "closing a casefile is signed: the secret is missing");
	if (guarded && !prove(db, &change, &claim, by.at, &arena, &signer, e))
		return false;
	return close_within(db, change, casefile_id, on, guarded ? &signer : NULL, by, &arena, e) &&
	       change_close(&change, e);
}

/* A facts document of the settings alone must be readable. */
static bool try_settings(struct db *db, struct arena *arena, struct err *e)
{
	struct casefile none = { .closed_on = DATE_NONE };
	struct case_view view = { .casefile = none };
	struct case_record r = { .kind = STR("vulnerability"),
		.facts = STR("{\"learned_on\":\"2026-01-01\"}") };
	struct device *devices;
	size_t count;

	view.records = &r;
	view.record_count = 1;
	if (!device_list(db, arena, &devices, &count, e))
		return false;
	view.casefile.device_id = count ? devices[0].id : 0;
	return judge(db, date_of(2026, 1, 1), (struct instant){ 0 }, arena, &view, e);
}

struct str setting_json(struct str name, struct str content, struct arena *arena)
{
	if (!content.ptr || !str_eq(name, STR("time_zone")))
		return content;
	return arena_printf(arena, "\"" STR_FMT "\"", STR_ARG(content));
}

bool program_set_within(struct db *db, struct change *change, const char *name, struct str content,
    struct arena *arena, struct err *e)
{
	struct str old;

	return setting_get(db, name, arena, &old, e) && setting_put(db, name, content, e) &&
	       try_settings(db, arena, e) &&
	       change_note(change, "program.set", arena_printf(arena, "setting %s", name),
		   setting_json(str_of(name), old, arena), setting_json(str_of(name), content, arena), e);
}

bool program_set(struct db *db, const char *name, struct str content, struct change_by by, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;

	return change_open(db, by, &change, e) && program_set_within(db, change, name, content, &arena, e) &&
	       change_close(&change, e);
}
