#include "store/package_aliases.h"

#include "matching/language_name.h"
#include "matching/rebuild.h"
#include "store/components.h"
#include "store/packages.h"
#include "store/row_seals.h"

bool package_alias_add(struct db *db, const struct package_alias *a, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_PACKAGE_ALIAS_ADD);
	bool has_row;

	db_bind_int(s, 1, a->left.kind);
	db_bind_text(s, 2, a->left.package);
	db_bind_int(s, 3, a->right.kind);
	db_bind_text(s, 4, a->right.package);
	db_bind_text(s, 5, a->who);
	db_bind_int(s, 6, a->at.us);
	db_bind_text(s, 7, a->why);
	if (!db_row(s, &has_row, e))
		return false;
	*id = db_int(s, 0);
	db_done(s);
	row_touch(db, ROWS_PACKAGE_ALIAS, *id);
	return true;
}

bool package_alias_find(
    struct db *db, struct alias_name left, struct alias_name right, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_PACKAGE_ALIAS_FIND);
	bool found;

	db_bind_text(s, 1, left.package);
	db_bind_text(s, 2, right.package);
	db_bind_int(s, 3, left.kind);
	db_bind_int(s, 4, right.kind);
	if (!db_row(s, &found, e))
		return false;
	*id = found ? db_int(s, 0) : 0;
	db_done(s);
	return true;
}

bool package_alias_delete(struct db *db, int64_t id, struct err *e)
{
	struct statement *s = db_use(db, SQL_PACKAGE_ALIAS_DELETE);

	db_bind_int(s, 1, id);
	row_touch(db, ROWS_PACKAGE_ALIAS, id);
	return db_run(s, e);
}

static bool read_name(
    struct statement *s, int column, struct arena *arena, struct alias_name *out, struct err *e)
{
	int64_t kind = db_int(s, column);

	if (kind < PACKAGE_CPE || kind > PACKAGE_NAME)
		return err_fail(e, ERR_STORE, "an alias has a name of kind %lld", (long long)kind);
	*out = (struct alias_name){ (enum package_kind)kind, db_text_copy(s, column + 1, arena) };
	return true;
}

bool package_alias_list(
    struct db *db, struct arena *arena, struct package_alias **out, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_PACKAGE_ALIAS_LIST);
	struct package_alias *list = NULL;
	size_t n = 0, room = 0;
	bool more;

	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		list = arena_room(arena, list, n, &room, sizeof(*list));
		list[n] = (struct package_alias){ .id = db_int(s, 0),
			.who = db_text_copy(s, 5, arena),
			.at = { db_int(s, 6) },
			.why = db_text_copy(s, 7, arena) };
		if (!read_name(s, 1, arena, &list[n].left, e) || !read_name(s, 3, arena, &list[n].right, e))
			return false;
		n++;
	}
	*out = list;
	*count = n;
	return true;
}

bool package_alias_book(struct db *db, struct arena *arena, struct alias_book *out, struct err *e)
{
	struct package_alias *list;
	struct alias_book book = { 0 };
	size_t count;

	if (!package_alias_list(db, arena, &list, &count, e))
		return false;
	book.links = arena_alloc(arena, 2 * count, sizeof(*book.links));
	for (size_t i = 0; i < count; i++) {
		book.links[book.count++] = (struct alias_link){ list[i].left, list[i].right, list[i].id };
		book.links[book.count++] = (struct alias_link){ list[i].right, list[i].left, list[i].id };
	}
	alias_book_sort(&book);
	*out = book;
	return true;
}

bool components_of_alias(struct db *db, struct alias_name name, struct id_set *out, struct err *e)
{
	int64_t package_id;

	if (!packages_find(db, name.kind, name.package, &package_id, e))
		return false;
	return !package_id || components_of_package(db, package_id, out, e);
}

/* Components of the distributions that are built from it. */
static bool add_rebuilds(
    struct db *db, struct alias_name name, struct arena *arena, struct id_set *out, struct err *e)
{
	struct str *packages;
	size_t count = name.kind == PACKAGE_PURL ? rebuild_names(name.package, arena, &packages) : 0;

	for (size_t i = 0; i < count; i++)
		if (!components_of_alias(db, (struct alias_name){ PACKAGE_PURL, packages[i] }, out, e))
			return false;
	return true;
}

/* Components that NVD may mean by what is the name of a package of a language. */
static bool add_languages(
    struct db *db, struct alias_name name, struct arena *arena, struct id_set *out, struct err *e)
{
	struct alias_name *packages;
	size_t count = language_packages(name, arena, &packages);

	for (size_t i = 0; i < count; i++)
		if (!components_of_alias(db, packages[i], out, e))
			return false;
	return true;
}

bool components_reaching(
    struct db *db, const struct alias_book *own, int64_t package_id, struct id_set *out, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct alias_name name;
	struct alias *aliases;
	size_t count;

	if (!components_of_package(db, package_id, out, e) ||
	    !packages_name(db, package_id, &arena, &name.kind, &name.package, e))
		return false;
	count = alias_reached_from(own, name, &arena, &aliases);
	for (size_t i = 0; i < count; i++)
		if (!components_of_alias(db, aliases[i].name, out, e))
			return false;
	return add_rebuilds(db, name, &arena, out, e) && add_languages(db, name, &arena, out, e);
}
