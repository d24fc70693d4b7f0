#include "store/row_seals.h"

#include <endian.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/vec.h"
#include "inventory/component.h"
#include "records/seal.h"
#include "store/id_set.h"
#include "store/rows.h"

#define KEY_BYTES_MOST 4096

/* columns: of each, from the key on, whether it is an integer, a text or a blob. */
static const struct {
	const char *word, *columns;
	enum sql_id sql;
} kinds[] = {
	[ROWS_ACCESS_TOKEN] = { "access_token", "ibitiiii", SQL_SEAL_ACCESS_TOKEN },
	[ROWS_ATTACHMENT] = { "attachment", "tii", SQL_SEAL_ATTACHMENT },
	[ROWS_CASEFILE] = { "casefile", "ititit", SQL_SEAL_CASEFILE },
	[ROWS_CLAIM] = { "claim", "iiiitiiiiittib", SQL_SEAL_CLAIM },
	[ROWS_CLAIM_NAME] = { "claim_name", "iiti", SQL_SEAL_CLAIM_NAME },
	[ROWS_CLAIM_PACKAGE] = { "claim_package", "iiti", SQL_SEAL_CLAIM_PACKAGE },
	[ROWS_COMPONENT_LIST] = { "component_list", "ib", SQL_SEAL_COMPONENT_LIST },
	[ROWS_COVERAGE_RUN] = { "coverage_run", "iib", SQL_SEAL_COVERAGE_RUN },
	[ROWS_EVIDENCE] = { "evidence", "iitbtiib", SQL_SEAL_EVIDENCE },
	[ROWS_PACKAGE_ALIAS] = { "package_alias", "iitittit", SQL_SEAL_PACKAGE_ALIAS },
	[ROWS_PERSON] = { "person", "ittiitiiitttttt", SQL_SEAL_PERSON },
	[ROWS_PERSON_IDENTITY] = { "person_identity", "ittt", SQL_SEAL_PERSON_IDENTITY },
	[ROWS_RECOVERY_CODE] = { "recovery_code", "iib", SQL_SEAL_RECOVERY_CODE },
	[ROWS_REFUSED_NAME] = { "refused_name", "itttitt", SQL_SEAL_REFUSED_NAME },
	[ROWS_RELEASE] = { "release", "iititi", SQL_SEAL_RELEASE },
	[ROWS_SBOM] = { "sbom", "iibttibtb", SQL_SEAL_SBOM },
	[ROWS_SECOND_FACTOR] = { "second_factor", "ibi", SQL_SEAL_SECOND_FACTOR },
	[ROWS_SESSION] = { "session", "tbiti", SQL_SEAL_SESSION },
	[ROWS_SIGNAL] = { "signal", "ii", SQL_SEAL_SIGNAL },
	[ROWS_SOURCE_OFF] = { "source_off", "titt", SQL_SEAL_SOURCE_OFF },
	[ROWS_STATEMENT] = { "statement", "iiitiiiiittib", SQL_SEAL_STATEMENT },
	[ROWS_STATEMENT_NAME] = { "statement_name", "iti", SQL_SEAL_STATEMENT_NAME },
	[ROWS_STATEMENT_PACKAGE] = { "statement_package", "iti", SQL_SEAL_STATEMENT_PACKAGE },
	[ROWS_VEX_DOCUMENT] = { "vex_document", "ibtttttiiiiibt", SQL_SEAL_VEX_DOCUMENT },
};
_Static_assert(COUNT(kinds) == ROW_KIND_COUNT, "each kind has a row");

const char *row_kind_word(enum row_kind kind)
{
	return kinds[kind].word;
}

bool row_kind_parse(struct str word, enum row_kind *out)
{
	for (int k = 0; k < ROW_KIND_COUNT; k++)
		if (str_eq(str_of(kinds[k].word), word)) {
			*out = (enum row_kind)k;
			return true;
		}
	return false;
}

static bool has_text_key(enum row_kind kind)
{
	return kinds[kind].columns[0] == 't';
}

/* --- the seal of rows --- */

static void add_integer(struct sha256_stream *h, int64_t n)
{
	uint64_t bytes = htobe64((uint64_t)n);

	seal_field(h, (struct str){ (const char *)&bytes, sizeof(bytes) });
}

static void add_column(struct sha256_stream *h, struct statement *s, int column, char type)
{
	if (db_is_null(s, column))
		seal_field(h, STR_NONE);
	else if (type == 'i')
		add_integer(h, db_int(s, column));
	else
		seal_field(h, type == 't' ? db_text(s, column) : db_blob(s, column));
}

