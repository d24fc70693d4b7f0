#include "reports/metrics/programme.h"

#include "reports/casefile_words.h"

/* clang-format off */
const struct definition programme_definitions[] = {
	{ "K1", "acknowledging reporters", "days from the receipt of a signal to its acknowledgement, of those received in the period; on time where not after the stated time frame" },
	{ "K2", "speed of triage and assessment", "days from the receipt of a signal to its triage; from the learning day of a casefile to its first assessment, to its first decision (a plan, a control, a correction or removal, or the closing, whichever came first), and to its first plan; of those received or learned of in the period" },
	{ "K3", "clocks of the guidance", "of casefiles of uncontrolled risk whose last day was in the period (of sharing: the day it was done or failed), the share that met the condition by then; one that is still undecided behind its last day did not" },
	{ "K4", "days left", "what was owed at the end of the period by the days left: obligations of casefiles, acknowledgements of signals, and of complaints that are in no casefile whether they are reportable events; a change under an assessment, which is due at once, is not among them" },
	{ "K5", "reports on time", "of reports to FDA whose last day was in the period, the share made by then" },
	{ "K6", "customers informed", "consignees whose last answer by the end of the period is a confirmation, over those whom the communications to customers of the period must reach, as registered when the report is made; how many communications did not get there, and how many got no answer; results of effectiveness checks" },
	{ "K7", "SBOM coverage", "releases with an SBOM over all releases, as registered when the report is made; of their components, each once: those with a package URL or CPE name, those that state support, and those whose support had ended by the end of the period" },
	{ "K8", "exploited in the wild", "findings that are open when the report is made and whose vulnerability a list has as known exploited: how many, of how many vulnerabilities, and for how many days the first was listed; casefiles that are not closed and not patched at the end of the period (as M2-open counts them: no fix that counts is out, whatever is left to install or to report) whose vulnerability is listed, or is stated to be: how many, and the age of the oldest in days" },
	{ "K9", "statements", "of own statements that stand when the report is made and say not affected, those with a justification, and likewise of casefiles; statements that say under investigation then, and casefiles that do at the end of the period, each with the age of the oldest in days" },
	{ "K10", "what did not hold", "casefiles reopened by an event, or in the period by a person; fixes that became known in the period to add risk" },
	{ "K11", "re-assessment", "casefiles whose risk was controlled first and is uncontrolled; days since the last assessment of casefiles open at the end of the period" },
	{ "K12", "updates in and out of the cycle", "of updates on the regular cycle that the policy sets, those whose last day was in the period and that were distributed by then; days from the assessment to the distribution of updates due out of cycle, distributed in the period" },
	{ "K13", "monitoring", "sources imported within seven days before the report is made, over the sources that were ever imported: one that is no longer wanted is turned off" },
	{ "K14", "sharing", "communications to customers in the period that an ISAO had by the same day; what came in from an ISAO in the period, and was traced to a casefile or to why not" },
	{ NULL, NULL, NULL },
};
/* clang-format on */

struct measuring {
	const struct metrics *m;
	struct arena *arena;
	struct measure *items;
	size_t count, room;
};

static void put(struct measuring *x, const char *id, const char *name, struct str value, struct str basis)
{
	x->items = arena_room(x->arena, x->items, x->count, &x->room, sizeof(*x->items));
	x->items[x->count++] = (struct measure){ id, name, value, basis };
}

static void put_unrecorded(struct measuring *x, const char *id, const char *name, const char *needs)
{
	put(x, id, name, STR("n/a: not recorded"), str_of(needs));
}

static void put_share(struct measuring *x, const char *id, const char *name, struct share s)
{
	put(x, id, name, figure_percent(s, x->arena),
	    arena_printf(x->arena, "%lld of %lld", (long long)s.part, (long long)s.whole));
}

static void put_count(struct measuring *x, const char *id, const char *name, int64_t n, struct str basis)
{
	put(x, id, name, arena_printf(x->arena, "%lld", (long long)n), basis);
}

