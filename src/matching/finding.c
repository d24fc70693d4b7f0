#include "matching/finding.h"

#include <assert.h>
#include <stdlib.h>

#include "base/vec.h"

const char *finding_state_name(enum finding_state state)
{
	static const char *const names[] = {
		[FINDING_AFFECTED] = "affected",
		[FINDING_PLATFORM_NOT_IN_SBOM] = "platform_not_in_sbom",
		[FINDING_WITHDRAWN] = "withdrawn",
		[FINDING_NOT_AFFECTED] = "not_affected",
		[FINDING_FIXED] = "fixed",
		[FINDING_UNDER_INVESTIGATION] = "under_investigation",
	};

	_Static_assert(COUNT(names) == FINDING_STATE_COUNT, "a name for every state");
	return names[state];
}

enum { RANK_ECOSYSTEM = 2, RANK_LAST = 6 };

int source_rank(struct str source)
{
	/* The first prefix that fits; a distribution beats the upstream's own range because it ports fixes
	 * back. */
	static const struct {
		char prefix[16];
		int rank;
	} ranks[] = {
		{ "csaf:", 0 },
		{ "osv:debian", 1 },
		{ "osv:ubuntu", 1 },
		{ "osv:almalinux", 1 },
		{ "osv:rocky", 1 },
		{ "osv:alpine", 1 },
		{ "osv:suse", 1 },
		{ "osv:redhat", 1 },
		{ "osv:chainguard", 1 },
		{ "osv:wolfi", 1 },
		{ "osv:root", 1 }, /* patched builds of distributions' packages */
		{ "osv:", RANK_ECOSYSTEM },
		{ "cve", 3 },
		{ "nvd-supplement", 4 },
		{ "nvd", 5 },
	};

	for (size_t i = 0; i < COUNT(ranks); i++)
		if (str_starts(source, str_of(ranks[i].prefix)))
			return ranks[i].rank;
	return RANK_LAST;
}

/* A rebuild's own records stand before those of what it is built from. */
static void find_ranks(struct candidate *candidates, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct candidate *c = &candidates[i];

		c->rank = source_rank(c->advisory->source);
		if (c->match->reach->rebuilt && c->rank < RANK_ECOSYSTEM)
			c->rank = RANK_ECOSYSTEM;
	}
}

