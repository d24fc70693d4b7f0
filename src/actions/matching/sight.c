#include "actions/matching/sight.h"

#include <stdlib.h>

#include "base/intern.h"
#include "base/memory.h"
#include "base/vec.h"
#include "limits.h"
#include "matching/package_family.h"
#include "store/coverage.h"

struct sight {
	struct db *db;
	const struct alias_book *own;
	struct intern *families; /* the kind as a byte, and the family */
	bool *served;		 /* by the number of a family */
	size_t room;
};

struct sight *sight_new(struct db *db, const struct alias_book *own)
{
	struct sight *s = memory_alloc(1, sizeof(*s));

	s->db = db;
	s->own = own;
	s->families = intern_new();
	return s;
}

void sight_free(struct sight *s)
{
	if (!s)
		return;
	intern_free(s->families);
	free(s->served);
	free(s);
}

static bool is_served(struct sight *s, const struct identity *i, bool *served, struct err *e)
{
	SCOPED_BUF key = buf_new(LIMIT_PURL_BYTES);
	struct str family = package_family(i->kind, i->package);
	uint32_t number;

	buf_byte(&key, (char)i->kind);
	buf_add(&key, family);
	number = intern_find(s->families, buf_str(&key));
	if (number != INTERN_NONE) {
		*served = s->served[number];
		return true;
	}
	if (!coverage_is_served(s->db, i->kind, family, served, e))
		return false;
	number = intern_add(s->families, buf_str(&key));
	s->served = vec_room(s->served, &s->room, (size_t)number + 1, sizeof(*s->served));
	s->served[number] = *served;
	return true;
}

/* By what it names itself; *first: the first of that, NULL where nothing can be looked up. */
static bool is_named_served(
    struct sight *s, const struct component *c, const struct identity **first, bool *served, struct err *e)
{
	*first = NULL;
	*served = false;
	for (size_t i = 0; i < c->identity_count && !*served; i++) {
		if (!identity_is_usable(&c->identities[i]))
			continue;
		if (!*first)
			*first = &c->identities[i];
		if (!is_served(s, &c->identities[i], served, e))
			return false;
	}
	return true;
}

static bool is_reached_served(struct sight *s, const struct component *c, bool *served, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct reach *reaches;
	size_t count = reach_of(c, s->own, &arena, &reaches);

	for (size_t i = 0; i < count && !*served; i++)
		if (!reaches[i].by_language && identity_is_usable(&reaches[i].identity) &&
		    !is_served(s, &reaches[i].identity, served, e))
			return false;
	return true;
}

bool sight_unserved(
    struct sight *s, const struct component *c, struct arena *arena, struct str *kind, struct err *e)
{
	const struct identity *first;
	bool served;

	*kind = STR("");
	if (!is_named_served(s, c, &first, &served, e))
		return false;
	if (!first || served)
		return true;
	if (!is_reached_served(s, c, &served, e))
		return false;
	if (!served)
		*kind = package_family_words(first->kind, package_family(first->kind, first->package), arena);
	return true;
}
