#include "actions/matching/scan.h"

#include <stdlib.h>

#include "actions/describe.h"
#include "actions/matching/heard.h"
#include "actions/matching/hints.h"
#include "actions/matching/sight.h"
#include "actions/matching/weigh.h"
#include "base/memory.h"
#include "base/vec.h"
#include "limits.h"
#include "store/aliases.h"
#include "store/matches.h"
#include "store/package_aliases.h"
#include "store/packages.h"

/* A finding with what it is ordered by. */
struct found {
	struct str vulnerability;
	const struct finding *finding;
};

struct scanner {
	struct db *db;
	const struct sought *sought; /* the vulnerabilities that are asked for; NULL: all */
	struct scan about;
	struct arena arena;	     /* lives as long as the scanner */
	struct positions *positions; /* may be NULL */
	struct weigher *weigher;
	struct describer *describer;
	struct alias_book own; /* rules of the manufacturer */
	struct hints *hints;   /* NULL: it gives findings */
	uint32_t *order;       /* components by name and version */
	size_t next;	       /* place in it */
	const bool *picked;    /* components that matter; NULL: all */

	/* Of the components in hand, those of one name and version. */
	struct arena round;
	struct match_list matches;
	struct candidate_list candidates;
	struct finding *findings;
	struct found *found;
	size_t found_count, found_next, described; /* those before the last are described */
	struct scan_row row;

	/* What was read last. Components of one name and many versions stand together. */
	enum package_kind package_kind; /* 0: nothing */
	struct buf package;
	struct str packed;
	struct heard heard;
	struct arena filtered; /* ranges that are left where a source is off */
};

static int by_version(const struct component *c, struct str name, struct str version)
{
	int sign = str_cmp(c->name, name);

	return sign ? sign : str_cmp(c->version, version);
}

static int by_place(const void *left, const void *right, void *ctx)
{
	const struct component *components = ctx;
	uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
	int sign = by_version(&components[a], components[b].name, components[b].version);

	return sign ? sign : (a > b) - (a < b);
}

static void put_in_order(struct scanner *s)
{
	_Static_assert(LIMIT_SBOM_COMPONENTS < UINT32_MAX, "an index fits");
	s->order = arena_alloc(&s->arena, s->about.component_count, sizeof(*s->order));
	for (size_t i = 0; i < s->about.component_count; i++)
		s->order[i] = (uint32_t)i;
	if (s->about.component_count)
		qsort_r(s->order, s->about.component_count, sizeof(*s->order), by_place,
		    (void *)(uintptr_t)s->about.components); /* the comparison only reads them */
}

static void list_sources(struct scanner *s, const struct source_row *rows, size_t count)
{
	s->about.sources = arena_alloc(&s->arena, count, sizeof(*s->about.sources));
	s->about.source_count = count;
	for (size_t i = 0; i < count; i++)
		s->about.sources[i] = (struct scan_source){ rows[i].name, rows[i].records, rows[i].newest,
			rows[i].imported, rows[i].off };
}

bool scan_open(struct db *db, const struct component *components, size_t count, const struct sought *sought,
    struct scanner **out, struct err *e)
{
	SCOPED_SCANNER *s = memory_alloc(1, sizeof(*s));
	struct source_row *sources;
	size_t source_count;

	s->db = db;
	s->sought = sought;
	s->package = buf_new(LIMIT_PACKAGE_BYTES);
	s->about = (struct scan){ .components = components, .component_count = count };
	if (!sources_list(db, &s->arena, &sources, &source_count, e) ||
	    !package_alias_book(db, &s->arena, &s->own, e))
		return false;
	list_sources(s, sources, source_count);
	s->heard = heard_of(db, sources, source_count);
	s->weigher =
	    weigher_new((struct weighing){ db, components, count, sources, source_count, &s->own, sought });
	s->describer = describer_new(db, sources, source_count);
	put_in_order(s);
	*out = s;
	s = NULL;
	return true;
}