static void add_row(struct sha256_stream *h, struct statement *s, const char *columns)
{
	for (int i = 0; columns[i]; i++)
		add_column(h, s, i, columns[i]);
}

/* Digests of components by number, where all are asked for; else each is looked up. */
struct component_seals {
	struct db *db;
	struct sha256 *by_id;
	size_t count;
};

static bool component_seal(const struct component_seals *c, int64_t id, struct sha256 *out, struct err *e)
{
	struct statement *s;
	bool found;

	*out = (struct sha256){ { 0 } };
	if (c->by_id) {
		if (id > 0 && (uint64_t)id < c->count)
			*out = c->by_id[id];
		return true;
	}
	s = db_use(c->db, SQL_COMPONENT_SEAL);
	db_bind_int(s, 1, id);
	if (!db_row(s, &found, e))
		return false;
	if (found)
		*out = rows_digest(s, 0);
	db_done(s);
	return true;
}

/* What the list's components are, in place of their numbers. */
static bool add_list(
    struct sha256_stream *h, struct statement *s, const struct component_seals *components, struct err *e)
{
	SCOPED_ID_SET ids = { 0 };

	if (!id_set_read(db_blob(s, 1), &ids)) /* told by component_rows_check() */
		id_set_clear(&ids);
	add_integer(h, db_int(s, 0));
	for (size_t i = 0; i < ids.count; i++) {
		struct sha256 digest;

		if (!component_seal(components, ids.ids[i], &digest, e))
			return false;
		seal_field(h, sha256_str(&digest));
	}
	return true;
}

static bool load_components(struct component_seals *c, struct err *e)
{
	struct statement *s = db_use(c->db, SQL_COMPONENT_CHECK);
	size_t room = 0;
	bool more;

	for (;;) {
		size_t id;

		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		if (db_int(s, 0) < 1)
			continue;
		id = (size_t)db_int(s, 0);
		c->by_id = vec_room(c->by_id, &room, id + 1, sizeof(*c->by_id));
		memset(c->by_id + c->count, 0, (id - c->count) * sizeof(*c->by_id));
		c->by_id[id] = rows_digest(s, 1);
		c->count = id + 1;
	}
}

struct reading {
	enum row_kind kind;
	struct row_seal_sink out;
	struct component_seals components;
	struct buf key; /* of the rows that are being digested */
	bool begun;
	struct sha256_stream *hash;
};

static void write_key(struct statement *s, enum row_kind kind, struct buf *out)
{
	buf_clear(out);
	if (has_text_key(kind))
		buf_add(out, db_text(s, 0));
	else
		buf_printf(out, "%lld", (long long)db_int(s, 0));
}

static bool give(struct reading *r, struct err *e)
{
	struct sha256 seal;

	if (!r->begun)
		return true;
	seal = sha256_next(r->hash);
	return r->out.take(r->out.ctx, buf_str(&r->key), &seal, e);
}

static bool read_rows(struct reading *r, struct statement *s, struct err *e)
{
	SCOPED_BUF key = buf_new(KEY_BYTES_MOST);
	bool more;

	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return give(r, e);
		write_key(s, r->kind, &key);
		if (!r->begun || !str_eq(buf_str(&key), buf_str(&r->key))) {
			if (!give(r, e))
				return false;
			buf_clear(&r->key);
			buf_add(&r->key, buf_str(&key));
			r->begun = true;
		}
		if (r->kind != ROWS_COMPONENT_LIST)
			add_row(r->hash, s, kinds[r->kind].columns);
		else if (!add_list(r->hash, s, &r->components, e))
			return false;
	}
}

/* Those with the key; no pointer: all. */
static bool read_seals(
    struct db *db, enum row_kind kind, struct str key, struct row_seal_sink out, struct err *e)
{
	struct reading r = { .kind = kind, .out = out, .components = { .db = db }, .hash = sha256_open() };
	bool done = key.ptr || kind != ROWS_COMPONENT_LIST || load_components(&r.components, e);

	r.key = buf_new(KEY_BYTES_MOST);
	if (done) {
		struct statement *s = db_use(db, kinds[kind].sql);

		if (has_text_key(kind)) {
			db_bind_text(s, 1, key.ptr ? key : STR(""));
			db_bind_text(s, 2, key.ptr ? key : STR("\xf4\x8f\xbf\xbf"));
		} else {
			db_bind_int(s, 1, key.ptr ? strtoll(key.ptr, NULL, 10) : INT64_MIN);
			db_bind_int(s, 2, key.ptr ? strtoll(key.ptr, NULL, 10) : INT64_MAX);
		}
		done = read_rows(&r, s, e);
		db_done(s);
	}
	sha256_drop(r.hash);
	buf_free(&r.key);
	free(r.components.by_id);
	return done;
}