static void put_oldest(struct measuring *x, const char *id, const char *name, int64_t n, int64_t oldest)
{
	put_count(
	    x, id, name, n, n ? arena_printf(x->arena, "the oldest %lld days", (long long)oldest) : STR(""));
}

/* --- durations --- */

struct durations {
	int64_t *days;
	size_t count, room;
};

static void add_days(struct measuring *x, struct durations *d, struct date from, struct date to)
{
	if (!window_has(x->m->window, from) || !date_is_known(to) || to.days > x->m->window.to.days)
		return;
	d->days = arena_room(x->arena, d->days, d->count, &d->room, sizeof(*d->days));
	d->days[d->count++] = to.days > from.days ? (int64_t)to.days - from.days : 0;
}

static void put_days(struct measuring *x, const char *id, const char *name, struct durations *d)
{
	struct spread s = spread_of(d->days, d->count);
	struct str mean = figure_mean(&s, x->arena), median = figure_median(&s, x->arena);

	if (!s.count) {
		put(x, id, name, FIGURE_NONE, STR("of 0"));
		return;
	}
	put(x, id, name, arena_printf(x->arena, STR_FMT " days", STR_ARG(mean)),
	    arena_printf(x->arena, "mean of %lld; median " STR_FMT ", %lld to %lld", (long long)s.count,
		STR_ARG(median), (long long)s.least, (long long)s.most));
}

/* --- signals --- */

static void measure_signals(struct measuring *x)
{
	struct durations acknowledged = { 0 }, triaged = { 0 };
	struct share timely = { 0 };

	for (size_t i = 0; i < x->m->signal_count; i++) {
		const struct metric_signal *s = &x->m->signals[i];

		add_days(x, &triaged, s->received_on, s->triaged_on);
		if (!date_is_known(s->acknowledge_by))
			continue;
		add_days(x, &acknowledged, s->received_on, s->acknowledged_on);
		if (!window_has(x->m->window, s->acknowledge_by))
			continue;
		timely.whole++;
		timely.part +=
		    date_is_known(s->acknowledged_on) && s->acknowledged_on.days <= s->acknowledge_by.days;
	}
	put_days(x, "K1", "receipt to acknowledgement", &acknowledged);
	put_share(x, "K1", "acknowledged on time", timely);
	put_days(x, "K2", "receipt to triage", &triaged);
}

static void measure_isao(struct measuring *x)
{
	struct share shared = { 0 }, traced = { 0 };

	for (size_t i = 0; i < x->m->case_count; i++) {
		shared.part += x->m->cases[i].shared;
		shared.whole += x->m->cases[i].notices;
	}
	for (size_t i = 0; i < x->m->signal_count; i++)
		if (x->m->signals[i].from_isao && window_has(x->m->window, x->m->signals[i].received_on)) {
			traced.whole++;
			traced.part += x->m->signals[i].is_traced;
		}
	put_share(x, "K14", "communications shared with an ISAO by the same day", shared);
	put_share(x, "K14", "from an ISAO and traced", traced);
}

/* --- casefiles --- */

static void measure_speed(struct measuring *x)
{
	struct durations assessed = { 0 }, decided = { 0 }, planned = { 0 };

	for (size_t i = 0; i < x->m->case_count; i++) {
		const struct metric_case *c = &x->m->cases[i];

		add_days(x, &assessed, c->days.identified_on, c->assessed_on);
		add_days(x, &decided, c->days.identified_on, c->decided_on);
		add_days(x, &planned, c->days.identified_on, c->planned_on);
	}
	put_days(x, "K2", "learning to assessment", &assessed);
	put_days(x, "K2", "learning to decision", &decided);
	put_days(x, "K2", "learning to remediation plan", &planned);
}

/* Undecided, and its last day is over or there is none: a clock that has run out without the condition known
 * to be met has not been met by then. */
