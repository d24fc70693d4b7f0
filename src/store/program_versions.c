#include "store/program_versions.h"

bool program_version_add(struct db *db, struct str kind, const struct program_version *v, struct err *e)
{
	struct statement *s = db_use(db, SQL_PROGRAM_VERSION_ADD);
	bool has_row;

	db_bind_text(s, 1, kind);
	db_bind_text(s, 2, v->name);
	db_bind_int(s, 3, v->number);
	db_bind_text(s, 4, v->content);
	db_bind_int(s, 5, v->at.us);
	db_bind_text(s, 6, v->who);
	if (!db_row(s, &has_row, e))
		return false;
	db_done(s);
	return true;
}

bool program_versions(struct db *db, struct str kind, struct arena *arena, struct program_version **out,
    size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_PROGRAM_VERSION_LIST);
	size_t room = 0;
	bool more;

	*out = NULL;
	*count = 0;
	db_bind_text(s, 1, kind);
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		*out = arena_room(arena, *out, *count, &room, sizeof(**out));
		(*out)[(*count)++] = (struct program_version){ .name = db_text_copy(s, 0, arena),
			.number = db_int(s, 1),
			.content = db_text_copy(s, 2, arena),
			.at = { db_int(s, 3) },
			.who = db_text_copy(s, 4, arena) };
	}
}

bool program_last_of_each(struct db *db, const char *kind, struct arena *arena, struct program_version **out,
    size_t *count, struct err *e)
{
	struct program_version *versions;
	size_t all, kept = 0;

	if (!program_versions(db, str_of(kind), arena, &versions, &all, e))
		return false;
	for (size_t i = 0; i < all; i++)
		if (i + 1 == all || !str_eq(versions[i + 1].name, versions[i].name))
			versions[kept++] = versions[i];
	*out = versions;
	*count = kept;
	return true;
}

bool program_versions_of(struct db *db, const char *kind, struct str name, struct arena *arena,
    struct program_version **out, size_t *count, struct err *e)
{
	struct program_version *versions;
	size_t all, kept = 0;

	if (!program_versions(db, str_of(kind), arena, &versions, &all, e))
		return false;
	for (size_t i = 0; i < all; i++)
		if (str_eq(versions[i].name, name))
			versions[kept++] = versions[i];
	*out = versions;
	*count = kept;
	return true;
}

bool program_last(struct db *db, const char *kind, struct str name, struct arena *arena,
    struct program_version *out, struct err *e)
{
	struct program_version *versions;
	size_t count;

	if (!program_versions_of(db, kind, name, arena, &versions, &count, e))
		return false;
	*out = count ? versions[count - 1] : (struct program_version){ .name = name };
	return true;
}
