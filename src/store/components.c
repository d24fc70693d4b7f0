#include "store/components.h"

#include "matching/alias.h"
#include "matching/package_family.h"
#include "store/coverage.h"
#include "store/packages.h"
#include "store/row_seals.h"
#include "store/vex_documents.h"

#define CONTENT_MOST (16 * 1024 * 1024) /* one component, or the ids of one list */

struct putting {
	struct db *db;
	struct packages *packages;
	struct buf scratch;
	size_t added;
};

/* Reads the set a statement gives in its first column; an absent row is an empty set. */
static bool read_set(struct statement *s, const char *what, struct id_set *set, struct err *e)
{
	bool found, good = true;

	if (!db_row(s, &found, e))
		return false;
	if (found)
		good = id_set_read(db_blob(s, 0), set);
	db_done(s);
	return good || err_fail(e, ERR_STORE, "the %s are damaged", what);
}

bool components_of_package(struct db *db, int64_t package_id, struct id_set *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_PACKAGE_COMPONENTS_GET);

	db_bind_int(s, 1, package_id);
	return read_set(s, "components of a package", out, e);
}

bool component_lists(struct db *db, int64_t component_id, struct id_set *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_COMPONENT_LISTS_GET);

	db_bind_int(s, 1, component_id);
	return read_set(s, "lists of a component", out, e);
}

static bool post_to_package(
    struct putting *p, enum package_kind kind, struct str package, int64_t component_id, struct err *e)
{
	SCOPED_ID_SET set = { 0 };
	int64_t package_id;
	struct statement *s;

	if (!packages_id(p->packages, kind, package, &package_id, e) ||
	    !components_of_package(p->db, package_id, &set, e))
		return false;
	if (!id_set_add(&set, component_id))
		return true;
	buf_clear(&p->scratch);
	id_set_write(&set, &p->scratch);
	s = db_use(p->db, SQL_PACKAGE_COMPONENTS_PUT);
	db_bind_int(s, 1, package_id);
	db_bind_blob(s, 2, buf_str(&p->scratch));
	db_bind_int(s, 3, (int64_t)set.count);
	return db_run(s, e);
}

/* To its package, and to the name by which aliases find it. */
static bool post_identity(
    struct putting *p, const struct identity *identity, int64_t component_id, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct str also = alias_posted_as((struct alias_name){ identity->kind, identity->package }, &arena);

	return post_to_package(p, identity->kind, identity->package, component_id, e) &&
	       (also.len == 0 || post_to_package(p, identity->kind, also, component_id, e));
}

static bool count_family(struct db *db, int64_t kind, struct str family, struct err *e)
{
	struct statement *s = db_use(db, SQL_COMPONENT_FAMILY_ADD);

	db_bind_int(s, 1, kind);
	db_bind_text(s, 2, family);
	return db_run(s, e);
}

static bool is_counted(const struct component *c, size_t index, struct str family)
{
	const struct identity *i = c->identities;

	for (size_t k = 0; k < index; k++)
		if (identity_is_usable(&i[k]) && i[k].kind == i[index].kind &&
		    str_eq(package_family(i[k].kind, i[k].package), family))
			return true;
	return false;
}

/* What an SBOM is about is no component of it, and is not missed. */
static bool count_families(struct db *db, const struct component *c, struct err *e)
{
	bool usable = false;

	for (size_t i = 0; i < c->identity_count; i++) {
		const struct identity *one = &c->identities[i];
		struct str family = package_family(one->kind, one->package);

		if (!identity_is_usable(one))
			continue;
		usable = true;
		if (!is_counted(c, i, family) && !count_family(db, one->kind, family, e))
			return false;
	}
	return usable || c->is_subject || count_family(db, FAMILY_NONE, STR(""), e);
}

static bool post_hash(struct putting *p, struct str hash, int64_t component_id, struct err *e)
{
	struct statement *s = db_use(p->db, SQL_COMPONENT_HASH_ADD);

	db_bind_text(s, 1, hash);
	db_bind_int(s, 2, component_id);
	return db_run(s, e);
}

static bool add_component(
    struct putting *p, const struct component *c, const struct sha256 *digest, int64_t *id, struct err *e)
{
	struct statement *s = db_use(p->db, SQL_COMPONENT_ADD);
	bool has_row;

