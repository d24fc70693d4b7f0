#include "store/statements.h"

#include "base/vec.h"
#include "identity/cve_id.h"
#include "limits.h"
#include "store/moments.h"
#include "store/row_seals.h"
#include "store/rows.h"
#include "store/statement_form.h"

/* Names of vulnerabilities as they are looked up: CVE ids in capitals. room holds what had to be written. */
static struct str lookup_name(struct str name, char room[CVE_ID_TEXT_SIZE])
{
	int64_t cve;

	return cve_id_parse(name, &cve) ? str_of(cve_id_write(cve, room)) : name;
}

/* --- adding and ending --- */

static bool add_names(struct db *db, const struct vex_statement *said, int64_t id, struct err *e)
{
	for (size_t i = 0; i < said->id_count; i++) {
		struct statement *s = db_use(db, SQL_VEX_NAME_ADD);
		char room[CVE_ID_TEXT_SIZE];

		db_bind_text(s, 1, lookup_name(said->ids[i], room));
		db_bind_int(s, 2, id);
		if (!db_run(s, e))
			return false;
	}
	return true;
}

static bool add_package(struct db *db, enum package_kind kind, struct str package, int64_t id, struct err *e)
{
	struct statement *s = db_use(db, SQL_VEX_PACKAGE_ADD);

	db_bind_text(s, 1, package);
	db_bind_int(s, 2, (int64_t)kind);
	db_bind_int(s, 3, id);
	return db_run(s, e);
}

static bool add_packages_of(struct db *db, const struct statement_product *p, int64_t id, struct err *e)
{
	SCOPED_ARENA arena = { 0 };

	for (size_t i = 0; i < p->row_count; i++)
		if (!add_package(db, p->rows[i].kind, p->rows[i].package, id, e))
			return false;
	for (size_t i = 0; i < p->hash_count; i++) {
		struct str hash = component_hash(&p->hashes[i], &arena);

		if (hash.len && !add_package(db, VEX_BY_HASH, hash, id, e))
			return false;
	}
	return p->row_count > 0 || p->bom.len == 0 || p->ref.len == 0 ||
	       add_package(db, VEX_BY_SBOM, p->bom, id, e);
}

static bool add_packages(struct db *db, const struct vex_record *r, int64_t id, struct err *e)
{
	if (r->origin != VEX_SUPPLIER || r->said.status != STATEMENT_AFFECTED)
		return true;
	for (size_t i = 0; i < r->said.product_count; i++) {
		const struct statement_product *p = &r->said.products[i];

		if (!add_packages_of(db, p, id, e))
			return false;
		for (size_t k = 0; k < p->subcomponent_count; k++)
			if (!add_packages_of(db, &p->subcomponents[k], id, e))
				return false;
	}
	return true;
}

/* The rows of a claim are told by its document. */
static void touch(struct db *db, int64_t id, int64_t document_id)
{
	row_touch(db, document_id ? ROWS_CLAIM : ROWS_STATEMENT, document_id ? document_id : id);
	row_touch(db, document_id ? ROWS_CLAIM_NAME : ROWS_STATEMENT_NAME, document_id ? document_id : id);
	if (document_id)
		row_touch(db, ROWS_CLAIM_PACKAGE, document_id);
}

bool statements_add(struct db *db, const struct vex_record *r, int64_t *id, struct err *e)
{
	SCOPED_BUF content = buf_new(LIMIT_RECORD_BYTES);
	struct statement *s = db_use(db, SQL_VEX_STATEMENT_ADD);
	char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE], room[CVE_ID_TEXT_SIZE];
	bool has_row;

	statement_form_write(r, &content);
	if (buf_full(&content))
		return err_fail(e, ERR_LIMIT, "the statement takes more than %d bytes", LIMIT_RECORD_BYTES);
	db_bind_int(s, 1, r->origin);
	db_bind_text(s, 2, lookup_name(r->said.ids[0], room));
	db_bind_int(s, 3, r->said.status);
	db_bind_int(s, 4, r->said.justification);
	db_bind_int(s, 5, r->device_id);
	db_bind_int(s, 6, r->release_id);
	db_bind_int(s, 7, r->document_id);
	moments_bind_instant(s, 8, r->made_at);
	moments_bind_date(s, 9, r->from, from);
	moments_bind_date(s, 10, r->until, until);
	db_bind_int(s, 11, r->replaces);
	db_bind_blob(s, 12, buf_str(&content));
	if (!db_row(s, &has_row, e))
		return false;
	*id = db_int(s, 0);
	db_done(s);
	touch(db, *id, r->document_id);
	return add_names(db, &r->said, *id, e) && add_packages(db, r, *id, e);
}

bool statements_end(struct db *db, int64_t id, enum vex_life life, struct err *e)
{
	struct statement *s = db_use(db, SQL_VEX_STATEMENT_END);
	bool found;

	db_bind_int(s, 1, life);
	db_bind_int(s, 2, id);
	if (!db_row(s, &found, e))
		return false;
	if (found)
		touch(db, id, db_int(s, 0));
	db_done(s);
	s = db_use(db, SQL_VEX_NAME_END);
	db_bind_int(s, 1, life);
	db_bind_int(s, 2, id);
	if (!db_run(s, e))
		return false;
	s = db_use(db, SQL_VEX_PACKAGE_END);
	db_bind_int(s, 1, id);
	return db_run(s, e);
}