static bool is_running(const struct measuring *x, const struct condition_result *r)
{
	return r->state == CONDITION_PENDING &&
	       (!date_is_known(r->due) || r->due.days >= x->m->window.to.days);
}

static struct share adherence(const struct measuring *x, enum condition_id id)
{
	struct share s = { 0 };

	for (size_t i = 0; i < x->m->case_count; i++) {
		const struct metric_case *c = &x->m->cases[i];
		const struct condition_result *r = &c->conditions[id];

		if (!c->has_conditions || is_running(x, r))
			continue;
		if (!window_has(x->m->window, date_is_known(r->due) ? r->due : r->on))
			continue;
		s.whole++;
		s.part += r->state == CONDITION_MET;
	}
	return s;
}

static void measure_clocks(struct measuring *x)
{
	put_share(x, "K3", "told and planned by day 30", adherence(x, CONDITION_DAY_30));
	put_share(x, "K3", "fixed by day 60", adherence(x, CONDITION_DAY_60));
	put_share(x, "K3", "shared with an ISAO", adherence(x, CONDITION_ISAO));
}

/* Days left of what is open at the end of the period: names, and the most of each but the last. */
static const struct {
	const char *name;
	int64_t most;
} left_classes[] = {
	{ "overdue", -1 },
	{ "due within 7 days", 7 },
	{ "due within 30 days", 30 },
	{ "due within 60 days", 60 },
	{ "due later", INT64_MAX },
};
_Static_assert(COUNT(left_classes) == PROGRAMME_LEFT_CLASSES, "a count for each");

const char *programme_left_name(size_t at)
{
	return left_classes[at].name;
}

static size_t left_class(const struct metrics *m, struct date due)
{
	size_t at = 0;

	while (due.days - m->window.to.days > left_classes[at].most)
		at++;
	return at;
}

void programme_days_left(const struct metrics *m, int64_t counts[PROGRAMME_LEFT_CLASSES])
{
	for (size_t i = 0; i < PROGRAMME_LEFT_CLASSES; i++)
		counts[i] = 0;
	for (size_t i = 0; i < m->case_count; i++)
		for (size_t k = 0; k < m->cases[i].obligation_count; k++) {
			const struct obligation *o = &m->cases[i].obligations[k];

			if (date_is_known(o->due) &&
			    (o->state == OBLIGATION_OPEN || o->state == OBLIGATION_OVERDUE))
				counts[left_class(m, o->due)]++;
		}
	for (size_t i = 0; i < m->signal_count; i++) {
		const struct metric_signal *s = &m->signals[i];
		bool is_met =
		    date_is_known(s->acknowledged_on) && s->acknowledged_on.days <= m->window.to.days;

		if (date_is_known(s->acknowledge_by) && !is_met)
			counts[left_class(m, s->acknowledge_by)]++;
		if (date_is_known(s->decide_by))
			counts[left_class(m, s->decide_by)]++;
	}
}

static void measure_days_left(struct measuring *x)
{
	int64_t counts[PROGRAMME_LEFT_CLASSES];

	programme_days_left(x->m, counts);
	for (size_t i = 0; i < COUNT(left_classes); i++)
		put_count(x, "K4", left_classes[i].name, counts[i], STR(""));
}

static void measure_reports(struct measuring *x)
{
	static const enum obligation_kind kinds[] = { OBLIGATION_REPORT_806, OBLIGATION_AMEND_806,
		OBLIGATION_MDR_30_DAY, OBLIGATION_MDR_5_DAY, OBLIGATION_MDR_SUMMARY,
		OBLIGATION_SUPPLEMENT_MDR };

	for (size_t n = 0; n < COUNT(kinds); n++) {
		struct share s = { 0 };

		for (size_t i = 0; i < x->m->case_count; i++)
			for (size_t k = 0; k < x->m->cases[i].obligation_count; k++) {
				const struct obligation *o = &x->m->cases[i].obligations[k];

				if (o->kind != kinds[n] || o->state == OBLIGATION_OPEN ||
				    !window_has(x->m->window, o->due))
					continue;
				s.whole++;
				s.part += o->state == OBLIGATION_MET;
			}
		put_share(x, "K5", words_obligation(kinds[n]), s);
	}
}