	buf_clear(&p->scratch);
	component_write(c, &p->scratch);
	db_bind_blob(s, 1, sha256_str(digest));
	db_bind_text(s, 2, c->name);
	db_bind_text(s, 3, c->version);
	db_bind_blob(s, 4, buf_str(&p->scratch));
	db_bind_blob(s, 5, STR(""));
	if (!db_row(s, &has_row, e))
		return false;
	*id = db_int(s, 0);
	db_done(s);
	p->added += !c->is_subject;
	if (!count_families(p->db, c, e))
		return false;
	for (size_t i = 0; i < c->identity_count; i++)
		if (c->identities[i].is_whole && !post_identity(p, &c->identities[i], *id, e))
			return false;
	for (size_t i = 0; i < c->hash_count; i++)
		if (!post_hash(p, c->hashes[i], *id, e))
			return false;
	return true;
}

static bool find_digest(struct db *db, const struct sha256 *digest, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_COMPONENT_FIND);
	bool found;

	db_bind_blob(s, 1, sha256_str(digest));
	if (!db_row(s, &found, e))
		return false;
	*id = found ? db_int(s, 0) : 0;
	db_done(s);
	return true;
}

bool component_find(struct db *db, const struct component *c, int64_t *id, struct err *e)
{
	struct sha256 digest = component_digest(c);

	return find_digest(db, &digest, id, e);
}

static bool find_or_add(struct putting *p, const struct component *c, int64_t *id, struct err *e)
{
	struct sha256 digest = component_digest(c);

	return find_digest(p->db, &digest, id, e) && (*id || add_component(p, c, &digest, id, e));
}

/* A list that is new has the greatest id: it goes behind all others. */
static bool post_to_list(struct putting *p, int64_t component_id, int64_t list_id, struct err *e)
{
	struct statement *s = db_use(p->db, SQL_COMPONENT_LISTS_GET);
	int64_t last = 0;
	bool found, whole;

	db_bind_int(s, 1, component_id);
	if (!db_row(s, &found, e))
		return false;
	buf_clear(&p->scratch);
	if (found)
		buf_add(&p->scratch, db_blob(s, 0));
	db_done(s);
	whole = id_set_last(buf_str(&p->scratch), &last);
	if (!whole || last >= list_id)
		return err_fail(
		    e, ERR_STORE, "the lists of component %lld are damaged", (long long)component_id);
	buf_varint(&p->scratch, (uint64_t)(list_id - last));
	s = db_use(p->db, SQL_COMPONENT_LISTS_SET);
	db_bind_blob(s, 1, buf_str(&p->scratch));
	db_bind_int(s, 2, component_id);
	return db_run(s, e);
}

/* The list of exactly these components; it is made, and posted to each of them, if there is none yet. */
static bool find_or_add_list(struct putting *p, const struct id_set *ids, int64_t *list_id, struct err *e)
{
	SCOPED_BUF packed = buf_new(CONTENT_MOST);
	struct sha256 digest;
	struct statement *s = db_use(p->db, SQL_COMPONENT_LIST_FIND);
	bool found;

	id_set_write(ids, &packed);
	if (buf_full(&packed))
		return err_fail(e, ERR_LIMIT, "%zu components in one release are too many", ids->count);
	digest = sha256_of(buf_str(&packed));
	db_bind_blob(s, 1, sha256_str(&digest));
	if (!db_row(s, &found, e))
		return false;
	if (found) {
		*list_id = db_int(s, 0);
		db_done(s);
		return true;
	}
	s = db_use(p->db, SQL_COMPONENT_LIST_ADD);
	db_bind_blob(s, 1, sha256_str(&digest));
	db_bind_blob(s, 2, buf_str(&packed));
	db_bind_int(s, 3, (int64_t)ids->count);
	if (!db_row(s, &found, e))
		return false;
	*list_id = db_int(s, 0);
	db_done(s);
	for (size_t i = 0; i < ids->count; i++)
		if (!post_to_list(p, ids->ids[i], *list_id, e))
			return false;
	return true;
}

static bool put_all(
    struct putting *p, int64_t release_id, const struct component *components, size_t count, struct err *e)
{
	SCOPED_ID_SET ids = { 0 };
	struct statement *s;
	int64_t list_id;

