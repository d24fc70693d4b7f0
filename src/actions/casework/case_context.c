#include "actions/casework/case_context.h"

#include "actions/casework/case_rubric.h"
#include "actions/describe.h"
#include "actions/findings/affected_releases.h"
#include "actions/matching/heard.h"
#include "limits.h"
#include "reports/casefile_record.h"
#include "sources/evidence/exploit_signs.h"
#include "store/aliases.h"
#include "store/devices.h"
#include "store/texts.h"

struct gathering {
	struct db *db;
	struct arena *arena;
	struct context context;
	struct source_row *sources;
	size_t source_count;
	struct case_shared *shared; /* of many casefiles; NULL */
};

static void add(struct gathering *g, const char *what, struct str name, struct str value)
{
	context_add(&g->context, what, name, value, g->arena);
}

static struct str source_name(const struct gathering *g, int64_t id)
{
	for (size_t i = 0; i < g->source_count; i++)
		if (g->sources[i].id == id)
			return g->sources[i].name;
	return STR("");
}

static bool is_off(const struct gathering *g, struct str source)
{
	for (size_t i = 0; i < g->source_count; i++)
		if (str_eq(g->sources[i].name, source))
			return source_is_off(&g->sources[i].off);
	return false;
}

static bool has(const struct context *c, const char *what, struct str name)
{
	for (size_t i = 0; i < c->count; i++)
		if (c->items[i].what == what && str_eq(c->items[i].name, name))
			return true;
	return false;
}

/* The first of a source and version is the one that counts. */
static void add_score(struct gathering *g, const struct scan_score *score)
{
	struct str name = arena_copy(g->arena, score->source), vector = STR("");
	struct cvss cvss;
	struct err unread;

	if (cvss_parse(score->vector, &cvss, &unread)) {
		vector = score->vector;
		name = arena_printf(g->arena, STR_FMT " %s", STR_ARG(name), cvss_version_name(cvss.version));
	}
	if (score->tenths >= 0 && !has(&g->context, CONTEXT_SCORE, name))
		add(g, CONTEXT_SCORE, name,
		    arena_printf(g->arena, "%d.%d%s" STR_FMT, score->tenths / 10, score->tenths % 10,
			vector.len ? " " : "", STR_ARG(vector)));
}

static bool add_described(struct gathering *g, int64_t vulnerability_id, struct err *e)
{
	struct describer *d =
	    g->shared ? g->shared->describer : describer_new(g->db, g->sources, g->source_count);
	const struct scan_row *row;
	bool good = describe_vulnerability(d, vulnerability_id, &row, e);

	if (good) {
		add(g, CONTEXT_KEV, STR(""),
		    scan_row_kev(row)
			? row->exploited == 1U << EXPLOIT_KEV ? STR("listed") : STR("listed, in kev-eu too")
		    : row->exploited	    ? STR("listed in kev-eu")
		    : is_off(g, STR("kev")) ? STR("turned off")
					    : STR("not listed"));
		add(g, CONTEXT_EPSS, STR(""),
		    row->epss < 0 ? STR("none")
				  : arena_printf(g->arena, "%lld.%06lld", (long long)row->epss / 1000000,
					(long long)row->epss % 1000000));
		for (size_t i = 0; i < row->score_count; i++)
			add_score(g, &row->scores[i]);
	}
	if (!g->shared)
		describer_free(d);
	return good;
}

/* A reference that two sources have is one. */
static void add_exploits(
    struct gathering *g, const struct advisory_row *row, const struct exploit_signs *signs)
{
	struct str source = source_name(g, row->source_id);

	for (size_t i = 0; i < signs->count; i++)
		if (!has(&g->context, CONTEXT_EXPLOIT, signs->references[i]))
			add(g, CONTEXT_EXPLOIT, signs->references[i], source);
	if (signs->exploitation.len)
		add(g, CONTEXT_EXPLOIT,
		    arena_printf(g->arena, "SSVC " STR_FMT " " STR_FMT, STR_ARG(source), STR_ARG(row->name)),
		    signs->exploitation);
}

/* Of the records that stand, as they came. Where one cannot be read, what it says later would look new. */
static bool read_exploits(struct gathering *g, const struct advisory_row *rows, size_t count, struct err *e)
{
	SCOPED_TEXTS *texts = count ? texts_new(g->db) : NULL;
	SCOPED_BUF raw = buf_new(LIMIT_RECORD_BYTES);
	bool all = true;

	for (size_t i = 0; i < count; i++) {
		struct exploit_signs signs;
		bool lost;

		if (rows[i].state == ADVISORY_WITHDRAWN)
			continue;
		if (!texts_raw_or_lost(texts, rows[i].id, &raw, &lost, e))
			return false;
		all = all && !lost;
		if (lost || raw.len == 0)
			continue;
		if (!exploit_signs_read(buf_str(&raw), g->arena, &signs, e))
			return err_within(e, STR_FMT, STR_ARG(rows[i].name));
		add_exploits(g, &rows[i], &signs);
	}
	if (all)
		add(g, CONTEXT_EXPLOIT, STR(""), STR("watched"));
	return true;
}