static bool is_open(const struct metric_case *c)
{
	return c->is_counted && !c->is_closed && date_is_known(c->days.identified_on);
}

static struct str listed_basis(const struct metrics *m, struct arena *arena)
{
	if (!m->listed_findings)
		return STR("");
	return arena_printf(arena, "%lld vulnerabilit%s, the first listed %lld days ago",
	    (long long)m->listed_vulnerabilities, m->listed_vulnerabilities == 1 ? "y" : "ies",
	    (long long)m->listed_days);
}

static void measure_open(struct measuring *x)
{
	int64_t listed = 0, oldest_listed = 0, asked = 0, oldest_asked = 0, age;
	struct share justified = { 0 };

	for (size_t i = 0; i < x->m->case_count; i++) {
		const struct metric_case *c = &x->m->cases[i];

		if (c->vex == VEX_NOT_AFFECTED) {
			justified.whole++;
			justified.part += c->is_justified;
		}
		if (!is_open(c))
			continue;
		age = (int64_t)x->m->window.to.days - c->days.identified_on.days;
		if (c->kev == YES && !date_is_known(c->days.patched_on)) {
			listed++;
			oldest_listed = age > oldest_listed ? age : oldest_listed;
		}
		if (c->vex == VEX_UNDER_INVESTIGATION) {
			asked++;
			oldest_asked = age > oldest_asked ? age : oldest_asked;
		}
	}
	put_count(x, "K8", "listed as known exploited, open findings", x->m->listed_findings,
	    listed_basis(x->m, x->arena));
	put_oldest(x, "K8", "listed as known exploited, casefiles not patched", listed, oldest_listed);
	put_share(x, "K9", "not affected with a justification, statements", x->m->justified);
	put_share(x, "K9", "not affected with a justification, casefiles", justified);
	put_oldest(x, "K9", "under investigation, statements", x->m->investigated, x->m->investigated_days);
	put_oldest(x, "K9", "under investigation, casefiles", asked, oldest_asked);
}

static void measure_informed(struct measuring *x)
{
	int64_t bounced = 0, silent = 0;
	struct share s = { 0 };

	for (size_t i = 0; i < x->m->case_count; i++) {
		const struct metric_case *c = &x->m->cases[i];
		int64_t answered = c->confirmed + c->bounced + c->silent;
		int64_t told = c->told > answered ? c->told : answered; /* some may hold no unit any more */

		s.part += c->confirmed;
		s.whole += told;
		bounced += c->bounced;
		silent += told - c->confirmed - c->bounced; /* whether anybody has said so or not */
	}
	put_share(x, "K6", "customers confirmed informed", s);
	put_count(x, "K6", "communications that did not get there", bounced, STR(""));
	put_count(x, "K6", "customers that did not answer", silent, STR(""));
}

static void measure_components(struct measuring *x)
{
	const struct metrics *m = x->m;

	put_share(
	    x, "K7", "components with an identifier", (struct share){ m->components_named, m->components });
	put_share(x, "K7", "components that state support",
	    (struct share){ m->components_with_support, m->components });
	put(x, "K7", "components past end of support",
	    m->components_with_support ? arena_printf(x->arena, "%lld", (long long)m->components_ended)
				       : FIGURE_NONE,
	    arena_printf(x->arena, "of %lld that state support", (long long)m->components_with_support));
}

static void measure_effectiveness(struct measuring *x)
{
	struct share s = { 0 };

	for (size_t i = 0; i < x->m->case_count; i++) {
		s.part += x->m->cases[i].effective.part;
		s.whole += x->m->cases[i].effective.whole;
	}
	put_share(x, "K6", "effectiveness checks that found it effective", s);
}

