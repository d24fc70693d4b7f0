#include "sources/sboms/support.h"

enum support_fact { LEVEL, END };

/* clang-format off */
static const struct {
	const char *name; /* lower case, letters and digits only */
	enum support_fact fact;
} names[] = {
	/* FDA premarket guidance (2023, 2026) V.A.4(b): level of support, end-of-support date */
	{ "levelofsupport", LEVEL },
	{ "softwarelevelofsupport", LEVEL },
	{ "supportlevel", LEVEL },
	{ "supportstatus", LEVEL },
	{ "endofsupport", END }, /* also cdx:lifecycle:milestone:endOfSupport of CycloneDX's property taxonomy */
	{ "endofsupportdate", END },
	{ "supportenddate", END },
	{ "eos", END },
	{ "eosdate", END },
};
/* clang-format on */

struct str support_fold(struct str name, char folded[SUPPORT_NAME_MOST])
{
	struct str before;
	size_t len = 0;

	str_cut_last(&name, ':', &before);
	for (size_t i = 0; i < name.len; i++) {
		char c = name.ptr[i];

		if (c == ' ' || c == '-' || c == '_' || c == '.')
			continue;
		if (len == SUPPORT_NAME_MOST)
			return STR_NONE;
		folded[len++] = char_lower(c);
	}
	return (struct str){ folded, len };
}

static struct date find_date(struct str value)
{
	struct date date = DATE_NONE;
	struct err ignored;

	if (value.len > 10 && value.ptr[10] != 'T' && value.ptr[10] != ' ')
		return DATE_NONE;
	return date_parse(str_first(value, 10), &date, &ignored) ? date : DATE_NONE;
}

void support_property(struct str name, struct str value, struct arena *arena, struct sbom_component *c)
{
	char folded[SUPPORT_NAME_MOST];
	struct date date;

	name = support_fold(name, folded);
	for (size_t i = 0; i < COUNT(names); i++) {
		if (!str_eq(name, str_of(names[i].name)))
			continue;
		date = find_date(str_trim(value));
		if (names[i].fact == LEVEL)
			c->support_level = arena_copy(arena, str_trim(value));
		else if (date_is_known(date))
			c->end_of_support = date;
		else
			c->end_of_support_words = arena_copy(arena, str_trim(value));
		return;
	}
}
