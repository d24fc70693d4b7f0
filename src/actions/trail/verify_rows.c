#include "actions/trail/verify_rows.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/vec.h"

#define HALF 16 /* bytes of a digest that are kept: enough to tell two apart */

/* By which words entries tell of a row of the kind that is new. may_go: rows end without being told. */
static const struct {
	const char *words;
	bool may_go;
} tellers[] = {
	[ROWS_ACCESS_TOKEN] = { "user.token" },
	[ROWS_ATTACHMENT] = { "casefile.attachment|casefile.report|casefile.advisory" },
	[ROWS_CASEFILE] = { "casefile.open" },
	[ROWS_CLAIM] = { "vex.import" },
	[ROWS_CLAIM_NAME] = { "vex.import" },
	[ROWS_CLAIM_PACKAGE] = { "vex.import" },
	[ROWS_COMPONENT_LIST] = { "sbom.import" },
	[ROWS_COVERAGE_RUN] = { "coverage.record" },
	[ROWS_EVIDENCE] = { "evidence.import" },
	[ROWS_PACKAGE_ALIAS] = { "alias.add" },
	[ROWS_PERSON] = { "user.add" },
	[ROWS_PERSON_IDENTITY] = { "user.identity" },
	[ROWS_RECOVERY_CODE] = { "user.factor" },
	[ROWS_REFUSED_NAME] = { "name.refuse" },
	[ROWS_RELEASE] = { "release.add" },
	[ROWS_SBOM] = { "sbom.import" },
	[ROWS_SECOND_FACTOR] = { "user.factor-offer" },
	[ROWS_SESSION] = { "user.sign-in", true },
	[ROWS_SIGNAL] = { "signal.received" },
	[ROWS_SOURCE_OFF] = { "source.off" },
	[ROWS_STATEMENT] = { "finding.set|finding.confirm" },
	[ROWS_STATEMENT_NAME] = { "finding.set|finding.confirm" },
	[ROWS_STATEMENT_PACKAGE] = { "" },
	[ROWS_VEX_DOCUMENT] = { "vex.import" },
};
_Static_assert(COUNT(tellers) == ROW_KIND_COUNT, "each kind has a row");

struct told_row {
	unsigned char key[HALF]; /* of the digest of kind and key */
	unsigned char seal[HALF];
	int64_t entry;
	enum row_kind kind;
	bool is_gone, seen;
};

struct told_rows {
	struct told_row *items;
	size_t count, room;
	int64_t earlier[ROW_KIND_COUNT]; /* entries of earlier versions */
	struct sha256_stream *hash;
};

struct told_rows *told_rows_new(void)
{
	struct told_rows *t = memory_alloc(1, sizeof(*t));

	t->hash = sha256_open();
	return t;
}

void told_rows_free(struct told_rows *t)
{
	if (!t)
		return;
	sha256_drop(t->hash);
	free(t->items);
	free(t);
}

/* --- what entries tell --- */

static void put_key(struct told_rows *t, enum row_kind kind, struct str key, unsigned char out[HALF])
{
	struct sha256 digest;

	sha256_add(t->hash, str_of(row_kind_word(kind)));
	sha256_add(t->hash, STR(" "));
	sha256_add(t->hash, key);
	digest = sha256_next(t->hash);
	memcpy(out, digest.bytes, HALF);
}

/* "person 3 0123..."; the key may have spaces. */
static void take_one(struct told_rows *t, struct str text, int64_t entry)
{
	size_t end = text.len;
	struct told_row row = { .entry = entry };
	struct sha256 seal = { { 0 } };
	struct str kind, last;

	while (end > 0 && text.ptr[end - 1] != ' ')
		end--;
	last = str_from(text, end);
	if (end == 0)
		return;
	text = str_first(text, end - 1);
	row.is_gone = str_eq(last, STR("-"));
	if (!str_cut(&text, ' ', &kind) || !row_kind_parse(kind, &row.kind) ||
	    (!row.is_gone && !sha256_parse(last, &seal)))
		return;
	put_key(t, row.kind, text, row.key);
	memcpy(row.seal, seal.bytes, HALF);
	t->items = vec_room(t->items, &t->room, t->count + 1, sizeof(*t->items));
	t->items[t->count++] = row;
}

/* Where in what an entry says the seals begin; its length where it has none. What a person may state freely,
 * as the programme's settings, tells of no rows. */
static size_t seals_begin(const struct trail_entry *entry)
{
	static const struct str head = { "\"row_seals\":[", 13 };
	struct str new = entry->new;
	size_t at = new.len;

	if (!str_ends(new, STR("]}")) || str_starts(entry->what, STR("program.")))
		return new.len;
	while (at > 0 && new.ptr[at - 1] != '[')
		at--;
	return at >= head.len && str_eq(str_first(str_from(new, at - head.len), head.len), head)
		   ? at - head.len
		   : new.len;
}