static int compare_ids(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* By component, vulnerability, nearness of the source, source, advisory, then the range. */
static int by_order(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;
	int sign = (a->match->component > b->match->component) - (a->match->component < b->match->component);

	if (!sign)
		sign = compare_ids(a->vulnerability_id, b->vulnerability_id);
	if (!sign)
		sign = a->rank - b->rank;
	if (!sign)
		sign = str_cmp(a->advisory->source, b->advisory->source);
	if (!sign)
		sign = str_cmp(a->advisory->name, b->advisory->name);
	if (!sign)
		sign = compare_ids(a->advisory->id, b->advisory->id); /* names may be left out */
	if (!sign)
		sign = str_cmp(a->match->identity->package, b->match->identity->package);
	if (!sign)
		sign = str_cmp(a->match->range.low, b->match->range.low);
	if (!sign)
		sign = str_cmp(a->match->range.high, b->match->range.high);
	if (!sign)
		sign = str_cmp(a->match->range.qualifier, b->match->range.qualifier);
	return sign ? sign : a->match->range.config - b->match->range.config;
}

/* What the candidates of one source, first to end, say: the strongest word counts. */
struct word {
	bool said;
	enum finding_state state;
	enum tier tier;
};

static bool is_certain(const struct candidate *c)
{
	return c->match->tier != TIER_D;
}

/* Candidates in their order: does b speak of the same package in the same advisory as a? */
static bool same_package(const struct candidate *a, const struct candidate *b)
{
	return a->advisory == b->advisory && str_eq(a->match->identity->package, b->match->identity->package);
}

static bool excepts(const struct candidate *c)
{
	enum affected_status status = c->match->range.status;

	return is_certain(c) && !c->match->outside && (status == STATUS_UNAFFECTED || status == STATUS_FIXED);
}

/* Marks those that their own advisory takes out of a wider affected range. */
static void mark_taken_out(struct candidate *group, size_t count)
{
	for (size_t i = 0, end; i < count; i = end) {
		bool taken_out = false;

		for (end = i; end < count && same_package(&group[i], &group[end]); end++)
			taken_out |= excepts(&group[end]);
		for (size_t k = i; k < end; k++)
			group[k].taken_out = taken_out;
	}
}

/* What the records of an ecosystem leave out, unlike those of a distribution, is its word only against who is
 * less sure of the component and stands further away: an omission may be a mistake. */
static bool is_omission(const struct candidate *c)
{
	return c->match->outside && !reach_is_of_distribution(c->match->reach);
}

static bool says_harm(const struct candidate *c)
{
	return c->match->range.status == STATUS_AFFECTED && c->advisory->state != ADVISORY_WITHDRAWN &&
	       c->platform != PLATFORM_NO && !c->taken_out;
}

static void hush_omissions(struct candidate *group, size_t count)
{
	bool surely = false;
	int nearest = RANK_LAST + 1;

	for (size_t i = 0; i < count; i++) {
		if (!says_harm(&group[i]))
			continue;
		surely |= group[i].match->tier < TIER_C;
		if (group[i].rank < nearest)
			nearest = group[i].rank;
	}
	for (size_t i = 0; i < count; i++)
		if (group[i].match->outside)
			group[i].taken_out = is_omission(&group[i]) && (surely || nearest <= group[i].rank);
}

static bool is_negative(enum affected_status status)
{
	return status == STATUS_UNAFFECTED || status == STATUS_FIXED;
}

/* The state that one candidate alone gives; FINDING_STATE_COUNT where it does not hold. */
static enum finding_state state_of(const struct candidate *c)
{
	/* what was withdrawn clears nobody */
	if (is_negative(c->match->range.status) &&
	    (c->advisory->state == ADVISORY_WITHDRAWN || (c->match->outside && c->taken_out)))
		return FINDING_STATE_COUNT;
	switch (c->match->range.status) {
	case STATUS_UNAFFECTED:
		return is_certain(c) ? FINDING_NOT_AFFECTED : FINDING_STATE_COUNT;
	case STATUS_FIXED:
		return is_certain(c) ? FINDING_FIXED : FINDING_STATE_COUNT;
	case STATUS_UNDER_INVESTIGATION:
		return FINDING_UNDER_INVESTIGATION;
	case STATUS_AFFECTED:
		break;
	}
	if (c->platform == PLATFORM_NO || c->taken_out)
		return FINDING_STATE_COUNT;
	if (c->advisory->state == ADVISORY_WITHDRAWN)
		return FINDING_WITHDRAWN;
	return c->platform == PLATFORM_YES ? FINDING_AFFECTED : FINDING_PLATFORM_NOT_IN_SBOM;
}

int finding_strength(enum finding_state state)
{
	static const int of[] = {
		[FINDING_AFFECTED] = 0,
		[FINDING_PLATFORM_NOT_IN_SBOM] = 1,
		[FINDING_UNDER_INVESTIGATION] = 2,
		[FINDING_FIXED] = 3,
		[FINDING_NOT_AFFECTED] = 4,
		[FINDING_WITHDRAWN] = 5,
		[FINDING_STATE_COUNT] = 6,
	};

	return of[state];
}

static struct word hear(const struct candidate *group, size_t count)
{
	struct word word = { .state = FINDING_STATE_COUNT, .tier = TIER_D };

	for (size_t i = 0; i < count; i++) {
		enum finding_state state = state_of(&group[i]);

		if (finding_strength(state) < finding_strength(word.state)) {
			word.state = state;
			word.tier = group[i].match->tier;
		} else if (state == word.state && group[i].match->tier < word.tier) {
			word.tier = group[i].match->tier;
		}
	}
	word.said = word.state != FINDING_STATE_COUNT;
	return word;
}

static bool speaks_of_harm(enum finding_state state)
{
	return state == FINDING_AFFECTED || state == FINDING_PLATFORM_NOT_IN_SBOM ||
	       state == FINDING_UNDER_INVESTIGATION || state == FINDING_WITHDRAWN;
}

/* Of what so many candidates say: nearly all findings have one or two, and a scan has many findings. */
static size_t texts_room(size_t candidates)
{
	return candidates < FINDING_TEXTS_MOST ? candidates : FINDING_TEXTS_MOST;
}

/* None twice, and no more than are shown. */
static void add_text(struct str *texts, size_t *count, struct str text)
{
	if (*count == FINDING_TEXTS_MOST)
		return;
	for (size_t i = 0; i < *count; i++)
		if (str_eq(texts[i], text))
			return;
	texts[(*count)++] = text;
}

/* "nvd CVE-2021-3712: cpe a:openssl:openssl, ..." */
static struct str candidate_words(const struct candidate *c, struct str behind, struct arena *arena)
{
	const struct str parts[] = { str_shown(c->advisory->source), STR(" "), str_shown(c->advisory->name),
		STR(": "), match_words(c->match, arena),
		c->platform == PLATFORM_UNKNOWN ? STR("; its platform is not in the SBOM") : STR(""),
		behind };

	return arena_join_all(arena, parts, COUNT(parts));
}

/* Fills in what the source that decides says, first to end of all. */
static void tell(struct finding *f, const struct candidate *group, size_t count, struct arena *arena)
{
	f->trace = arena_alloc(arena, texts_room(count), sizeof(*f->trace));
	f->fixed_in = arena_alloc(arena, texts_room(count), sizeof(*f->fixed_in));
	f->source = group[0].advisory->source;
	for (size_t i = 0; i < count; i++) {
		const struct candidate *c = &group[i];

		if (state_of(c) != f->state || f->trace_count == FINDING_TEXTS_MOST)
			continue;
		/* what the component itself names says the same, and more surely */
		if (c->match->reach->through.len && (f->tier == TIER_A || f->tier == TIER_B))
			continue;
		add_text(f->trace, &f->trace_count, candidate_words(c, STR(""), arena));
		if (c->match->range.fixed.len)
			add_text(f->fixed_in, &f->fixed_count, c->match->range.fixed);
	}
}

static size_t source_end(const struct candidate *group, size_t first, size_t count)
{
	size_t i = first;

	while (i < count && str_eq(group[i].advisory->source, group[first].advisory->source))
		i++;
	return i;
}

/* A source that does not decide: what it says counts as "not affected" where nothing of it holds. */
static enum finding_state other_state(const struct word *word)
{
	return word->said ? word->state : FINDING_NOT_AFFECTED;
}

/* And its strongest word is that of this candidate. */
static const struct candidate *other_told(
    const struct word *word, const struct candidate *group, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (state_of(&group[i]) == word->state && (!word->said || group[i].match->tier == word->tier))
			return &group[i];
	return &group[0];
}

/* With the reason where nothing of it holds. */
static struct finding_other tell_other(const struct candidate *group, size_t count, struct arena *arena)
{
	struct word word = hear(group, count);
	const struct candidate *told = other_told(&word, group, count);
	struct str unsaid = STR("");

	if (!word.said && told->platform == PLATFORM_NO)
		unsaid = STR("; its configuration does not hold in this release");
	else if (!word.said && told->match->outside)
		unsaid =
		    told->taken_out ? STR("; but others are as sure of the component") : STR("; withdrawn");
	else if (!word.said)
		unsaid = told->taken_out ? STR("; the record takes this version out") : STR("; not certain");
	return (struct finding_other){ other_state(&word), told->match->tier,
		candidate_words(told, unsaid, arena) };
}

static void tell_others(struct finding *f, const struct candidate *group, size_t count, struct arena *arena)
{
	f->other_sources = arena_alloc(arena, texts_room(count), sizeof(*f->other_sources));
	f->others = arena_alloc(arena, texts_room(count), sizeof(*f->others));
	for (size_t i = 0, end; i < count && f->other_count < FINDING_TEXTS_MOST; i = end) {
		end = source_end(group, i, count);
		if (str_eq(group[i].advisory->source, f->source))
			continue;
		f->other_sources[f->other_count] = group[i].advisory->source;
		f->others[f->other_count++] = tell_other(group + i, end - i, arena);
	}
}

/* Does a later source's word stand before the one that decides so far? */
static bool stands_before(const struct word *word, int rank, const struct word *decided, int by)
{
	if (!word->said)
		return false;
	if (!decided->said)
		return true;
	if (decided->state == FINDING_WITHDRAWN)
		return word->state != FINDING_WITHDRAWN;
	/* two that stand equally near and agree: the one that is surer of the component */
	return rank == by && word->state == decided->state && word->tier < decided->tier;
}

/* What the candidates of one component and vulnerability come to, and which of them say so. */
struct weighed {
	struct word decided;
	enum tier tier; /* how sure it is that this is the component */
	size_t from, to;
};

/* The surest of all sources that say what decides; of no more of them than are shown. */
static enum tier surest_tier(const struct candidate *group, size_t count, const struct weighed *w)
{
	enum tier tier = w->decided.tier;
	size_t others = 0;

	for (size_t i = 0, end; i < count && others < FINDING_TEXTS_MOST; i = end) {
		struct word word;
		enum tier told;

		end = source_end(group, i, count);
		if (str_eq(group[i].advisory->source, group[w->from].advisory->source))
			continue;
		others++;
		word = hear(group + i, end - i);
		if (other_state(&word) != w->decided.state)
			continue;
		told = other_told(&word, group + i, end - i)->match->tier;
		if (told < tier)
			tier = told;
	}
	return tier;
}

/* Of sorted candidates; false where no source holds anything against the component. */
static bool weigh(struct candidate *group, size_t count, struct weighed *out)
{
	struct weighed w = { .decided.state = FINDING_STATE_COUNT };
	bool harm = false;

	mark_taken_out(group, count);
	hush_omissions(group, count);
	for (size_t i = 0, end; i < count; i = end) {
		struct word word;

		end = source_end(group, i, count);
		word = hear(group + i, end - i);
		harm |= word.said && speaks_of_harm(word.state);
		if (!stands_before(&word, group[i].rank, &w.decided, group[w.from].rank))
			continue;
		w = (struct weighed){ .decided = word, .from = i, .to = end };
	}
	if (!w.decided.said || !harm)
		return false;
	w.tier = surest_tier(group, count, &w);
	*out = w;
	return true;
}

static bool make_one(struct candidate *group, size_t count, struct arena *arena, struct finding *f)
{
	struct weighed w;

	if (!weigh(group, count, &w))
		return false;
	*f = (struct finding){ .component = group[0].match->component,
		.vulnerability_id = group[0].vulnerability_id,
		.state = w.decided.state,
		.tier = w.decided.tier };
	tell(f, group + w.from, w.to - w.from, arena);
	tell_others(f, group, count, arena);
	f->tier = w.tier;
	return true;
}

bool finding_weigh(struct candidate *group, size_t count, enum finding_state *state, enum tier *tier)
{
	struct weighed w;

	find_ranks(group, count);
	vec_sort(group, count, sizeof(*group), by_order);
	if (!weigh(group, count, &w))
		return false;
	*state = w.decided.state;
	*tier = w.tier;
	return true;
}

void findings_make(
    struct candidate *candidates, size_t count, struct arena *arena, struct finding **out, size_t *out_count)
{
	struct finding *findings = NULL;
	size_t room = 0, made = 0;

	find_ranks(candidates, count);
	vec_sort(candidates, count, sizeof(*candidates), by_order);
	for (size_t i = 0, end; i < count; i = end) {
		struct finding f;

		for (end = i + 1;
		     end < count && candidates[end].match->component == candidates[i].match->component &&
		     candidates[end].vulnerability_id == candidates[i].vulnerability_id;
		     end++)
			;
		if (!make_one(candidates + i, end - i, arena, &f))
			continue;
		findings = vec_room(findings, &room, made + 1, sizeof(*findings));
		findings[made++] = f;
	}
	*out = findings;
	*out_count = made;
}
