#include "actions/findings/finding_ranking.h"

#include <stdlib.h>

#include "actions/describe.h"
#include "actions/matching/matched.h"
#include "base/memory.h"
#include "store/match_runs.h"
#include "store/matches.h"
#include "store/refused_names.h"
#include "store/rows.h"
#include "store/statements.h"

/* Of what the ranking was made: another one where any of it is another. */
struct made_of {
	int64_t run, component, statement;
	struct sha256 sources;
};

struct finding_ranking {
	bool is_made;
	struct made_of made_of;
	struct finding_ranked *all; /* by vulnerability */
	size_t count;
	uint32_t *orders[FINDING_ORDER_COUNT]; /* NULL: not asked for yet */
};

struct finding_ranking *finding_ranking_new(void)
{
	return memory_alloc(1, sizeof(struct finding_ranking));
}

static void forget(struct finding_ranking *r)
{
	free(r->all);
	for (size_t i = 0; i < COUNT(r->orders); i++)
		free(r->orders[i]);
	*r = (struct finding_ranking){ 0 };
}

void finding_ranking_free(struct finding_ranking *r)
{
	if (!r)
		return;
	forget(r);
	free(r);
}

static bool digest_sources(struct db *db, struct sha256 *out, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF text = buf_new((size_t)1 << 20);
	struct refused_names refused;
	struct source_row *rows;
	size_t count;

	if (!sources_list(db, &arena, &rows, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		buf_printf(&text, "%lld %lld %lld %lld %lld\n", (long long)rows[i].id,
		    (long long)rows[i].records, (long long)rows[i].newest.us, (long long)rows[i].imported.us,
		    (long long)rows[i].off.at.us);
	if (!refused_names_read(db, &arena, &refused, e))
		return false;
	for (size_t i = 0; i < refused.count; i++)
		buf_printf(&text, "refused %lld\n", (long long)refused.list[i].id);
	*out = sha256_of(buf_str(&text));
	return true;
}

static bool look(struct db *db, struct made_of *out, struct err *e)
{
	return match_run_newest(db, &out->run, e) && statements_newest(db, &out->statement, e) &&
	       rows_number(db_use(db, SQL_COMPONENT_NEWEST), &out->component, e) &&
	       digest_sources(db, &out->sources, e);
}

static bool is_same(const struct made_of *a, const struct made_of *b)
{
	return a->run == b->run && a->component == b->component && a->statement == b->statement &&
	       sha256_same(&a->sources, &b->sources);
}

static bool describe_all(struct finding_ranking *r, struct db *db, const struct id_set *ids, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct source_row *sources;
	struct describer *describer;
	size_t source_count;
	bool done = true;

	if (!sources_list(db, &arena, &sources, &source_count, e))
		return false;
	describer = describer_new(db, sources, source_count);
	r->all = memory_alloc(ids->count, sizeof(*r->all));
	for (size_t i = 0; i < ids->count && done; i++) {
		const struct scan_row *row;

		done = describe_vulnerability(describer, ids->ids[i], &row, e);
		if (done)
			r->all[r->count++] = (struct finding_ranked){ ids->ids[i], finding_worth_of(row),
				scan_row_severity(row) };
	}
	describer_free(describer);
	return done;
}

static bool bring_up_to_date(struct finding_ranking *r, struct db *db, struct err *e)
{
	SCOPED_ID_SET ids = { 0 };
	struct made_of now;

	if (!look(db, &now, e))
		return false;
	if (r->is_made && is_same(&now, &r->made_of))
		return true;
	forget(r);
	if (!matched_vulnerabilities(db, NULL, &ids, e) || !describe_all(r, db, &ids, e)) {
		forget(r);
		return false;
	}
	r->made_of = now;
	r->is_made = true;
	return true;
}

struct sorting {
	const struct finding_ranked *all;
	enum finding_order order;
};

static struct finding_rank rank_of(const struct finding_ranked *one, enum finding_order order)
{
	return (struct finding_rank){ finding_key(&one->worth, order), one->vulnerability_id, { "", 0 } };
}

static int in_order(const void *left, const void *right, void *ctx)
{
	const struct sorting *s = ctx;
	struct finding_rank a = rank_of(&s->all[*(const uint32_t *)left], s->order);
	struct finding_rank b = rank_of(&s->all[*(const uint32_t *)right], s->order);

	return finding_rank_cmp(&a, &b);
}

static const uint32_t *sorted(struct finding_ranking *r, enum finding_order order)
{
	struct sorting s = { r->all, order };
	uint32_t *list = r->orders[order];

	if (list)
		return list;
	list = memory_alloc(r->count, sizeof(*list));
	for (size_t i = 0; i < r->count; i++)
		list[i] = (uint32_t)i;
	if (r->count)
		qsort_r(list, r->count, sizeof(*list), in_order, &s);
	r->orders[order] = list;
	return list;
}

bool finding_ranking_view(struct finding_ranking *r, struct db *db, enum finding_order order,
    struct finding_order_view *out, bool *current, struct err *e)
{
	*out = (struct finding_order_view){ 0 };
	if (!matches_are_current(db, current, e))
		return false;
	if (!*current)
		return true;
	if (!bring_up_to_date(r, db, e))
		return false;
	*out = (struct finding_order_view){ r->all, sorted(r, order), r->count };
	return true;
}

size_t finding_order_seek(
    const struct finding_order_view *v, enum finding_order order, const struct finding_rank *from)
{
	struct finding_rank first = { from->key, from->vulnerability_id, { "", 0 } };
	size_t low = 0, high = v->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		struct finding_rank at = rank_of(&v->of[v->order[middle]], order);

		if (finding_rank_cmp(&at, &first) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