static void count_earlier(struct told_rows *t, struct str what)
{
	for (int k = 0; k < ROW_KIND_COUNT; k++)
		if (*tellers[k].words == *what.ptr && str_is_among(what, tellers[k].words))
			t->earlier[k]++;
}

void told_rows_take(struct told_rows *t, struct trail_entry *entry, struct arena *arena)
{
	size_t at = seals_begin(entry);
	struct str rest = str_from(entry->new, at), text;

	if (rest.len == 0) {
		count_earlier(t, entry->what);
		return;
	}
	while (str_cut(&rest, '"', &text) && str_cut(&rest, '"', &text))
		take_one(t, text, entry->number);
	/* what is left; nothing is the absence of anything */
	entry->new =
	    at <= 1 ? STR_NONE : arena_printf(arena, "%.*s}", STR_WHOLE(str_first(entry->new, at - 1)));
}

/* --- what stands --- */

static int by_row(const void *left, const void *right)
{
	const struct told_row *a = left, *b = right;
	int order = a->kind != b->kind ? (a->kind < b->kind ? -1 : 1) : memcmp(a->key, b->key, HALF);

	return order ? order : (a->entry > b->entry) - (a->entry < b->entry);
}

/* The newest of each row alone. */
static void keep_newest(struct told_rows *t)
{
	size_t kept = 0;

	vec_sort(t->items, t->count, sizeof(*t->items), by_row);
	for (size_t i = 0; i < t->count; i++) {
		const struct told_row *row = &t->items[i];

		if (i + 1 < t->count && row[1].kind == row->kind && memcmp(row[1].key, row->key, HALF) == 0)
			continue;
		t->items[kept++] = *row;
	}
	t->count = kept;
}

static int by_key(const void *left, const void *right)
{
	const struct told_row *a = left, *b = right;

	return a->kind != b->kind ? (a->kind < b->kind ? -1 : 1) : memcmp(a->key, b->key, HALF);
}

struct holding {
	struct told_rows *told;
	struct row_fault_sink out;
	enum row_kind kind;
	int64_t untold; /* rows that no entry tells the seal of */
	char first[128];
};

static void fault(const struct row_fault_sink *out, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
static void fault(const struct row_fault_sink *out, const char *fmt, ...)
{
	char says[512];
	va_list args;

	va_start(args, fmt);
	vsnprintf(says, sizeof(says), fmt, args);
	va_end(args);
	out->fault(out->ctx, says);
}

static bool hold(void *ctx, struct str key, const struct sha256 *seal, struct err *e)
{
	struct holding *h = ctx;
	struct told_row wanted = { .kind = h->kind }, *told = NULL;
	const char *word = row_kind_word(h->kind);

	(void)e;
	put_key(h->told, h->kind, key, wanted.key);
	if (h->told->count)
		told = bsearch(&wanted, h->told->items, h->told->count, sizeof(wanted), by_key);
	if (!told) {
		if (h->untold++ == 0)
			snprintf(h->first, sizeof(h->first), STR_FMT, STR_ARG(key));
		return true;
	}
	told->seen = true;
	if (told->is_gone)
		fault(&h->out, "%s " STR_FMT " was put in again: entry %lld tells that it was taken out",
		    word, STR_ARG(key), (long long)told->entry);
	else if (memcmp(told->seal, seal->bytes, HALF) != 0)
		fault(&h->out, "%s " STR_FMT " was changed: it is not what entry %lld tells", word,
		    STR_ARG(key), (long long)told->entry);
	return true;
}

static bool hold_kind(struct told_rows *t, struct db *db, enum row_kind kind, struct row_fault_sink out,
    int64_t *earlier, struct err *e)
{
	struct holding h = { .told = t, .out = out, .kind = kind };

	if (!row_seals_read(db, kind, (struct row_seal_sink){ &h, hold }, e))
		return false;
	if (h.untold > t->earlier[kind])
		fault(&out, "%lld put into the %s rows, as %s: the entries tell of %lld",
		    (long long)(h.untold - t->earlier[kind]), row_kind_word(kind), h.first,
		    (long long)t->earlier[kind]);
	else
		*earlier += h.untold;
	return true;
}

static void name_missing(const struct told_rows *t, const struct row_fault_sink *out)
{
	for (size_t i = 0; i < t->count; i++) {
		const struct told_row *row = &t->items[i];

		if (!row->seen && !row->is_gone && !tellers[row->kind].may_go)
			fault(out, "a row of %s was taken out: entry %lld tells of it",
			    row_kind_word(row->kind), (long long)row->entry);
	}
}

bool verify_rows(
    struct told_rows *t, struct db *db, struct row_fault_sink out, int64_t *earlier, struct err *e)
{
	keep_newest(t);
	for (int k = 0; k < ROW_KIND_COUNT; k++)
		if (!hold_kind(t, db, (enum row_kind)k, out, earlier, e))
			return false;
	name_missing(t, &out);
	return component_rows_check(db, out, e);
}