bool row_seals_read(struct db *db, enum row_kind kind, struct row_seal_sink out, struct err *e)
{
	return read_seals(db, kind, STR_NONE, out, e);
}

/* --- what was touched --- */

struct row_touch {
	enum row_kind kind;
	char *key;
};

struct row_touches {
	struct row_touch *items;
	size_t count, room;
};

void row_touch_text(struct db *db, enum row_kind kind, struct str key)
{
	struct row_touches **at = db_touches(db), *t;
	char *text;

	if (!*at)
		*at = memory_alloc(1, sizeof(**at));
	t = *at;
	for (size_t i = t->count; i > 0; i--) /* most often the one before */
		if (t->items[i - 1].kind == kind && str_eq(str_of(t->items[i - 1].key), key))
			return;
	t->items = vec_room(t->items, &t->room, t->count + 1, sizeof(*t->items));
	text = memory_alloc(key.len + 1, 1);
	memcpy(text, key.ptr, key.len);
	t->items[t->count++] = (struct row_touch){ kind, text };
}

void row_touch(struct db *db, enum row_kind kind, int64_t key)
{
	char text[24];

	snprintf(text, sizeof(text), "%lld", (long long)key);
	row_touch_text(db, kind, str_of(text));
}

bool row_touches_any(struct db *db)
{
	const struct row_touches *t = *db_touches(db);

	return t && t->count > 0;
}

static void forget(struct row_touches *t)
{
	for (size_t i = 0; t && i < t->count; i++)
		free(t->items[i].key);
	if (t)
		t->count = 0;
}

void row_touches_drop(struct db *db)
{
	forget(*db_touches(db));
}

void row_touches_free(struct row_touches *t)
{
	forget(t);
	if (t)
		free(t->items);
	free(t);
}

struct telling {
	const struct row_touch *touch;
	struct buf *out;
	bool found;
};

static void tell(struct telling *t, const char *seal)
{
	buf_printf(t->out, "\"%s %s %s\"", row_kind_word(t->touch->kind), t->touch->key, seal);
}

static bool take_seal(void *ctx, struct str key, const struct sha256 *seal, struct err *e)
{
	struct telling *t = ctx;
	char hex[SHA256_HEX_SIZE];

	(void)key;
	(void)e;
	tell(t, sha256_hex(seal, hex));
	t->found = true;
	return true;
}

bool row_touches_tell(struct db *db, struct buf *out, struct err *e)
{
	struct row_touches *t = *db_touches(db);

	buf_add(out, STR("\"row_seals\":["));
	for (size_t i = 0; t && i < t->count; i++) {
		struct telling one = { .touch = &t->items[i], .out = out };

		if (i > 0)
			buf_byte(out, ',');
		if (!read_seals(db, one.touch->kind, str_of(one.touch->key),
			(struct row_seal_sink){ &one, take_seal }, e))
			return false;
		if (!one.found)
			tell(&one, "-");
	}
	buf_byte(out, ']');
	forget(t);
	return true;
}

/* --- components --- */

static bool component_fits(struct statement *s)
{
	struct str content = db_blob(s, 4);
	struct sha256 told = rows_digest(s, 1), is = sha256_of(content);
	SCOPED_ARENA arena = { 0 };
	struct component c;
	struct err damaged;

	return sha256_same(&told, &is) && component_read(content, &arena, &c, &damaged) &&
	       str_eq(c.name, db_text(s, 2)) && str_eq(c.version, db_text(s, 3));
}

static bool list_fits(struct statement *s)
{
	struct str content = db_blob(s, 2);
	struct sha256 told = rows_digest(s, 1), is = sha256_of(content);
	SCOPED_ID_SET ids = { 0 };

	return sha256_same(&told, &is) && id_set_read(content, &ids) && (int64_t)ids.count == db_int(s, 3);
}

static bool check_rows(struct statement *s, bool (*fits)(struct statement *s), const char *what,
    struct row_fault_sink out, struct err *e)
{
	char says[128];
	bool more;

	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		if (fits(s))
			continue;
		snprintf(says, sizeof(says), "%s %lld was changed: its content does not give its digest",
		    what, (long long)db_int(s, 0));
		out.fault(out.ctx, says);
	}
}

bool component_rows_check(struct db *db, struct row_fault_sink out, struct err *e)
{
	return check_rows(db_use(db, SQL_COMPONENT_CHECK), component_fits, "component", out, e) &&
	       check_rows(db_use(db, SQL_COMPONENT_LIST_CHECK), list_fits, "component list", out, e);
}