static void measure_reverses(struct measuring *x)
{
	int64_t reopened = 0, bad_fixes = 0, failed = 0;

	for (size_t i = 0; i < x->m->case_count; i++) {
		reopened += x->m->cases[i].reopened;
		bad_fixes += x->m->cases[i].bad_fixes;
		failed += x->m->cases[i].failed_validations;
	}
	put_count(x, "K10", "casefiles reopened", reopened, STR(""));
	put_count(x, "K10", "fixes known to add risk", bad_fixes, STR(""));
	put_count(x, "K10", "validations that failed", failed, STR(""));
}

static void measure_reassessment(struct measuring *x)
{
	int64_t turned = 0, count = 0, longest = 0;

	for (size_t i = 0; i < x->m->case_count; i++) {
		const struct metric_case *c = &x->m->cases[i];
		int64_t days = (int64_t)x->m->window.to.days - c->reassessed_on.days;

		turned += c->became_uncontrolled;
		if (!is_open(c) || !date_is_known(c->reassessed_on))
			continue;
		count++;
		longest = days > longest ? days : longest;
	}
	put_count(x, "K11", "became uncontrolled", turned, STR(""));
	put(x, "K11", "longest since the last assessment",
	    count ? arena_printf(x->arena, "%lld days", (long long)longest) : FIGURE_NONE,
	    arena_printf(x->arena, "of %lld open casefiles with an assessment", (long long)count));
}

static void measure_regular(struct measuring *x)
{
	struct share s = { 0 };
	bool has_cycle = false;

	for (size_t i = 0; i < x->m->case_count; i++)
		for (size_t k = 0; k < x->m->cases[i].obligation_count; k++) {
			const struct obligation *o = &x->m->cases[i].obligations[k];

			if (o->kind != OBLIGATION_UPDATE_REGULAR_CYCLE || !date_is_known(o->due))
				continue;
			has_cycle = true;
			if (!window_has(x->m->window, o->due) || o->state == OBLIGATION_OPEN)
				continue;
			s.whole++;
			s.part += o->state == OBLIGATION_MET;
		}
	if (has_cycle)
		put_share(x, "K12", "released within the regular cycle", s);
	else
		put_unrecorded(x, "K12", "released within the regular cycle",
		    "needs the length of the regular cycle: regular_cycle_months of the policy");
}

static void measure_cycle(struct measuring *x)
{
	struct durations lead = { 0 };

	for (size_t i = 0; i < x->m->case_count; i++)
		for (size_t k = 0; k < x->m->cases[i].obligation_count; k++) {
			const struct obligation *o = &x->m->cases[i].obligations[k];

			if (o->kind != OBLIGATION_UPDATE_OUT_OF_CYCLE || !date_is_known(o->starts) ||
			    !window_has(x->m->window, o->met_on))
				continue;
			lead.days =
			    arena_room(x->arena, lead.days, lead.count, &lead.room, sizeof(*lead.days));
			lead.days[lead.count++] =
			    o->met_on.days > o->starts.days ? (int64_t)o->met_on.days - o->starts.days : 0;
		}
	measure_regular(x);
	put_days(x, "K12", "out-of-cycle lead time", &lead);
}

struct measure *programme_measures(const struct metrics *m, struct arena *arena, size_t *count)
{
	struct measuring x = { .m = m, .arena = arena };

	measure_signals(&x);
	measure_speed(&x);
	measure_clocks(&x);
	measure_days_left(&x);
	measure_reports(&x);
	measure_informed(&x);
	measure_effectiveness(&x);
	put_share(&x, "K7", "releases with an SBOM", (struct share){ m->releases_with_sbom, m->releases });
	measure_components(&x);
	measure_open(&x);
	measure_reverses(&x);
	measure_reassessment(&x);
	measure_cycle(&x);
	put_share(
	    &x, "K13", "sources checked on schedule", (struct share){ m->sources_on_schedule, m->sources });
	measure_isao(&x);
	*count = x.count;
	return x.items;
}
