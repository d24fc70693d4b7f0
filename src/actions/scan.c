#include "actions/scan.h"

#include <stdlib.h>

#include "actions/describe.h"
#include "base/vec.h"
#include "matching/platform.h"
#include "store/aliases.h"
#include "store/packages.h"
#include "store/vulnerabilities.h"

#define VULNERABILITIES_MOST 64 /* that one advisory may be about; a kernel notice names some dozens */

/* One identity of one component, to be looked up. */
struct wanted {
	const struct identity *identity;
	size_t component;
};

struct scanning {
	struct db *db;
	struct arena *arena;
	const struct component *components;
	size_t component_count;
	struct wanted *wanted; /* by package, so that each is read once */
	size_t wanted_count;
	struct match_list matches;
	struct source_row *sources;
	size_t source_count;
	struct candidate *candidates;
	size_t candidate_count, candidate_room;
};

static int by_package(const void *left, const void *right)
{
	const struct wanted *a = left, *b = right;
	int sign = (a->identity->kind > b->identity->kind) - (a->identity->kind < b->identity->kind);

	if (!sign)
		sign = str_cmp(a->identity->package, b->identity->package);
	if (!sign)
		sign = (a->component > b->component) - (a->component < b->component);
	return sign ? sign : (a->identity > b->identity) - (a->identity < b->identity);
}

static void list_wanted(struct scanning *s)
{
	size_t count = 0;

	for (size_t i = 0; i < s->component_count; i++)
		count += s->components[i].identity_count;
	s->wanted = arena_alloc(s->arena, count, sizeof(*s->wanted));
	for (size_t i = 0; i < s->component_count; i++)
		for (size_t k = 0; k < s->components[i].identity_count; k++)
			if (s->components[i].identities[k].is_whole)
				s->wanted[s->wanted_count++] =
				    (struct wanted){ &s->components[i].identities[k], i };
	if (s->wanted_count)
		qsort(s->wanted, s->wanted_count, sizeof(*s->wanted), by_package);
}

static bool same_package(const struct wanted *a, const struct wanted *b)
{
	return a->identity->kind == b->identity->kind && str_eq(a->identity->package, b->identity->package);
}

