#include "actions/describe.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/recall.h"
#include "identity/cve_id.h"
#include "store/aliases.h"
#include "store/refused_names.h"
#include "store/vulnerability_told.h"

#define REMEMBERED_BYTES ((size_t)2 << 20)
#define AT_ONCE DESCRIBE_AHEAD_MOST

struct describer {
	struct db *db;
	const struct source_row *sources;
	size_t source_count;
	struct recall rows;
	struct arena arena; /* of those that are refused */
	struct refused_names refused;
	bool has_refused;     /* they were read */
	struct arena scratch; /* reset for each look-up */
};

/* One vulnerability under way. */
struct describing {
	struct arena *arena;
	const struct refused_names *refused;
	struct scan_row *row;
	size_t score_room, alias_room;
	int summary_rank; /* of the source that gave the summary; large: none yet */
};

struct describer *describer_new(struct db *db, const struct source_row *sources, size_t source_count)
{
	struct describer *d = memory_alloc(1, sizeof(*d));

	*d = (struct describer){ .db = db,
		.sources = sources,
		.source_count = source_count,
		.rows = recall_new(REMEMBERED_BYTES) };
	return d;
}

void describer_free(struct describer *d)
{
	if (!d)
		return;
	recall_free(&d->rows);
	arena_free(&d->arena);
	arena_free(&d->scratch);
	free(d);
}

/* NULL where there is none of that id. */
static const struct source_row *source_of(const struct describer *d, int64_t source_id)
{
	for (size_t i = 0; i < d->source_count; i++)
		if (d->sources[i].id == source_id)
			return &d->sources[i];
	return NULL;
}

/* NVD carries the scores of others too, under their own names. */
static struct str scorer(struct str source, const struct score *score)
{
	if (str_eq(source, STR("nvd")) || str_eq(source, STR("nvd-supplement")))
		return score->source;
	return source;
}

static int score_rank(struct str source)
{
	static const char *const order[] = { "nvd", "cve", "cve-adp" };

	for (size_t i = 0; i < COUNT(order); i++)
		if (str_eq(source, str_of(order[i])))
			return (int)i;
	return (int)COUNT(order);
}

/* 4.0 first; a vector without a prefix is 2.0. */
static int version_rank(struct str vector)
{
	static const char *const order[] = { "CVSS:4.0/", "CVSS:3.1/", "CVSS:3.0/" };

	for (size_t i = 0; i < COUNT(order); i++)
		if (str_starts(vector, str_of(order[i])))
			return (int)i;
	return (int)COUNT(order);
}

static int by_weight(const void *left, const void *right)
{
	const struct scan_score *a = left, *b = right;
	int sign = score_rank(a->source) - score_rank(b->source);

	if (!sign)
		sign = str_cmp(a->source, b->source);
	if (!sign)
		sign = version_rank(a->vector) - version_rank(b->vector);
	return sign ? sign : str_cmp(a->vector, b->vector);
}

static bool is_known(const struct scan_row *row, const struct scan_score *score)
{
	for (size_t i = 0; i < row->score_count; i++)
		if (str_eq(row->scores[i].source, score->source) &&
		    str_eq(row->scores[i].vector, score->vector))
			return true;
	return false;
}

static void add_score(struct describing *d, struct str source, const struct score *published)
{
	struct scan_score score = { scorer(source, published), published->vector, published->tenths,
		CVSS_NONE };
	struct cvss cvss;
	struct err unread;

	if (cvss_parse(published->vector, &cvss, &unread)) {
		struct cvss_scores scores;

		cvss_score(&cvss, &scores);
		score.tenths = scores.score;
		score.band = cvss_band(cvss.version, score.tenths);
	} else if (score.tenths < 0) {
		return;
	} else {
		score.band =
		    cvss_band(str_starts(published->version, STR("2")) ? CVSS_2_0 : CVSS_3_1, score.tenths);
	}
	if (!is_known(d->row, &score) && d->row->score_count < d->score_room)
		d->row->scores[d->row->score_count++] = score;
}

static void add_alias(struct describing *d, struct str name)
{
	if (str_eq(name, d->row->vulnerability) || str_index(name, '/') < name.len)
		return;
	for (size_t i = 0; i < d->row->alias_count; i++)
		if (str_eq(d->row->aliases[i], name))
			return;
	if (d->row->alias_count < d->alias_room)
		d->row->aliases[d->row->alias_count++] = name;
}

static int by_name(const void *left, const void *right)
{
	return str_cmp(*(const struct str *)left, *(const struct str *)right);
}

/* An alias that is a CVE id is a vulnerability of its own, not another name of this one. */
static void add_names(struct describing *d, struct str source, const struct told_record *record)
{
	const struct card *card = &record->card;
	int64_t cve;

	add_alias(d, record->name);
	for (size_t i = 0; i < card->alias_count; i++)
		if (!cve_id_parse(card->aliases[i], &cve) &&
		    !refused_names_find(d->refused, source, record->name, card->aliases[i]))
			add_alias(d, card->aliases[i]);
}

