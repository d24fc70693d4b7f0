/*
 * csaf_branches - the tests of branches: their order, and versions and ranges in their names.
 */
#include "publishing/csaf/csaf_checking.h"

/* The names of branches of a category. */
static struct json_nodes names_of(struct csaf_checking *c, struct str category)
{
	struct json_nodes all = csaf_find(c, "product_tree/branches/.../name"), found = { all.at, 0 };

	for (size_t i = 0; i < all.count; i++)
		if (str_eq(json_node_field(all.at[i]->parent, STR("category")), category))
			found.at[found.count++] = all.at[i];
	return found;
}

/* 6.1.31: what makes a version a range. Words stand between blanks. */
static bool says_range(struct str name)
{
	struct str word;

	if (str_has(name, STR("<")) || str_has(name, STR(">")))
		return true;
	while (str_next(&name, ' ', &word)) {
		static const char *const words[] = { "after", "all", "before", "earlier", "later", "prior",
			"versions" };

		for (size_t i = 0; i < COUNT(words); i++)
			if (str_eq_nocase(str_trim(word), str_of(words[i])))
				return true;
	}
	return false;
}

void csaf_test_range_as_version(struct csaf_checking *c)
{
	struct json_nodes names = names_of(c, STR("product_version"));

	for (size_t i = 0; i < names.count; i++)
		if (says_range(json_node_text(names.at[i])))
			csaf_fault(c, names.at[i], "\"" STR_FMT "\" is a range of versions",
			    STR_ARG(json_node_text(names.at[i])));
}

/* vers:TYPE/..., or vls: as an earlier draft had it (3.1.2.3.2). */
static bool is_vers(struct str name)
{
	struct str type;

	if (str_starts(name, STR("vls:")))
		return true;
	if (!str_starts(name, STR("vers:")))
		return false;
	name = str_from(name, 5);
	if (!str_cut(&name, '/', &type) || type.len == 0 || name.len == 0)
		return false;
	for (size_t i = 0; i < type.len; i++)
		if (!strchr("abcdefghijklmnopqrstuvwxyz.-+", type.ptr[i]) &&
		    !(i > 0 && char_is_digit(type.ptr[i])))
			return false;
	return true;
}

void csaf_test_range_without_vers(struct csaf_checking *c)
{
	struct json_nodes names = names_of(c, STR("product_version_range"));

	for (size_t i = 0; i < names.count; i++)
		if (!is_vers(json_node_text(names.at[i])))
			csaf_fault(c, names.at[i], "\"" STR_FMT "\" is not in vers notation",
			    STR_ARG(json_node_text(names.at[i])));
}

void csaf_test_range_used(struct csaf_checking *c)
{
	struct json_nodes names = names_of(c, STR("product_version_range"));

	for (size_t i = 0; i < names.count; i++)
		csaf_fault(c, names.at[i], "a range of versions");
}

void csaf_test_version_letter(struct csaf_checking *c)
{
	struct json_nodes names = names_of(c, STR("product_version"));

	for (size_t i = 0; i < names.count; i++) {
		struct str name = json_node_text(names.at[i]);

		if (name.len > 1 && char_lower(name.ptr[0]) == 'v' && char_is_digit(name.ptr[1]))
			csaf_fault(c, names.at[i], "\"" STR_FMT "\"", STR_ARG(name));
	}
}

/* A product at the end of branches lies below a version, that below a product name, that below a vendor. */
void csaf_test_branches(struct csaf_checking *c)
{
	static const char *const order[] = { "product_version", "product_name", "vendor" };
	struct json_nodes products = csaf_find(c, "product_tree/branches/.../product");

	for (size_t i = 0; i < products.count; i++) {
		size_t found = 0;

		for (const struct json_node *at = products.at[i]->parent; at && found < COUNT(order);
		     at = at->parent)
			found += str_eq(json_node_field(at, STR("category")), str_of(order[found]));
		if (found < COUNT(order))
			csaf_fault(c, products.at[i], "no %s above it", order[found]);
	}
}