void scan_close(struct scanner *s)
{
	if (!s)
		return;
	packages_ranges_done(s->db);
	weigher_free(s->weigher);
	describer_free(s->describer);
	hints_close(s->hints);
	match_list_free(&s->matches);
	free(s->candidates.candidates);
	free(s->findings);
	buf_free(&s->package);
	arena_free(&s->round);
	arena_free(&s->filtered);
	arena_free(&s->arena);
	free(s);
}

bool scan_use_kept(struct scanner *s, int64_t list_id, struct err *e)
{
	bool current;

	if (!matches_are_current(s->db, &current, e))
		return false;
	if (current)
		weigher_use_kept(s->weigher, list_id);
	return true;
}

void scan_use(struct scanner *s, struct positions *positions)
{
	s->positions = positions;
}

void scan_pick(struct scanner *s, const bool *picked)
{
	s->picked = picked;
}

static bool is_picked(const struct scanner *s, size_t component)
{
	return !s->picked || s->picked[component];
}

void scan_seek(struct scanner *s, struct str name, struct str version)
{
	size_t low = 0, high = s->about.component_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (by_version(&s->about.components[s->order[middle]], name, version) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	s->next = low;
}

bool scan_find_unserved(struct scanner *s, struct err *e)
{
	SCOPED_SIGHT *sight = sight_new(s->db, &s->own);
	struct scan_unserved *found = NULL;
	size_t count = 0, room = 0;
	struct str kind;

	for (size_t i = 0; i < s->about.component_count; i++) {
		if (s->about.components[i].is_subject)
			continue;
		if (!sight_unserved(sight, &s->about.components[i], &s->arena, &kind, e))
			return false;
		if (kind.len == 0)
			continue;
		found = arena_room(&s->arena, found, count, &room, sizeof(*found));
		found[count++] = (struct scan_unserved){ i, kind };
	}
	s->about.unserved = found;
	s->about.unserved_count = count;
	return true;
}

struct scan scan_about(const struct scanner *s)
{
	return s->about;
}

/* The ranges of a package; empty where nothing is known of it. */
static bool read_package(struct scanner *s, const struct identity *identity, struct err *e)
{
	int64_t package_id;

	if (s->package_kind == identity->kind && str_eq(buf_str(&s->package), identity->package))
		return true;
	s->package_kind = 0;
	s->packed = STR("");
	arena_reset(&s->filtered);
	if (!packages_find(s->db, identity->kind, identity->package, &package_id, e))
		return false;
	if (package_id && (!packages_ranges(s->db, package_id, &s->packed, e) ||
			      !heard_ranges(&s->heard, &s->filtered, &s->packed, e)))
		return false;
	buf_clear(&s->package);
	buf_add(&s->package, identity->package);
	s->package_kind = buf_full(&s->package) ? 0 : identity->kind;
	return true;
}

/* Where somebody else speaks of a package that has records of its own, those are asked what they leave out.
 */
static bool ask_own_records(
    struct scanner *s, size_t index, const struct reach *reaches, size_t count, struct err *e)
{
	for (size_t i = 0; i < count; i++)
		if (reach_has_own_records(&reaches[i]) &&
		    (!read_package(s, &reaches[i].identity, e) ||
			!match_outside(index, &reaches[i], s->packed, &s->round, &s->matches, e)))
			return false;
	return true;
}

/* Does any advisory that is asked for speak of a package of the component? */
static bool is_sought(
    struct scanner *s, const struct reach *reaches, size_t count, bool *sought, struct err *e)
{
	*sought = !s->sought;
	for (size_t i = 0; i < count && !*sought; i++) {
		int64_t package_id;

		if (!packages_find(
			s->db, reaches[i].identity.kind, reaches[i].identity.package, &package_id, e))
			return false;
		*sought = package_id && id_set_has(&s->sought->packages, package_id);
	}
	return true;
}

static bool match_component(struct scanner *s, size_t index, struct err *e)
{
	struct reach *reaches;
	size_t count = reach_of(&s->about.components[index], &s->own, &s->round, &reaches);
	bool others = false, sought;

	if (!is_sought(s, reaches, count, &sought, e))
		return false;
	if (!sought)
		return true;
	for (size_t i = 0; i < count; i++) {
		size_t before = s->matches.count;

		if (!read_package(s, &reaches[i].identity, e) ||
		    !match_reach(index, &reaches[i], s->packed, &s->round, &s->matches, e))
			return false;
		others |= !reach_has_own_records(&reaches[i]) && s->matches.count > before;
	}
	return !others || ask_own_records(s, index, reaches, count, e);
}

static int by_vulnerability(const void *left, const void *right)
{
	const struct found *a = left, *b = right;
	int sign = str_cmp(a->vulnerability, b->vulnerability);

	return sign ? sign
		    : (a->finding->component > b->finding->component) -
			  (a->finding->component < b->finding->component);
}

static bool name_findings(struct scanner *s, size_t count, struct err *e)
{
	s->found = arena_alloc(&s->round, count, sizeof(*s->found));
	for (size_t i = 0; i < count; i++) {
		s->found[i].finding = &s->findings[i];
		if (!aliases_name(
			s->db, s->findings[i].vulnerability_id, &s->round, &s->found[i].vulnerability, e))
			return false;
	}
	if (count)
		qsort(s->found, count, sizeof(*s->found), by_vulnerability);
	s->found_count = count;
	return true;
}

static void end_round(struct scanner *s)
{
	free(s->findings);
	s->findings = NULL;
	s->found_count = s->found_next = s->described = 0;
	s->matches.count = s->candidates.count = 0;
	arena_reset(&s->round);
	weigher_rest(s->weigher);
}

static bool is_found(const struct scanner *s, size_t count, size_t component, int64_t vulnerability_id)
{
	for (size_t i = 0; i < count; i++)
		if (s->findings[i].component == component &&
		    s->findings[i].vulnerability_id == vulnerability_id)
			return true;
	return false;
}

/* What a supplier says is affected is a finding, though no record of a feed knows of it. */
static struct finding claimed(struct scanner *s, size_t component, const struct positions_claim *claim)
{
	struct finding f = { .component = component,
		.vulnerability_id = claim->vulnerability_id,
		.state = FINDING_AFFECTED,
		.tier = str_starts(claim->how, STR("cpe")) ? TIER_B : TIER_A,
		.source = STR("vex"),
		.trace = arena_alloc(&s->round, 1, sizeof(*f.trace)),
		.trace_count = 1 };

	f.trace[0] = arena_printf(&s->round, "vex " STR_FMT ": said to be affected by " STR_FMT ", " STR_FMT,
	    STR_ARG(claim->record->document), STR_ARG(claim->record->who), STR_ARG(claim->how));
	return f;
}

static bool add_claims(struct scanner *s, size_t component, size_t *count, struct err *e)
{
	struct positions_claim *claims;
	size_t claim_count, room = *count;

	if (!positions_claims(s->positions, component, &s->round, &claims, &claim_count, e))
		return false;
	for (size_t i = 0; i < claim_count; i++) {
		if ((s->sought && !id_set_has(&s->sought->vulnerabilities, claims[i].vulnerability_id)) ||
		    is_found(s, *count, component, claims[i].vulnerability_id))
			continue;
		s->findings = vec_room(s->findings, &room, *count + 1, sizeof(*s->findings));
		s->findings[(*count)++] = claimed(s, component, &claims[i]);
	}
	return true;
}

static bool match_names(struct scanner *s, size_t index, struct err *e)
{
	struct reach *reaches;
	size_t count = hints_of(s->hints, index, &s->round, &reaches);

	for (size_t i = 0; i < count; i++)
		if (!read_package(s, &reaches[i].identity, e) ||
		    !match_reach(index, &reaches[i], s->packed, &s->round, &s->matches, e))
			return false;
	return true;
}

static bool is_hint(const struct scanner *s, size_t count, const struct finding *f)
{
	return (f->state == FINDING_AFFECTED || f->state == FINDING_PLATFORM_NOT_IN_SBOM) &&
	       !is_found(s, count, f->component, f->vulnerability_id);
}

/* In place of the findings of the round, what else may touch its components, the first of them at from. */
static bool turn_to_hints(struct scanner *s, size_t from, size_t *count, struct err *e)
{
	struct finding *named;
	size_t named_count, kept = 0;

	s->matches.count = s->candidates.count = 0;
	for (; from < s->next; from++)
		if (!match_names(s, s->order[from], e))
			return false;
	if (!weigh(s->weigher, &s->matches, &s->candidates, e))
		return false;
	findings_make(s->candidates.candidates, s->candidates.count, &s->round, &named, &named_count);
	for (size_t i = 0; i < named_count; i++) {
		if (!is_hint(s, *count, &named[i]))
			continue;
		named[i].tier = TIER_E;
		for (size_t k = 0; k < named[i].other_count; k++)
			named[i].others[k].tier = TIER_E;
		named[kept++] = named[i];
	}
	free(s->findings);
	s->findings = named;
	*count = kept;
	return true;
}

/* The components of the next name and version; usually that is one. */
static bool next_round(struct scanner *s, struct err *e)
{
	const struct component *first = &s->about.components[s->order[s->next]];
	size_t count, start = s->next;

	end_round(s);
	for (; s->next < s->about.component_count; s->next++) {
		if (by_version(&s->about.components[s->order[s->next]], first->name, first->version) != 0)
			break;
		if (is_picked(s, s->order[s->next]) && !match_component(s, s->order[s->next], e))
			return false;
	}
	if (!weigh(s->weigher, &s->matches, &s->candidates, e))
		return false;
	findings_make(s->candidates.candidates, s->candidates.count, &s->round, &s->findings, &count);
	for (size_t i = start; i < s->next && s->positions; i++)
		if (is_picked(s, s->order[i]) && !add_claims(s, s->order[i], &count, e))
			return false;
	if (s->hints && !turn_to_hints(s, start, &count, e))
		return false;
	return name_findings(s, count, e);
}

bool scan_turn_to_hints(struct scanner *s, struct err *e)
{
	end_round(s);
	s->next = 0;
	weigher_use_kept(s->weigher, 0); /* what is kept is about components that are meant */
	return s->hints || hints_open(s->db, s->about.components, s->about.component_count, &s->hints, e);
}

/* Those that come next are looked up together. */
static bool describe_next(struct scanner *s, struct err *e)
{
	int64_t ids[DESCRIBE_AHEAD_MOST];
	size_t count = 0;

	while (count < COUNT(ids) && s->described < s->found_count)
		ids[count++] = s->found[s->described++].finding->vulnerability_id;
	return describe_ahead(s->describer, ids, count, e);
}

static bool next_row(struct scanner *s, const struct scan_row **row, struct err *e)
{
	const struct scan_row *described;
	const struct finding *finding;
	const struct found *found;

	*row = NULL;
	while (s->found_next == s->found_count) {
		while (s->next < s->about.component_count && !is_picked(s, s->order[s->next]))
			s->next++;
		if (s->next == s->about.component_count)
			return true;
		if (!next_round(s, e))
			return false;
	}
	if (s->found_next == s->described && !describe_next(s, e))
		return false;
	found = &s->found[s->found_next++];
	finding = found->finding;
	*row = &s->row;
	if (!describe_vulnerability(s->describer, finding->vulnerability_id, &described, e))
		return false;
	s->row = *described;
	s->row.finding = *finding;
	s->row.matched = finding->state;
	return !s->positions || positions_apply(s->positions, &s->row, e);
}

bool scan_next(struct scanner *s, const struct scan_row **row, struct err *e)
{
	do {
		if (!next_row(s, row, e))
			return false;
	} while (*row && s->hints && !scan_row_counts(*row)); /* somebody has looked at this hint */
	return true;
}
