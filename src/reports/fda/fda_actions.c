/*
 * fda_actions - what was done about the vulnerability, and is expected to be done: by day, what is expected
 * last.
 */
#include "base/number.h"
#include "decision/evidence.h"
#include "reports/fda/fda_case.h"
#include "reports/offered.h"

struct action {
	struct date on; /* DATE_NONE: it is expected, or its day is not known */
	bool expected;
	struct str says;
};

struct actions {
	const struct fda_case *c;
	struct arena *arena;
	struct action *items;
	size_t count, room;
};

static void add(struct actions *a, struct action action)
{
	a->items = arena_room(a->arena, a->items, a->count, &a->room, sizeof(*a->items));
	a->items[a->count++] = action;
}

/* "says: text" */
static struct str with_text(struct actions *a, const char *says, struct str text)
{
	return text.len ? arena_printf(a->arena, "%s: %.*s", says, STR_WHOLE(text)) : str_of(says);
}

static void done(struct actions *a, struct date on, const char *says, struct str text)
{
	if (date_is_known(on) || text.len)
		add(a, (struct action){ on, false, with_text(a, says, text) });
}

const char *fda_fix_words(enum fix_kind kind)
{
	switch (kind) {
	case FIX_SOFTWARE:
		return "a software change";
	case FIX_WORKAROUND:
		return "a workaround";
	case FIX_COMPENSATING_CONTROL:
		return "a compensating control as the long-term solution";
	case FIX_UNKNOWN:
		break;
	}
	return "a fix";
}

/* Validations and distributions, a sentence a record: they stand in the file beside the fix. */
static void take_on_record(struct actions *a)
{
	const struct casefile_report *report = a->c->casefile;

	for (size_t i = 0; i < report->record_count; i++) {
		const struct report_record *r = &report->records[i];
		bool validation = str_eq(r->record->kind, STR("validation"));
		struct str release = report_fields_text(&r->more, STR("release"));
		int64_t units = report_fields_number(&r->more, STR("units"), -1);
		struct date on;
		struct err unread;

		if (r->replaced_by || (!validation && !str_eq(r->record->kind, STR("distribution"))) ||
		    !date_parse(report_fields_text(&r->more, STR("on")), &on, &unread) ||
		    on.days > report->determination->today.days)
			continue;
		add(a, (struct action){ on, false,
			   validation ? arena_printf(a->arena, "validation of the fix, which %s",
					    str_eq(report_fields_text(&r->more, STR("result")), STR("pass"))
						? "passed"
						: "did not pass")
				      : arena_printf(a->arena,
					    "release %.*s with the fix made available to %lld unit%s",
					    STR_WHOLE(release), (long long)units, PLURAL(units)) });
	}
}

static void take_fix(struct actions *a, const struct fix_fact *f)
{
	struct str text = fda_text_of(a->c, "fix", f->index), validated = STR("");
	struct date out_on = fix_out_on(f, a->c->casefile->determination);
	char date[DATE_TEXT_SIZE];

	if (date_is_known(out_on)) {
		done(a, out_on,
		    arena_text(a->arena,
			arena_printf(a->arena, "%s was distributed%s", fda_fix_words(f->kind),
			    date_is_known(f->distributed_on) ? "" : " to the units that it is for")),
		    text);
		return;
	}
	if (date_is_known(f->validated_on))
		validated = arena_printf(a->arena, ", validated on %s", date_write(f->validated_on, date));
	add(a, (struct action){ DATE_NONE, true,
		   with_text(a,
		       arena_text(
			   a->arena, arena_printf(a->arena, "Expected: %s is to be distributed%s%.*s",
					 fda_fix_words(f->kind),
					 date_is_known(f->available_on) ? " to the rest of the units" : "",
					 STR_WHOLE(validated))),
		       text) });
}

/* That it is known to do harm is told like that of a control. */
static void take_added_risk(struct actions *a, const struct fix_fact *f)
{
	if (date_by(f->adds_risk_known_on, a->c->casefile->facts->today))
		done(a, f->adds_risk_known_on,
		    arena_text(a->arena,
			arena_printf(a->arena, "%s became known to add risk", fda_fix_words(f->kind))),
		    fda_text_of(a->c, "fix", f->index));
}

static const char *told_words(unsigned to)
{
	if (to == (RECIPIENT_CUSTOMERS | RECIPIENT_USER_COMMUNITY))
		return "customers and the user community were told";
	if (to == RECIPIENT_CUSTOMERS)
		return "customers were told";
	return to ? "the user community was told" : "a communication, whose recipients are not recorded";
}