	for (size_t i = 0; i < count; i++) {
		int64_t id;

		if (!find_or_add(p, &components[i], &id, e))
			return err_within(e, "component \"" STR_FMT "\"", STR_ARG(components[i].name));
		id_set_add(&ids, id);
	}
	if (!find_or_add_list(p, &ids, &list_id, e))
		return false;
	s = db_use(p->db, SQL_RELEASE_SET_LIST);
	db_bind_int(s, 1, list_id);
	db_bind_int(s, 2, release_id);
	row_touch(p->db, ROWS_RELEASE, release_id);
	row_touch(p->db, ROWS_COMPONENT_LIST, list_id);
	return db_run(s, e);
}

bool components_put(struct db *db, int64_t release_id, const struct component *components, size_t count,
    size_t *added, struct err *e)
{
	struct putting p = { .db = db, .packages = packages_new(db), .scratch = buf_new(CONTENT_MOST) };
	bool done = put_all(&p, release_id, components, count, e);

	packages_free(p.packages);
	buf_free(&p.scratch);
	if (done)
		*added = p.added;
	return done;
}

bool component_known(struct db *db, int64_t id, bool *known, struct err *e)
{
	struct statement *s = db_use(db, SQL_COMPONENT_GET);

	db_bind_int(s, 1, id);
	if (!db_row(s, known, e))
		return false;
	if (*known)
		db_done(s);
	return true;
}

bool component_content(struct db *db, int64_t id, struct arena *arena, struct str *content, struct err *e)
{
	struct statement *s = db_use(db, SQL_COMPONENT_GET);
	bool found;

	db_bind_int(s, 1, id);
	if (!db_row(s, &found, e))
		return false;
	if (!found)
		return err_fail(e, ERR_STORE, "component %lld is missing", (long long)id);
	*content = arena_copy(arena, db_blob(s, 0));
	db_done(s);
	return true;
}

bool component_by_id(struct db *db, int64_t id, struct arena *arena, struct component *out, struct err *e)
{
	struct str content;

	return component_content(db, id, arena, &content, e) && component_read(content, arena, out, e);
}

bool component_ids_of_list(struct db *db, int64_t list_id, struct id_set *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_COMPONENT_LIST_GET);

	db_bind_int(s, 1, list_id);
	return read_set(s, "components of a list", out, e);
}

bool components_by_ids(
    struct db *db, const struct id_set *ids, struct arena *arena, struct component **out, struct err *e)
{
	struct component *components = arena_alloc(arena, ids->count, sizeof(*components));

	for (size_t i = 0; i < ids->count; i++)
		if (!component_by_id(db, ids->ids[i], arena, &components[i], e))
			return false;
	*out = components;
	return true;
}

bool components_of_list(
    struct db *db, int64_t list_id, struct arena *arena, struct component **out, size_t *count, struct err *e)
{
	SCOPED_ID_SET ids = { 0 };

	if (!component_ids_of_list(db, list_id, &ids, e) || !components_by_ids(db, &ids, arena, out, e))
		return false;
	*count = ids.count;
	return true;
}

static bool mark_subject(
    struct db *db, int64_t release_id, const struct id_set *ids, struct component *components, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct component subject;
	int64_t id = 0;
	bool found;

	if (!sbom_subject(db, release_id, &arena, &subject, &found, e) ||
	    (found && !component_find(db, &subject, &id, e)))
		return false;
	for (size_t i = 0; i < ids->count && id; i++)
		components[i].is_subject = ids->ids[i] == id;
	return true;
}

bool components_of_release(struct db *db, const struct release *r, struct arena *arena,
    struct component **out, size_t *count, struct err *e)
{
	SCOPED_ID_SET ids = { 0 };

	return component_ids_of_list(db, r->list_id, &ids, e) &&
	       components_of_list(db, r->list_id, arena, out, count, e) &&
	       mark_subject(db, r->id, &ids, *out, e);
}

static bool add_ids(struct statement *s, struct id_set *out, struct err *e)
{
	for (;;) {
		bool more;

		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		id_set_add(out, db_int(s, 0));
	}
}

bool components_of_hash(struct db *db, struct str hash, struct id_set *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_COMPONENT_HASH_FIND);

	db_bind_text(s, 1, hash);
	return add_ids(s, out, e);
}

bool components_named(struct db *db, struct str name, struct arena *arena, struct id_set *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_COMPONENT_NAMED);
	char *lower = arena_text(arena, name);

	for (size_t i = 0; i < name.len; i++)
		lower[i] = char_lower(lower[i]);
	db_bind_text(s, 1, (struct str){ lower, name.len });
	return add_ids(s, out, e);
}
