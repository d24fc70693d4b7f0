#include "actions/program/program_check.h"

#include "actions/intake/signal_list.h"
#include "base/number.h"
#include "decision/facts_json.h"
#include "reports/casefile_record.h"
#include "store/casefiles.h"
#include "store/devices.h"
#include "store/signal_heads.h"
#include "store/signals.h"
#include "store/vulnerabilities.h"

#define STALE_DAYS 7 /* of feeds, as scan warns of */

/* What a look at the store is made with. */
struct look {
	struct db *db;
	struct instant now;
	struct arena *arena;
	struct str *says;
	bool *against;
};

struct tally {
	size_t count, untouched;
};

static bool tally(void *ctx, const struct signal *s, struct err *e)
{
	struct tally *t = ctx;

	(void)e;
	t->count++;
	t->untouched += s->state == SIGNAL_NEW;
	return true;
}

static bool see_signals(struct look *l, struct err *e)
{
	struct signal_head_query untouched = { .state = str_of(signal_state_word(SIGNAL_NEW)) };
	int64_t count, open;
	struct tally t = { 0 };
	bool known;

	if (!signal_heads_are_there(l->db, &known, e))
		return false;
	if (known) {
		if (!signal_count(l->db, &count, e) || !signal_heads_count(l->db, &untouched, &open, e))
			return false;
		t = (struct tally){ (size_t)count, (size_t)open };
	} else if (!signal_each(l->db, 0, (struct signal_sink){ &t, tally, NULL }, e)) {
		return false;
	}
	*l->against = t.count == 0;
	*l->says = arena_printf(
	    l->arena, "%zu signal%s recorded, %zu not triaged yet", t.count, PLURAL(t.count), t.untouched);
	return true;
}

static bool see_time_frame(struct look *l, struct err *e)
{
	struct str setting;
	int64_t days;

	if (!setting_get(l->db, "intake", l->arena, &setting, e) || !signal_time_frame(l->db, &days, e))
		return false;
	*l->against = !setting.ptr;
	*l->says = setting.ptr ? arena_printf(l->arena, "acknowledgement within %lld days", (long long)days)
			       : STR("no time frame of acknowledgement is stated");
	return true;
}