/* Of a source that is off the names alone: that another record goes by them holds whoever says it. */
static void take_record(struct describing *d, const struct source_row *from, const struct told_record *record)
{
	const struct card *card = &record->card;
	struct str source = from ? from->name : STR("unknown");
	int rank = score_rank(source);

	add_names(d, source, record);
	if (from && source_is_off(&from->off))
		return;
	for (size_t i = 0; i < card->score_count; i++)
		add_score(d, source, &card->scores[i]);
	if (card->summary.len && rank < d->summary_rank) {
		d->row->summary = card->summary;
		d->summary_rank = rank;
	}
	if (instant_is_known(record->published) &&
	    (!instant_is_known(d->row->published) || record->published.us < d->row->published.us))
		d->row->published = record->published;
}

static void take_all(
    struct describing *d, const struct describer *from, const struct vulnerability_told *told)
{
	for (size_t i = 0; i < told->count; i++) {
		d->score_room += told->records[i].card.score_count;
		d->alias_room += told->records[i].card.alias_count + 1;
	}
	d->row->scores = arena_alloc(d->arena, d->score_room, sizeof(*d->row->scores));
	d->row->aliases = arena_alloc(d->arena, d->alias_room, sizeof(*d->row->aliases));
	for (size_t i = 0; i < told->count; i++)
		take_record(d, source_of(from, told->records[i].source_id), &told->records[i]);
	if (d->row->score_count)
		qsort(d->row->scores, d->row->score_count, sizeof(*d->row->scores), by_weight);
	if (d->row->alias_count)
		qsort(d->row->aliases, d->row->alias_count, sizeof(*d->row->aliases), by_name);
}

static bool is_off(const struct describer *d, struct str source)
{
	for (size_t i = 0; i < d->source_count; i++)
		if (str_eq(d->sources[i].name, source))
			return source_is_off(&d->sources[i].off);
	return false;
}

/* Lists that are turned off say nothing. */
static unsigned heard_lists(const struct describer *from, unsigned exploited)
{
	for (unsigned i = 0; i < EXPLOIT_LIST_COUNT && exploited; i++)
		if (exploited & 1U << i && is_off(from, exploit_list_name((enum exploit_list)i)))
			exploited &= ~(1U << i);
	return exploited;
}

static void fill(struct describer *from, const struct vulnerability_told *told, struct scan_row *row)
{
	struct describing d = {
		.arena = &from->rows.arena, .refused = &from->refused, .row = row, .summary_rank = 100
	};

	*row =
	    (struct scan_row){ .vulnerability = told->name, .published = INSTANT_NONE, .summary = STR("") };
	take_all(&d, from, told);
	row->exploited = heard_lists(from, told->exploited);
	row->epss = is_off(from, STR("epss")) ? -1 : told->epss;
}

/* Those of the ids, not too many, that are not known. */
static bool look_up(struct describer *from, const int64_t *ids, size_t count, struct err *e)
{
	struct vulnerability_told asked[AT_ONCE];
	struct arena *lasting = &from->rows.arena;
	size_t unknown = 0;

	if (!from->has_refused && !refused_names_read(from->db, &from->arena, &from->refused, e))
		return false;
	from->has_refused = true;
	arena_reset(&from->scratch);
	for (size_t i = 0; i < count; i++) {
		if (recall_find(&from->rows, ids[i]) || (unknown && asked[unknown - 1].id == ids[i]))
			continue;
		asked[unknown].id = ids[i];
		if (!aliases_name(from->db, ids[i], lasting, &asked[unknown++].name, e))
			return false;
	}
	if (unknown && !vulnerabilities_told(from->db, asked, unknown, lasting, &from->scratch, e))
		return false;
	for (size_t i = 0; i < unknown; i++) {
		struct scan_row *row = arena_alloc(lasting, 1, sizeof(*row));

		fill(from, &asked[i], row);
		recall_keep(&from->rows, asked[i].id, row);
	}
	return true;
}

bool describe_ahead(struct describer *d, const int64_t *ids, size_t count, struct err *e)
{
	recall_trim(&d->rows);
	return look_up(d, ids, count < AT_ONCE ? count : AT_ONCE, e);
}

bool describe_vulnerability(
    struct describer *d, int64_t vulnerability_id, const struct scan_row **out, struct err *e)
{
	*out = recall_find(&d->rows, vulnerability_id);
	if (*out)
		return true;
	if (!describe_ahead(d, &vulnerability_id, 1, e))
		return false;
	*out = recall_find(&d->rows, vulnerability_id);
	return true;
}