/* Those of sources that are not turned off, moved to the front. */
static size_t heard_rows(const struct gathering *g, struct advisory_row *rows, size_t count)
{
	struct heard heard = heard_of(g->db, g->sources, g->source_count);
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (heard_source(&heard, rows[i].source_id))
			rows[kept++] = rows[i];
	return kept;
}

static bool add_advisories(struct gathering *g, int64_t vulnerability_id, struct err *e)
{
	struct advisory_row *rows;
	size_t count;

	if (!vulnerability_advisories(g->db, vulnerability_id, g->arena, &rows, &count, e))
		return false;
	count = heard_rows(g, rows, count);
	for (size_t i = 0; i < count; i++) {
		struct advisory_stamp stamp;
		char modified[INSTANT_TEXT_SIZE];

		if (!advisory_stamp_get(g->db, rows[i].id, &stamp, e))
			return false;
		add(g, CONTEXT_ADVISORY,
		    arena_printf(g->arena, STR_FMT " " STR_FMT, STR_ARG(source_name(g, rows[i].source_id)),
			STR_ARG(rows[i].name)),
		    arena_printf(g->arena, "%s of %s (%.12s)",
			rows[i].state == ADVISORY_WITHDRAWN ? "withdrawn" : "active",
			instant_is_known(stamp.modified) ? instant_write(stamp.modified, modified)
							 : "unknown date",
			stamp.digest));
	}
	return read_exploits(g, rows, count, e);
}

static bool add_releases(struct gathering *g, const struct case_view *view, struct err *e)
{
	static const char *const words[] = { [RELEASE_NOT_AFFECTED] = "not affected",
		[RELEASE_NOT_TOLD] = "not told",
		[RELEASE_AFFECTED] = "affected" };
	const struct case_shared_device *of_many;
	struct affected_release *list;
	struct device device;
	size_t count;

	if (g->shared) {
		if (!case_shared_device(g->shared, view->casefile.device_id, &of_many, e))
			return false;
		device = of_many->device;
	} else if (!device_by_id(g->db, view->casefile.device_id, g->arena, &device, e)) {
		return false;
	}
	if (!affected_releases(
		g->db, &device, view->casefile.vulnerability, view->facts.today, g->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		add(g, CONTEXT_RELEASE, list[i].release.version, str_of(words[list[i].bearing]));
	return true;
}

static bool add_rubric(struct gathering *g, const struct case_view *view, struct err *e)
{
	struct case_rubric rubric;

	if (!case_rubric_read(view->records, view->record_count, &rubric, e))
		return false;
	if (rubric.record && rubric.result.open == 0)
		add(g, CONTEXT_RUBRIC, STR(""), case_rubric_vector(&rubric, g->arena));
	return true;
}

static bool read_sources(struct gathering *g, struct err *e)
{
	if (!g->shared)
		return sources_list(g->db, g->arena, &g->sources, &g->source_count, e);
	if (!case_shared_describer(g->shared, e))
		return false;
	g->sources = g->shared->sources;
	g->source_count = g->shared->source_count;
	return true;
}

bool case_context_gather(
    struct db *db, const struct case_view *view, struct arena *arena, struct context *out, struct err *e)
{
	struct gathering g = { .db = db, .arena = arena, .shared = view->shared };
	int64_t vulnerability_id;

	if (!read_sources(&g, e) || !aliases_find(db, view->casefile.vulnerability, &vulnerability_id, e))
		return false;
	if (vulnerability_id &&
	    (!add_described(&g, vulnerability_id, e) || !add_advisories(&g, vulnerability_id, e)))
		return false;
	if (!add_releases(&g, view, e) || !add_rubric(&g, view, e))
		return false;
	*out = g.context;
	return true;
}

bool case_context_read(
    const struct case_record *assessment, struct arena *arena, bool *kept, struct context *out, struct err *e)
{
	struct report_fields fields;
	struct context context = { 0 };

	*kept = false;
	if (!report_fields_read(assessment->more, arena, &fields, e))
		return false;
	for (size_t i = 0; i < fields.count; i++) {
		const struct report_texts *texts = &fields.items[i].texts;

		if (str_eq(fields.items[i].key, STR(CASE_POLICY_KEY))) /* is kept with the context */
			*kept = true;
		if (!str_eq(fields.items[i].key, STR("context")))
			continue;
		*kept = true;
		for (size_t k = 0; k < texts->count; k++) {
			struct context_item item;

			if (!context_item_read(texts->items[k], &item))
				return err_fail(e, ERR_STORE, "record %lld: \"" STR_FMT "\" is no context",
				    (long long)assessment->id, STR_ARG(texts->items[k]));
			context_add(&context, item.what, item.name, item.value, arena);
		}
	}
	*out = context;
	return true;
}