/* Communications of one day to the same are one line: each of them is shown whole elsewhere. */
static void take_told(struct actions *a, size_t at)
{
	const struct facts *f = a->c->casefile->facts;
	const struct communication_fact *m = &f->communications[at];
	size_t same = 0;

	for (size_t i = 0; i < f->communication_count; i++) {
		const struct communication_fact *other = &f->communications[i];

		if (other->on.days != m->on.days || other->to != m->to)
			continue;
		if (i < at)
			return;
		same++;
	}
	if (same > 1)
		done(a, m->on,
		    arena_text(a->arena,
			arena_printf(a->arena, "%s, in %zu communications", told_words(m->to), same)),
		    STR(""));
	else
		done(a, m->on, told_words(m->to), STR(""));
}

static void take_plan(struct actions *a, const struct plan_fact *plan)
{
	struct str text = fda_text_of(a->c, "plan", 0), says = with_text(a, "remediation plan", text);

	if (!plan->given || (!date_is_known(plan->on) && !text.len))
		return;
	if (date_is_known(plan->first_on)) {
		add(a, (struct action){ plan->first_on, false, STR("remediation plan") });
		says = with_text(a, "the remediation plan was revised", text);
	}
	if (plan->timeline_rationale.len)
		says = arena_printf(
		    a->arena, "%.*s; timeline: %.*s", STR_WHOLE(says), STR_WHOLE(plan->timeline_rationale));
	add(a, (struct action){ plan->on, false, says });
}

/* A letter about a risk that is controlled, or about a device that is not affected, changes no device. */
static bool is_told_alone(const struct facts *f, const struct determination *d)
{
	if (d->risk == RISK_UNCONTROLLED || date_is_known(f->correction.initiated_on))
		return false;
	for (size_t i = 0; i < f->fix_count; i++)
		if (date_by(f->fixes[i].available_on, d->initiated_on) ||
		    date_by(f->fixes[i].distributed_on, d->initiated_on))
			return false;
	for (size_t i = 0; i < f->communication_count; i++)
		if (f->communications[i].on.days == d->initiated_on.days)
			return true;
	return false;
}

static void take_all(struct actions *a)
{
	const struct facts *f = a->c->casefile->facts;

	for (size_t i = 0; i < f->control_count; i++) {
		const struct control_fact *c = &f->controls[i];
		struct str text = fda_text_of(a->c, "control", c->index);

		done(a, c->identified_on,
		    c->adds_risk == YES ? "compensating control identified, which adds risk"
					: "compensating control identified",
		    text);
		if (date_by(c->withdrawn_on, f->today))
			done(a, c->withdrawn_on, "compensating control withdrawn", text);
	}
	take_plan(a, &f->plan);
	if (!is_told_alone(f, a->c->casefile->determination))
		done(a, a->c->casefile->determination->initiated_on,
		    arena_text(
			a->arena, arena_printf(a->arena, "the %s was initiated", fda_action_word(a->c))),
		    STR(""));
	for (size_t i = 0; i < f->correction.extension_count; i++)
		if (date_not_after(f->correction.extensions[i].initiated_on, f->today))
			done(a, f->correction.extensions[i].initiated_on, "the action was extended",
			    fda_text_of(a->c, "extension", f->correction.extensions[i].index));
	for (size_t i = 0; i < f->communication_count; i++)
		take_told(a, i);
	take_on_record(a);
	for (size_t i = 0; i < f->fix_count; i++) {
		take_fix(a, &f->fixes[i]);
		take_added_risk(a, &f->fixes[i]);
	}
}

static bool is_after(const struct action *a, const struct action *b)
{
	bool a_day = date_is_known(a->on), b_day = date_is_known(b->on);

	if (a->expected != b->expected)
		return a->expected;
	return a_day && b_day ? a->on.days > b->on.days : !a_day && b_day;
}

/* Of one day they stay in their order. */
static void sort(struct actions *a)
{
	for (size_t i = 1; i < a->count; i++)
		for (size_t k = i; k > 0 && is_after(&a->items[k - 1], &a->items[k]); k--) {
			struct action before = a->items[k - 1];

			a->items[k - 1] = a->items[k];
			a->items[k] = before;
		}
}

void fda_put_actions(const struct fda_case *c, struct document *d)
{
	struct actions a = { .c = c, .arena = d->arena };

	take_all(&a);
	sort(&a);
	document_list(d, LIST_PLAIN, STR("Actions taken, and expected to be taken"));
	for (size_t i = 0; i < a.count; i++) {
		document_item(d);
		if (!a.items[i].expected) {
			document_date(d, a.items[i].on);
			document_say(d, ": ");
		}
		document_text(d, a.items[i].says);
	}
}
