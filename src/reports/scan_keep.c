#include "reports/scan_keep.h"

#include <stdlib.h>

#include "base/intern.h"
#include "limits.h"

struct keeping {
	const struct scan *scan;
	struct arena *arena;
	struct scan_kept kept;
	size_t room;
	struct intern *names; /* of vulnerabilities */
	size_t *first;	      /* by the number of a name: its first row */
	size_t *name_of;      /* of each row */
	size_t first_room, name_room;
	struct buf written;
	struct sha256_stream *digest;
};

static struct str *copy_texts(struct arena *arena, const struct str *texts, size_t count)
{
	struct str *copy = arena_alloc(arena, count, sizeof(*copy));

	for (size_t i = 0; i < count; i++)
		copy[i] = arena_copy(arena, texts[i]);
	return copy;
}

static void copy_vulnerability(struct arena *arena, struct scan_row *row)
{
	struct scan_score *scores = arena_alloc(arena, row->score_count, sizeof(*scores));

	for (size_t i = 0; i < row->score_count; i++) {
		scores[i] = row->scores[i];
		scores[i].source = arena_copy(arena, scores[i].source);
		scores[i].vector = arena_copy(arena, scores[i].vector);
	}
	row->scores = scores;
	row->vulnerability = arena_copy(arena, row->vulnerability);
	row->aliases = copy_texts(arena, row->aliases, row->alias_count);
	row->summary = arena_copy(arena, row->summary);
}

static void share_vulnerability(const struct scan_row *first, struct scan_row *row)
{
	row->vulnerability = first->vulnerability;
	row->aliases = first->aliases;
	row->alias_count = first->alias_count;
	row->scores = first->scores;
	row->score_count = first->score_count;
	row->summary = first->summary;
}

static struct finding_other *copy_others(
    struct arena *arena, const struct finding_other *others, size_t count)
{
	struct finding_other *copy = arena_alloc(arena, count, sizeof(*copy));

	for (size_t i = 0; i < count; i++) {
		copy[i] = others[i];
		copy[i].why = arena_copy(arena, others[i].why);
	}
	return copy;
}

static void copy_finding(struct arena *arena, struct finding *f)
{
	f->source = arena_copy(arena, f->source);
	f->trace = copy_texts(arena, f->trace, f->trace_count);
	f->other_sources = copy_texts(arena, f->other_sources, f->other_count);
	f->others = copy_others(arena, f->others, f->other_count);
	f->fixed_in = copy_texts(arena, f->fixed_in, f->fixed_count);
}

static void digest_row(struct keeping *k, const struct scan_row *row)
{
	struct json_out *w = json_out_buf(&k->written, false);

	scan_write_row(k->scan->components, row, w);
	json_out_close(w);
	sha256_add(k->digest, buf_str(&k->written));
	buf_clear(&k->written);
}

static void keep_row(struct keeping *k, const struct scan_row *row)
{
	struct scan_kept *kept = &k->kept;
	size_t n = kept->count, names = intern_count(k->names);
	size_t name = intern_add(k->names, row->vulnerability);

	kept->rows = arena_room(k->arena, kept->rows, n, &k->room, sizeof(*kept->rows));
	k->name_of = arena_room(k->arena, k->name_of, n, &k->name_room, sizeof(*k->name_of));
	kept->rows[n] = *row;
	k->name_of[n] = name;
	copy_finding(k->arena, &kept->rows[n].finding);
	if (name == names) {
		k->first = arena_room(k->arena, k->first, name, &k->first_room, sizeof(*k->first));
		k->first[name] = n;
		copy_vulnerability(k->arena, &kept->rows[n]);
	} else {
		share_vulnerability(&kept->rows[k->first[name]], &kept->rows[n]);
	}
	kept->count++;
	digest_row(k, row);
}

static int by_vulnerability(const void *left, const void *right, void *ctx)
{
	const struct scan_row *rows = ctx;
	size_t a = *(const size_t *)left, b = *(const size_t *)right;
	int sign = str_cmp(rows[a].vulnerability, rows[b].vulnerability);

	return sign ? sign : (a > b) - (a < b);
}

static void group(struct keeping *k)
{
	struct scan_kept *kept = &k->kept;
	size_t *order = arena_alloc(k->arena, kept->count, sizeof(*order));

	kept->groups = arena_alloc(k->arena, intern_count(k->names), sizeof(*kept->groups));
	kept->group_of = arena_alloc(k->arena, kept->count, sizeof(*kept->group_of));
	for (size_t i = 0; i < kept->count; i++)
		order[i] = i;
	if (kept->count)
		qsort_r(order, kept->count, sizeof(*order), by_vulnerability, kept->rows);
	for (size_t i = 0; i < kept->count; i++) {
		if (i == 0 || k->name_of[order[i]] != k->name_of[order[i - 1]])
			kept->groups[kept->group_count++] = (struct scan_group){ order + i, 0 };
		kept->groups[kept->group_count - 1].count++;
		kept->group_of[order[i]] = kept->group_count - 1;
	}
}

static bool keep_all(struct keeping *k, struct scan_rows rows, struct err *e)
{
	const struct scan_row *row;

	for (;;) {
		if (!rows.next(rows.ctx, &row, e))
			return false;
		if (!row)
			return true;
		keep_row(k, row);
	}
}

bool scan_keep(
    const struct scan *s, struct scan_rows rows, struct arena *arena, struct scan_kept *out, struct err *e)
{
	struct keeping k = { .scan = s, .arena = arena };
	bool done;

	k.names = intern_new();
	k.written = buf_new(LIMIT_RECORD_BYTES);
	k.digest = sha256_open();
	sha256_add(k.digest, sha256_str(&s->digest));
	done = keep_all(&k, rows, e);
	k.kept.digest = sha256_close(k.digest);
	if (done) {
		group(&k);
		*out = k.kept;
	}
	intern_free(k.names);
	buf_free(&k.written);
	return done;
}
