#include "obligations/obligation.h"

/* clang-format off */
static const struct {
	const char *word, *to, *cites;
} kinds[] = {
	[OBLIGATION_COMMUNICATE] = { "communicate", "customers, user community", "PMG VII.B (2)" },
	[OBLIGATION_PLAN_REMEDIATION] = { "plan_remediation", "file", "PMG VII.B (2)" },
	[OBLIGATION_DISTRIBUTE_FIX] = { "distribute_fix", "customers, user community", "PMG VII.B (3)" },
	[OBLIGATION_SHARE_ISAO] = { "share_isao", "isao", "PMG VII.B (4); PMG IX" },
	[OBLIGATION_REPORT_806] = { "report_806", "fda", "21 CFR 806.10(b)" },
	[OBLIGATION_AMEND_806] = { "amend_806", "fda", "21 CFR 806.10(d)" },
	[OBLIGATION_MDR_30_DAY] = { "mdr_30_day", "fda", "21 CFR 803.50; 21 CFR 803.10(c)(1)" },
	[OBLIGATION_MDR_5_DAY] = { "mdr_5_day", "fda", "21 CFR 803.53" },
	[OBLIGATION_SUPPLEMENT_MDR] = { "supplement_mdr", "fda", "21 CFR 803.56; 21 CFR 803.10(c)(3)" },
	[OBLIGATION_SHARE_WITH_OTHER_APPLICANT] = { "share_with_other_applicant", "other applicant",
		"21 CFR 4.103" },
	[OBLIGATION_PERIODIC_REPORT] = { "periodic_report", "fda", "21 CFR 814.84(b); PMG VIII" },
	[OBLIGATION_RECORD_806_20] = { "record_806_20", "file", "21 CFR 806.20" },
	[OBLIGATION_EVALUATE_PREMARKET] = { "evaluate_premarket", "file",
		"21 CFR 807.81(a)(3); 21 CFR 814.39; PMG VII" },
	[OBLIGATION_REASSESS] = { "reassess", "file", "PMG VI; PMG V.B" },
	[OBLIGATION_UPDATE_OUT_OF_CYCLE] = { "update_out_of_cycle", "users", "FD&C Act 524B(b)(2)(B)" },
	[OBLIGATION_UPDATE_REGULAR_CYCLE] = { "update_regular_cycle", "users", "FD&C Act 524B(b)(2)(A)" },
	[OBLIGATION_ACKNOWLEDGE_REPORTER] = { "acknowledge_reporter", "reporter", "PMG VII" },
	[OBLIGATION_SUBMIT_ITEM] = { "submit_item", "fda", "21 CFR 806.10(c)(13)" },
	[OBLIGATION_REASSESS_CHANGED] = { "reassess_changed", "file", "PMG V.B; PMG VII" },
	[OBLIGATION_MDR_SUMMARY] = { "mdr_summary", "fda", "21 CFR 803.19; 83 FR 40973; 89 FR 70096" },
	[OBLIGATION_DECIDE_MDR] = { "decide_mdr", "file",
		"21 CFR 803.17(a)(2); 21 CFR 803.18(e); 21 CFR 820.35(a)" },
	[OBLIGATION_SIGN] = { "sign", "file", "21 CFR 11.10(f); 21 CFR 11.50" },
	[OBLIGATION_KEEP_RECORD_806_20] = { "keep_record_806_20", "file", "21 CFR 806.20(c)" },
	[OBLIGATION_KEEP_EVENT_FILE] = { "keep_event_file", "file", "21 CFR 803.18(c)" },
	[OBLIGATION_KEEP_CASEFILE] = { "keep_casefile", "file", "21 CFR 806.20(c)" },
};

/* By the rule that gives the last day: the longest of those that apply (21 CFR 4.105(b)). */
static const char *const kept_by[] = {
	[RETENTION_NONE] = NULL, /* the clause of its kind */
	[RETENTION_LIFE_PLUS_2] = "21 CFR 806.20(c)",
	[RETENTION_TEN_YEARS] = "21 CFR 4.105(b)",
	[RETENTION_EVENT_FILE] = "21 CFR 803.18(c)",
};
_Static_assert(COUNT(kept_by) == RETENTION_COUNT, "a clause for every rule");
/* clang-format on */
_Static_assert(COUNT(kinds) == OBLIGATION_KIND_COUNT, "a row for every kind");

const char *obligation_kind_word(enum obligation_kind kind)
{
	return kinds[kind].word;
}

const char *obligation_to(enum obligation_kind kind)
{
	return kinds[kind].to;
}

bool obligation_is_kept(enum obligation_kind kind)
{
	return kind == OBLIGATION_KEEP_RECORD_806_20 || kind == OBLIGATION_KEEP_EVENT_FILE ||
	       kind == OBLIGATION_KEEP_CASEFILE;
}

const char *obligation_cites(const struct obligation *o)
{
	const char *of_kind = kinds[o->kind].cites;

	if (!obligation_is_kept(o->kind) || !kept_by[o->rule])
		return of_kind;
	return kept_by[o->rule];
}

const char *obligation_state_word(enum obligation_state state)
{
	static const char *const words[] = { "open", "met", "overdue", "missed", "kept" };

	_Static_assert(COUNT(words) == OBLIGATION_STATE_COUNT, "a word for every state");
	return words[state];
}

/* Those with a day, those without one, those that are kept. */
static int rank_of(const struct obligation *o)
{
	return obligation_is_kept(o->kind) ? 2 : !date_is_known(o->due);
}

static bool stands_behind(const struct obligation *a, const struct obligation *b)
{
	if (rank_of(a) != rank_of(b))
		return rank_of(a) > rank_of(b);
	return rank_of(a) == 0 && a->due.days > b->due.days;
}

struct obligation *obligation_add(
    struct obligation *list, size_t *count, struct obligation o, struct arena *arena)
{
	struct obligation *longer = arena_alloc(arena, *count + 1, sizeof(*longer));
	size_t at = *count;

	if (*count)
		memcpy(longer, list, *count * sizeof(*longer));
	while (at > 0 && stands_behind(&longer[at - 1], &o)) {
		longer[at] = longer[at - 1];
		at--;
	}
	longer[at] = o;
	++*count;
	return longer;
}

enum obligation_state obligation_state_of(struct date due, struct date met_on, struct date today)
{
	if (date_is_known(met_on))
		return date_is_known(due) && met_on.days > due.days ? OBLIGATION_MISSED : OBLIGATION_MET;
	return date_is_known(due) && today.days > due.days ? OBLIGATION_OVERDUE : OBLIGATION_OPEN;
}
