#include "actions/describe.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/recall.h"
#include "identity/cve_id.h"
#include "store/aliases.h"
#include "store/refused_names.h"

#define REMEMBERED_BYTES ((size_t)2 << 20)

struct describer {
	struct db *db;
	const struct source_row *sources;
	size_t source_count;
	struct recall rows;
	struct arena arena; /* of those that are refused */
	struct refused_names refused;
	bool has_refused; /* they were read */
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
static void add_names(
    struct describing *d, struct str source, const struct advisory_row *advisory, const struct card *card)
{
	int64_t cve;

	add_alias(d, advisory->name);
	for (size_t i = 0; i < card->alias_count; i++)
		if (!cve_id_parse(card->aliases[i], &cve) &&
		    !refused_names_find(d->refused, source, advisory->name, card->aliases[i]))
			add_alias(d, card->aliases[i]);
}

/* Of a source that is off the names alone: that another record goes by them holds whoever says it. */
static void take_advisory(struct describing *d, const struct source_row *from,
    const struct advisory_row *advisory, const struct card *card)
{
	struct str source = from ? from->name : STR("unknown");
	int rank = score_rank(source);

	add_names(d, source, advisory, card);
	if (from && source_is_off(&from->off))
		return;
	for (size_t i = 0; i < card->score_count; i++)
		add_score(d, source, &card->scores[i]);
	if (card->summary.len && rank < d->summary_rank) {
		d->row->summary = card->summary;
		d->summary_rank = rank;
	}
	if (instant_is_known(advisory->published) &&
	    (!instant_is_known(d->row->published) || advisory->published.us < d->row->published.us))
		d->row->published = advisory->published;
}

static bool take_all(struct describing *d, const struct describer *from,
    const struct advisory_row *advisories, size_t count, struct err *e)
{
	struct card *cards = arena_alloc(d->arena, count, sizeof(*cards));

	for (size_t i = 0; i < count; i++) {
		if (!advisory_card_get(from->db, advisories[i].id, d->arena, &cards[i], e))
			return false;
		d->score_room += cards[i].score_count;
		d->alias_room += cards[i].alias_count + 1;
	}
	d->row->scores = arena_alloc(d->arena, d->score_room, sizeof(*d->row->scores));
	d->row->aliases = arena_alloc(d->arena, d->alias_room, sizeof(*d->row->aliases));
	for (size_t i = 0; i < count; i++)
		take_advisory(d, source_of(from, advisories[i].source_id), &advisories[i], &cards[i]);
	if (d->row->score_count)
		qsort(d->row->scores, d->row->score_count, sizeof(*d->row->scores), by_weight);
	if (d->row->alias_count)
		qsort(d->row->aliases, d->row->alias_count, sizeof(*d->row->aliases), by_name);
	return true;
}

static bool is_off(const struct describer *d, struct str source)
{
	for (size_t i = 0; i < d->source_count; i++)
		if (str_eq(d->sources[i].name, source))
			return source_is_off(&d->sources[i].off);
	return false;
}

/* Lists that are turned off say nothing. */
static bool take_exploited(
    const struct describer *from, int64_t vulnerability_id, struct scan_row *row, struct err *e)
{
	if (!vulnerability_exploited(from->db, vulnerability_id, &row->exploited, e))
		return false;
	for (unsigned i = 0; i < EXPLOIT_LIST_COUNT && row->exploited; i++)
		if (row->exploited & 1U << i && is_off(from, exploit_list_name((enum exploit_list)i)))
			row->exploited &= ~(1U << i);
	return true;
}

static bool look_up(struct describer *from, int64_t vulnerability_id, struct scan_row *row, struct err *e)
{
	struct describing d = {
		.arena = &from->rows.arena, .refused = &from->refused, .row = row, .summary_rank = 100
	};
	struct advisory_row *advisories;
	size_t count;

	*row = (struct scan_row){ .epss = -1, .published = INSTANT_NONE, .summary = STR("") };
	if (!from->has_refused && !refused_names_read(from->db, &from->arena, &from->refused, e))
		return false;
	from->has_refused = true;
	return aliases_name(from->db, vulnerability_id, d.arena, &row->vulnerability, e) &&
	       vulnerability_advisories(from->db, vulnerability_id, d.arena, &advisories, &count, e) &&
	       take_all(&d, from, advisories, count, e) && take_exploited(from, vulnerability_id, row, e) &&
	       (is_off(from, STR("epss")) || vulnerability_epss(from->db, vulnerability_id, &row->epss, e));
}

bool describe_vulnerability(
    struct describer *d, int64_t vulnerability_id, const struct scan_row **out, struct err *e)
{
	struct scan_row *row = recall_find(&d->rows, vulnerability_id);

	if (!row) {
		recall_trim(&d->rows);
		row = arena_alloc(&d->rows.arena, 1, sizeof(*row));
		if (!look_up(d, vulnerability_id, row, e))
			return false;
		recall_keep(&d->rows, vulnerability_id, row);
	}
	*out = row;
	return true;
}