static bool see_age(struct look *l, struct err *e)
{
	struct source_row *sources;
	size_t count, old = 0;

	if (!sources_list(l->db, l->arena, &sources, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		old += !instant_is_known(sources[i].imported) ||
		       instant_days_since(sources[i].imported, l->now) >= STALE_DAYS;
	*l->against = count == 0 || old > 0;
	*l->says = arena_printf(l->arena, "%zu source%s, %zu of them not imported for %d days", count,
	    PLURAL(count), old, STALE_DAYS);
	return true;
}

static bool see_kev(struct look *l, struct err *e)
{
	struct source_row *sources;
	size_t count;

	if (!sources_list(l->db, l->arena, &sources, &count, e))
		return false;
	*l->against = true;
	*l->says = STR("the catalogue of known exploited vulnerabilities was never imported");
	for (size_t i = 0; i < count; i++) {
		char day[DATE_TEXT_SIZE];

		if (!str_eq(sources[i].name, STR("kev")) || !instant_is_known(sources[i].imported))
			continue;
		if (source_is_off(&sources[i].off)) {
			*l->says = source_off_words(sources[i].name, &sources[i].off, l->arena);
			continue;
		}
		*l->against = instant_days_since(sources[i].imported, l->now) >= STALE_DAYS;
		*l->says = arena_printf(l->arena, "KEV imported last on %s",
		    date_write(instant_date(sources[i].imported, 0), day));
	}
	return true;
}

static bool see_policy(struct look *l, struct err *e)
{
	struct program_version last;
	struct policy policy;
	char day[DATE_TEXT_SIZE];

	if (!program_last(l->db, "policy", STR(""), l->arena, &last, e))
		return false;
	*l->against = last.number == 0;
	*l->says = STR("no policy was imported: the defaults hold");
	if (!last.number)
		return true;
	if (!policy_json_read(last.content, l->arena, &policy, e))
		return false;
	*l->says = arena_printf(l->arena, "policy version " STR_FMT " since %s", STR_ARG(policy.version),
	    date_write(instant_date(last.at, 0), day));
	return true;
}

/* Of a template's JSON: has it this place to fill in? */
static bool has_place(struct str content, const char *place, struct arena *arena)
{
	return str_has(content, arena_printf(arena, "{{%s}}", place));
}

/* The points of PMG VII.B (2) are places of a template. */
static bool see_template(struct look *l, struct err *e)
{
	struct program_version *versions;
	size_t count, whole = 0;

	if (!program_versions(l->db, STR("template"), l->arena, &versions, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct str text = versions[i].content;
		bool is_last = i + 1 == count || !str_eq(versions[i + 1].name, versions[i].name);

		whole += is_last && has_place(text, "impact", l->arena) &&
			 has_place(text, "controls", l->arena) &&
			 (has_place(text, "fix", l->arena) || has_place(text, "strategy", l->arena));
	}
	*l->against = whole == 0;
	*l->says = arena_printf(l->arena,
	    "%zu template%s with a place for impact, controls, and fix or strategy", whole, PLURAL(whole));
	return true;
}

static bool see_isao(struct look *l, struct err *e)
{
	struct isao_standing s;

	if (!isao_standing_of(l->db, l->arena, &s, e))
		return false;
	*l->against = s.evidence_count < ISAO_CRITERIA || s.ended;
	*l->says = arena_printf(l->arena, "evidence of %d of %d criteria%s%s", s.evidence_count,
	    ISAO_CRITERIA, s.ended ? ", membership ended" : "",
	    s.stated_active && s.evidence_count < ISAO_CRITERIA
		? ", though the rules are told of an active member"
		: "");
	return true;
}

static bool see_sboms(struct look *l, struct err *e)
{
	struct device *devices;
	size_t device_count, all = 0;
	int64_t bare;

	if (!device_list(l->db, l->arena, &devices, &device_count, e) || !release_count_bare(l->db, &bare, e))
		return false;
	for (size_t i = 0; i < device_count; i++) {
		struct release *releases;
		size_t count;

		if (!release_list(l->db, devices[i].id, l->arena, &releases, &count, e))
			return false;
		all += count;
	}
	*l->against = bare > 0 || all == 0;
	*l->says = arena_printf(
	    l->arena, "%lld of %zu release%s without an SBOM", (long long)bare, all, PLURAL(all));
	return true;
}

static bool see_support(struct look *l, struct err *e)
{
	struct device *devices;
	size_t count, silent = 0;

	if (!device_list(l->db, l->arena, &devices, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		silent += devices[i].support.len == 0;
	*l->against = silent > 0 || count == 0;
	*l->says = arena_printf(
	    l->arena, "%zu of %zu device%s without a stage of support", silent, count, PLURAL(count));
	return true;
}

static const struct {
	const char *id;
	bool (*see)(struct look *l, struct err *e);
} looks[] = {
	{ "SA-02", see_signals },
	{ "SA-10", see_time_frame },
	{ "SA-14", see_age },
	{ "SA-15", see_policy },
	{ "SA-19", see_template },
	{ "SA-20", see_isao },
	{ "SA-25", see_kev },
	{ "SA-29", see_time_frame },
	{ "SA-30", see_sboms },
	{ "SA-36", see_support },
};

static bool look_at(
    struct db *db, struct instant now, struct arena *arena, struct check_answer *a, struct err *e)
{
	struct look l = { db, now, arena, &a->computed, &a->speaks_against };

	for (size_t i = 0; i < COUNT(looks); i++)
		if (strcmp(looks[i].id, a->question->id) == 0)
			return looks[i].see(&l, e);
	return true;
}

/* The last version of each answer. */
static bool read_answers(
    struct db *db, struct arena *arena, struct check_answer *answers, size_t count, struct err *e)
{
	struct program_version *versions;
	size_t version_count;

	if (!program_versions(db, STR("check"), arena, &versions, &version_count, e))
		return false;
	for (size_t i = 0; i < version_count; i++) {
		struct report_fields fields;

		if (!report_fields_read(versions[i].content, arena, &fields, e))
			return false;
		for (size_t k = 0; k < count; k++) {
			struct check_answer *a = &answers[k];

			if (!str_eq(str_of(a->question->id), versions[i].name))
				continue;
			a->answer = report_fields_text(&fields, STR("answer"));
			a->evidence = report_fields_text(&fields, STR("evidence"));
			a->owner = report_fields_text(&fields, STR("owner"));
			a->on = report_fields_text(&fields, STR("on"));
			a->next_step = report_fields_text(&fields, STR("next_step"));
			a->at = versions[i].at;
			a->who = versions[i].who;
		}
	}
	return true;
}

bool program_check(struct db *db, struct instant now, struct arena *arena, struct check_answer **out,
    size_t *count, struct err *e)
{
	struct check_answer *answers;
	size_t n = 0;

	while (self_questions[n].id)
		n++;
	answers = arena_alloc(arena, n, sizeof(*answers));
	for (size_t i = 0; i < n; i++) {
		answers[i].question = &self_questions[i];
		answers[i].at = INSTANT_NONE;
		if (!look_at(db, now, arena, &answers[i], e))
			return err_within(e, "%s", self_questions[i].id);
	}
	if (!read_answers(db, arena, answers, n, e))
		return false;
	*out = answers;
	*count = n;
	return true;
}