/* --- reading --- */

static bool read_date(struct statement *s, int column, struct date *out, struct err *e)
{
	*out = DATE_NONE;
	return db_is_null(s, column) || date_parse(db_text(s, column), out, e);
}

static bool read_record(struct statement *s, struct arena *arena, struct vex_record *out, struct err *e)
{
	struct vex_record r = { .id = db_int(s, 0),
		.origin = (enum vex_origin)db_int(s, 1),
		.life = (enum vex_life)db_int(s, 2),
		.device_id = db_int(s, 5),
		.release_id = db_int(s, 6),
		.document_id = db_int(s, 7),
		.made_at = moments_instant(s, 8),
		.replaces = db_int(s, 11) };

	r.said.status = (enum statement_status)db_int(s, 3);
	r.said.justification = (enum statement_justification)db_int(s, 4);
	r.said.issued = r.said.updated = INSTANT_NONE;
	if (!read_date(s, 9, &r.from, e) || !read_date(s, 10, &r.until, e))
		return err_within(e, "statement %lld", (long long)r.id);
	if (!statement_form_read(arena_copy(arena, db_blob(s, 12)), arena, &r, e))
		return false;
	*out = r;
	return true;
}

struct listing {
	struct arena *arena;
	struct vex_record *records;
	size_t count, room;
};

static bool has(const struct listing *l, int64_t id)
{
	for (size_t i = 0; i < l->count; i++)
		if (l->records[i].id == id)
			return true;
	return false;
}

static bool list_named(struct db *db, struct str name, enum vex_life life, struct listing *l, struct err *e)
{
	struct statement *s = db_use(db, SQL_VEX_STATEMENT_NAMED);
	char room[CVE_ID_TEXT_SIZE];
	size_t before = l->count;
	bool more, first = before == 0;

	db_bind_text(s, 1, lookup_name(name, room));
	db_bind_int(s, 2, life);
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		if (!first && has(l, db_int(s, 0)))
			continue;
		l->records = arena_room(l->arena, l->records, l->count, &l->room, sizeof(*l->records));
		if (!read_record(s, l->arena, &l->records[l->count], e)) {
			db_done(s);
			return false;
		}
		l->count++;
	}
}

static int by_id(const void *left, const void *right)
{
	const struct vex_record *a = left, *b = right;

	return (a->id > b->id) - (a->id < b->id);
}

bool statements_about(struct db *db, const struct str *names, size_t name_count, enum vex_life life,
    struct arena *arena, struct vex_record **out, size_t *count, struct err *e)
{
	struct listing l = { .arena = arena };

	for (size_t i = 0; i < name_count; i++)
		if (!list_named(db, names[i], life, &l, e))
			return false;
	vec_sort(l.records, l.count, sizeof(*l.records), by_id);
	*out = l.records;
	*count = l.count;
	return true;
}

bool statements_get(struct db *db, int64_t id, struct arena *arena, struct vex_record *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_VEX_STATEMENT_GET);
	bool found, done;

	db_bind_int(s, 1, id);
	if (!db_row(s, &found, e))
		return false;
	if (!found)
		return err_fail(e, ERR_ABSENT, "there is no statement %lld", (long long)id);
	done = read_record(s, arena, out, e);
	db_done(s);
	return done;
}

bool statements_own_each(struct db *db, struct statement_brief_sink sink, struct err *e)
{
	struct statement *s = db_use(db, SQL_VEX_STATEMENT_OWN);
	bool more;

	for (;;) {
		struct statement_brief b = { 0 };

		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		b.status = (enum statement_status)db_int(s, 0);
		b.justification = (enum statement_justification)db_int(s, 1);
		b.device_id = db_int(s, 2);
		b.made_at = moments_instant(s, 3);
		if (!read_date(s, 4, &b.until, e) || !sink.take(sink.ctx, &b, e)) {
			db_done(s);
			return false;
		}
	}
}

bool statements_any(struct db *db, bool *any, struct err *e)
{
	return rows_any(db_use(db, SQL_VEX_STATEMENT_COUNT), any, e);
}

bool statements_any_on_package(struct db *db, bool *any, struct err *e)
{
	return rows_any(db_use(db, SQL_VEX_PACKAGE_ANY), any, e);
}

bool statements_on_package(struct db *db, enum package_kind kind, struct str package, struct arena *arena,
    int64_t **ids, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_VEX_PACKAGE_STATEMENTS);

	db_bind_text(s, 1, package);
	db_bind_int(s, 2, kind);
	return rows_ids(s, arena, ids, count, e);
}

bool statements_claimed(struct db *db, struct arena *arena, struct str **names, size_t *count, struct err *e)
{
	return rows_texts(db_use(db, SQL_VEX_CLAIMED), arena, names, count, e);
}

bool statements_newest(struct db *db, int64_t *id, struct err *e)
{
	return rows_number(db_use(db, SQL_VEX_STATEMENT_NEWEST), id, e);
}

bool statements_of_document(
    struct db *db, int64_t document_id, struct arena *arena, int64_t **ids, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_VEX_STATEMENT_OF_DOCUMENT);

	db_bind_int(s, 1, document_id);
	return rows_ids(s, arena, ids, count, e);
}