static bool match_package(struct scanning *s, const struct wanted *first, size_t count, struct err *e)
{
	int64_t package_id;
	struct str packed;

	if (!packages_find(s->db, first->identity->kind, first->identity->package, &package_id, e))
		return false;
	if (!package_id)
		return true;
	if (!packages_ranges(s->db, package_id, &packed, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!match_identity(first[i].component, first[i].identity, packed, s->arena, &s->matches, e))
			return false;
	return true;
}

static bool match_all(struct scanning *s, struct err *e)
{
	for (size_t i = 0, end; i < s->wanted_count; i = end) {
		for (end = i + 1; end < s->wanted_count && same_package(&s->wanted[i], &s->wanted[end]);
		     end++)
			;
		if (!match_package(s, s->wanted + i, end - i, e))
			return false;
	}
	return true;
}

/* The legs of a configuration against everything in the release. */
struct release {
	const struct scanning *scanning;
	struct arena arena; /* reset for each leg */
};

static size_t first_of_package(const struct scanning *s, enum package_kind kind, struct str package)
{
	struct identity sought = { .kind = kind, .package = package };
	size_t low = 0, high = s->wanted_count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		const struct identity *at = s->wanted[middle].identity;
		bool before = at->kind < sought.kind ||
			      (at->kind == sought.kind && str_cmp(at->package, sought.package) < 0);

		if (before)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* NISTIR 7696 calls "-" and a value disjoint. NVD writes "-" for hardware of which it knows no revision,
 * though, so for a platform's hardware that is left open rather than denied. */
static bool is_hardware_without_version(const struct affected *leg)
{
	return leg->not_applicable && str_starts(leg->package, STR("h:"));
}

static enum platform_answer holds(void *ctx, const struct affected *leg, bool vulnerable)
{
	struct release *release = ctx;
	const struct scanning *s = release->scanning;
	enum platform_answer answer = PLATFORM_NO;
	bool there = false;

	for (size_t i = first_of_package(s, leg->kind, leg->package); i < s->wanted_count; i++) {
		const struct identity *identity = s->wanted[i].identity;
		struct range r;
		enum meeting meeting;

		if (identity->kind != leg->kind || !str_eq(identity->package, leg->package))
			break;
		there = true;
		arena_reset(&release->arena);
		r = range_of(leg, 0, &release->arena);
		meeting = match_meets(identity, &r, &release->arena, NULL);
		if (meeting == MEETS || (meeting == MEETS_UNCONFIRMED && vulnerable))
			return PLATFORM_YES;
		if (meeting == MEETS_UNCONFIRMED || is_hardware_without_version(leg))
			answer = PLATFORM_UNKNOWN;
	}
	return there ? answer : PLATFORM_UNKNOWN;
}

static bool judge_platform(struct scanning *s, const struct match *m, struct str configs,
    enum platform_answer *answer, struct err *e)
{
	struct release release = { .scanning = s };
	struct config config;

	*answer = PLATFORM_YES;
	if (m->range.config < 0)
		return true;
	if (!platform_read(configs, m->range.config, s->arena, &config))
		return err_fail(e, ERR_STORE, "the configurations of advisory %lld are damaged",
		    (long long)m->range.advisory_id);
	*answer = platform_judge(&config, (struct platform_legs){ &release, holds });
	arena_free(&release.arena);
	return true;
}

static struct str source_name(const struct scanning *s, int64_t source_id)
{
	for (size_t i = 0; i < s->source_count; i++)
		if (s->sources[i].id == source_id)
			return s->sources[i].name;
	return STR("unknown");
}

/* Does a supplement stand in for NVD's own configurations of this CVE? */
static bool is_superseded(struct scanning *s, const struct advisory_head *head, int64_t vulnerability_id,
    bool *superseded, struct err *e)
{
	struct advisory_row *rows;
	size_t count;

	*superseded = false;
	if (!str_eq(head->source, STR("nvd")))
		return true;
	if (!vulnerability_advisories(s->db, vulnerability_id, s->arena, &rows, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		*superseded |= str_eq(source_name(s, rows[i].source_id), STR("nvd-supplement"));
	return true;
}

static void add_candidate(struct scanning *s, struct candidate c)
{
	s->candidates =
	    vec_room(s->candidates, &s->candidate_room, s->candidate_count + 1, sizeof(*s->candidates));
	s->candidates[s->candidate_count++] = c;
}

/* All matches of one advisory: what they are about, and whether its configurations hold. */
static bool weigh_advisory(struct scanning *s, const struct match *matches, size_t count, struct err *e)
{
	struct advisory_head *head = arena_alloc(s->arena, 1, sizeof(*head));
	int64_t vulnerabilities[VULNERABILITIES_MOST];
	struct advisory_row row;
	struct str configs;
	size_t about;
	bool superseded;

	if (!advisory_row_get(s->db, matches->range.advisory_id, s->arena, &row, e) ||
	    !advisory_configs_get(s->db, row.id, s->arena, &configs, e) ||
	    !aliases_vulnerabilities(
		s->db, row.id, row.name, vulnerabilities, VULNERABILITIES_MOST, &about, e))
		return false;
	*head = (struct advisory_head){ row.id, source_name(s, row.source_id), row.name, row.state };
	if (about && !is_superseded(s, head, vulnerabilities[0], &superseded, e))
		return false;
	if (about == 0 || superseded)
		return true;
	for (size_t i = 0; i < count; i++) {
		enum platform_answer platform;

		if (!judge_platform(s, &matches[i], configs, &platform, e))
			return false;
		for (size_t k = 0; k < about; k++)
			add_candidate(
			    s, (struct candidate){ vulnerabilities[k], &matches[i], head, platform });
	}
	return true;
}

static int by_advisory(const void *left, const void *right)
{
	const struct match *a = left, *b = right;

	return (a->range.advisory_id > b->range.advisory_id) - (a->range.advisory_id < b->range.advisory_id);
}

static bool weigh_all(struct scanning *s, struct err *e)
{
	struct match *m = s->matches.matches;

	if (s->matches.count)
		qsort(m, s->matches.count, sizeof(*m), by_advisory);
	for (size_t i = 0, end; i < s->matches.count; i = end) {
		for (end = i + 1; end < s->matches.count && by_advisory(&m[i], &m[end]) == 0; end++)
			;
		if (!weigh_advisory(s, m + i, end - i, e))
			return false;
	}
	return true;
}

static int by_component(const void *left, const void *right, void *ctx)
{
	const struct component *components = ctx;
	const struct scan_row *a = left, *b = right;
	const struct component *x = &components[a->finding.component], *y = &components[b->finding.component];
	int sign = str_cmp(x->name, y->name);

	if (!sign)
		sign = str_cmp(x->version, y->version);
	if (!sign)
		sign = str_cmp(a->vulnerability, b->vulnerability);
	return sign ? sign
		    : (a->finding.component > b->finding.component) -
			  (a->finding.component < b->finding.component);
}

static int by_vulnerability(const void *left, const void *right)
{
	const struct finding *a = left, *b = right;

	return (a->vulnerability_id > b->vulnerability_id) - (a->vulnerability_id < b->vulnerability_id);
}

static bool make_rows(struct scanning *s, struct scan *out, struct err *e)
{
	struct finding *findings;
	size_t count;
	bool done = true;

	findings_make(s->candidates, s->candidate_count, s->arena, &findings, &count);
	if (count)
		qsort(findings, count, sizeof(*findings), by_vulnerability);
	out->rows = arena_alloc(s->arena, count, sizeof(*out->rows));
	out->row_count = count;
	for (size_t i = 0; i < count && done; i++) {
		if (i > 0 && findings[i].vulnerability_id == findings[i - 1].vulnerability_id)
			out->rows[i] = out->rows[i - 1];
		else
			done = describe_vulnerability(s->db, findings[i].vulnerability_id, s->sources,
			    s->source_count, s->arena, &out->rows[i], e);
		out->rows[i].finding = findings[i];
	}
	free(findings);
	if (done && count)
		qsort_r(out->rows, count, sizeof(*out->rows), by_component,
		    (void *)(uintptr_t)s->components); /* the comparison only reads them */
	return done;
}

static void list_sources(const struct scanning *s, struct scan *out)
{
	out->sources = arena_alloc(s->arena, s->source_count, sizeof(*out->sources));
	out->source_count = s->source_count;
	for (size_t i = 0; i < s->source_count; i++)
		out->sources[i] = (struct scan_source){ s->sources[i].name, s->sources[i].records,
			s->sources[i].newest, s->sources[i].imported };
}

bool scan_list(struct db *db, const struct component *components, size_t count, struct arena *arena,
    struct scan *out, struct err *e)
{
	struct scanning s = { .db = db, .arena = arena, .components = components, .component_count = count };
	struct scan scan = { .components = components, .component_count = count };
	bool done;

	list_wanted(&s);
	done = sources_list(db, arena, &s.sources, &s.source_count, e) && match_all(&s, e) &&
	       weigh_all(&s, e) && make_rows(&s, &scan, e);
	list_sources(&s, &scan);
	match_list_free(&s.matches);
	free(s.candidates);
	if (done)
		*out = scan;
	return done;
}

bool scan_components(struct db *db, const struct component *components, size_t count, struct arena *arena,
    struct scan *out, struct err *e)
{
	bool done;

	if (!db_read_begin(db, e))
		return false;
	done = scan_list(db, components, count, arena, out, e);
	db_read_end(db);
	return done;
}
