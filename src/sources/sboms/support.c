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

#define NAME_MOST 32

/* The last part of the name in the form of the table; false if it is longer than any of them. */
static bool fold_name(struct str name, char folded[NAME_MOST], size_t *len)
{
	struct str before;

	str_cut_last(&name, ':', &before);
	*len = 0;
	for (size_t i = 0; i < name.len; i++) {
		char c = name.ptr[i];

		if (c == ' ' || c == '-' || c == '_' || c == '.')
			continue;
		if (*len == NAME_MOST)
			return false;
		folded[(*len)++] = char_lower(c);
	}
	return true;
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
	char folded[NAME_MOST];
	struct date date;
	size_t len;

	if (!fold_name(name, folded, &len))
		return;
	for (size_t i = 0; i < COUNT(names); i++) {
		if (!str_eq(str_of(names[i].name), (struct str){ folded, len }))
			continue;
		date = find_date(str_trim(value));
		if (names[i].fact == LEVEL)
			c->support_level = arena_copy(arena, str_trim(value));
		else if (date_is_known(date))
			c->end_of_support = date;
		return;
	}
}
