#include "actions/matching/heard.h"

#include "limits.h"
#include "matching/packed.h"
#include "store/coverage.h"

struct heard heard_of(struct db *db, const struct source_row *sources, size_t count)
{
	struct heard h = { db, sources, count, true };

	for (size_t i = 0; i < count; i++)
		h.all &= !source_is_off(&sources[i].off);
	return h;
}

bool heard_source(const struct heard *h, int64_t source_id)
{
	if (h->all)
		return true;
	for (size_t i = 0; i < h->source_count; i++)
		if (h->sources[i].id == source_id)
			return !source_is_off(&h->sources[i].off);
	return true;
}

/* Ranges of one advisory often stand together: it is looked up once. */
struct filtering {
	const struct heard *heard;
	struct packed_out out;
	int64_t advisory_id;
	bool is_heard;
	size_t left_out;
};

static bool take(struct filtering *f, const struct range *r, struct err *e)
{
	int64_t source_id;

	if (r->advisory_id != f->advisory_id) {
		if (!coverage_source_of(f->heard->db, r->advisory_id, &source_id, e))
			return false;
		f->advisory_id = r->advisory_id;
		f->is_heard = heard_source(f->heard, source_id);
	}
	if (f->is_heard)
		packed_put(&f->out, r);
	else
		f->left_out++;
	return true;
}

static bool filter(struct filtering *f, struct str packed, struct err *e)
{
	struct packed_block block;
	struct range r;
	struct str rest;
	bool damaged = !packed_open(packed, &rest);

	while (!damaged && packed_next_block(&rest, &block, &damaged))
		while (packed_next(&block, &r, &damaged))
			if (!take(f, &r, e))
				return false;
	return !damaged || err_fail(e, ERR_STORE, "the ranges of a package are damaged");
}

bool heard_ranges(const struct heard *h, struct arena *arena, struct str *packed, struct err *e)
{
	SCOPED_BUF out = buf_new(LIMIT_PACKED_BYTES);
	struct filtering f = { .heard = h };
	bool done;

	if (h->all || packed->len == 0)
		return true;
	f.out = packed_begin(&out);
	done = filter(&f, *packed, e);
	packed_end(&f.out);
	if (done && f.left_out)
		*packed = arena_copy(arena, buf_str(&out));
	return done;
}
