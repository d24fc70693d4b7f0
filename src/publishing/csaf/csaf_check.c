#include "publishing/csaf/csaf_check.h"

#include <stdarg.h>
#include <stdio.h>

#include "limits.h"
#include "publishing/csaf/csaf_checking.h"

/* clang-format off */
const struct csaf_test csaf_tests[] = {
	{ "schema", "keys, values and their forms are those of the schema", CSAF_MANDATORY, csaf_test_schema },
	{ "5.1", "the file is named after the tracking id", CSAF_OPTIONAL, csaf_test_file_name },
	{ "6.1.1", "a product id that is used is defined", CSAF_MANDATORY, csaf_test_undefined_product },
	{ "6.1.2", "a product id is defined once", CSAF_MANDATORY, csaf_test_product_twice },
	{ "6.1.3", "no product is made of itself", CSAF_MANDATORY, csaf_test_circular },
	{ "6.1.4", "a group id that is used is defined", CSAF_MANDATORY, csaf_test_undefined_group },
	{ "6.1.5", "a group id is defined once", CSAF_MANDATORY, csaf_test_group_twice },
	{ "6.1.6", "a product has one kind of status in a vulnerability", CSAF_MANDATORY, csaf_test_contradiction },
	{ "6.1.7", "a product has one score of each version of CVSS", CSAF_MANDATORY, csaf_test_scored_twice },
	{ "6.1.8", "CVSS objects are those of FIRST's schemas", CSAF_MANDATORY, csaf_test_cvss },
	{ "6.1.9", "CVSS scores and severities follow from the vector", CSAF_MANDATORY, csaf_test_computation },
	{ "6.1.10", "CVSS metrics are those of the vector", CSAF_MANDATORY, csaf_test_metrics },
	{ "6.1.11", "a weakness is one of CWE, by number and name", CSAF_MANDATORY, csaf_test_cwe },
	{ "6.1.12", "a language is one", CSAF_MANDATORY, csaf_test_language },
	{ "6.1.13", "a package URL is one", CSAF_MANDATORY, csaf_test_purl },
	{ "6.1.14", "revisions have dates in the order of their numbers", CSAF_MANDATORY, csaf_test_unsorted },
	{ "6.1.15", "a translator names the language of the original", CSAF_MANDATORY, csaf_test_translator },
	{ "6.1.16", "the version is that of the newest revision", CSAF_MANDATORY, csaf_test_newest },
	{ "6.1.17", "a version before the first is a draft's", CSAF_MANDATORY, csaf_test_draft },
	{ "6.1.18", "what is released has no revision before the first", CSAF_MANDATORY, csaf_test_released_zero },
	{ "6.1.19", "no revision is a pre-release", CSAF_MANDATORY, csaf_test_early_revision },
	{ "6.1.20", "what is released has no pre-release's version", CSAF_MANDATORY, csaf_test_early_version },
	{ "6.1.21", "no revision is missing", CSAF_MANDATORY, csaf_test_gap },
	{ "6.1.22", "a revision has a number of its own", CSAF_MANDATORY, csaf_test_revision_twice },
	{ "6.1.23", "a CVE id stands once", CSAF_MANDATORY, csaf_test_cve_twice },
	{ "6.1.24", "a party has one involvement at a time", CSAF_MANDATORY, csaf_test_involvements },
	{ "6.1.25", "a file has one hash of each algorithm", CSAF_MANDATORY, csaf_test_hash_twice },
	{ "6.1.26", "no category resembles a profile", CSAF_MANDATORY, csaf_test_category },
	{ "6.1.27.1", "the profile has notes", CSAF_MANDATORY, csaf_test_notes },
	{ "6.1.27.2", "the profile has references", CSAF_MANDATORY, csaf_test_references },
	{ "6.1.27.3", "the profile has no vulnerabilities", CSAF_MANDATORY, csaf_test_no_vulnerabilities },
	{ "6.1.27.4", "the profile has a product tree", CSAF_MANDATORY, csaf_test_tree },
	{ "6.1.27.5", "the profile has notes on each vulnerability", CSAF_MANDATORY, csaf_test_vulnerability_notes },
	{ "6.1.27.6", "the profile has a status in each vulnerability", CSAF_MANDATORY, csaf_test_status },
	{ "6.1.27.7", "VEX has one of its statuses in each vulnerability", CSAF_MANDATORY, csaf_test_vex_status },
	{ "6.1.27.8", "VEX names each vulnerability", CSAF_MANDATORY, csaf_test_vulnerability_id },
	{ "6.1.27.9", "VEX says why a product is not affected", CSAF_MANDATORY, csaf_test_impact },
	{ "6.1.27.10", "VEX says what to do about an affected product", CSAF_MANDATORY, csaf_test_action },
	{ "6.1.27.11", "the profile has vulnerabilities", CSAF_MANDATORY, csaf_test_vulnerabilities },
	{ "6.1.28", "a translation is in another language", CSAF_MANDATORY, csaf_test_translation },
	{ "6.1.29", "a remediation is of a product", CSAF_MANDATORY, csaf_test_loose_remediation },
	{ "6.1.30", "versions are of one kind", CSAF_MANDATORY, csaf_test_mixed_versions },
	{ "6.1.31", "a product version is no range", CSAF_MANDATORY, csaf_test_range_as_version },
	{ "6.1.32", "a flag is of a product", CSAF_MANDATORY, csaf_test_loose_flag },
	{ "6.1.33", "a product has one justification in a vulnerability", CSAF_MANDATORY, csaf_test_flagged_twice },
	{ "6.2.1", "a product id that is defined is used", CSAF_OPTIONAL, csaf_test_unused_product },
	{ "6.2.2", "a product affected or looked into has a remediation", CSAF_OPTIONAL, csaf_test_no_remediation },
	{ "6.2.3", "an affected product has a score", CSAF_OPTIONAL, csaf_test_no_score },
	{ "6.2.4", "no revision has build metadata", CSAF_OPTIONAL, csaf_test_build_metadata },
	{ "6.2.5", "the initial release is not before the first revision", CSAF_OPTIONAL, csaf_test_old_initial },
	{ "6.2.6", "the current release is not before the newest revision", CSAF_OPTIONAL, csaf_test_old_current },
	{ "6.2.7", "an involvement has a date", CSAF_OPTIONAL, csaf_test_undated_involvement },
	{ "6.2.8", "MD5 is not the only hash", CSAF_OPTIONAL, csaf_test_md5_alone },
	{ "6.2.9", "SHA-1 is not the only hash", CSAF_OPTIONAL, csaf_test_sha1_alone },
	{ "6.2.10", "a TLP label is given", CSAF_OPTIONAL, csaf_test_tlp },
	{ "6.2.11", "a canonical URL is given", CSAF_OPTIONAL, csaf_test_canonical_url },
	{ "6.2.12", "the language is given", CSAF_OPTIONAL, csaf_test_no_language },
	{ "6.2.13", "keys are sorted", CSAF_OPTIONAL, csaf_test_sorted_keys },
	{ "6.2.14", "no language is for private use", CSAF_OPTIONAL, csaf_test_private_language },
	{ "6.2.15", "no language is i-default", CSAF_OPTIONAL, csaf_test_default_language },
	{ "6.2.16", "a product has something to identify it by", CSAF_OPTIONAL, csaf_test_no_helper },
	{ "6.2.17", "a CVE id stands in its own field", CSAF_OPTIONAL, csaf_test_cve_as_id },
	{ "6.2.18", "a range of versions is in vers notation", CSAF_OPTIONAL, csaf_test_range_without_vers },
	{ "6.2.19", "a fixed product has an environmental score of 0", CSAF_OPTIONAL, csaf_test_fixed_score },
	{ "6.2.20", "there are no keys but those of the schema", CSAF_OPTIONAL, csaf_test_extra_keys },
	{ "6.3.1", "CVSS 2.0 is not the only score", CSAF_INFORMATIVE, csaf_test_only_cvss_2 },
	{ "6.3.2", "CVSS 3.1 is used in place of 3.0", CSAF_INFORMATIVE, csaf_test_cvss_3_0 },
	{ "6.3.3", "a vulnerability has a CVE id", CSAF_INFORMATIVE, csaf_test_no_cve },
	{ "6.3.4", "a vulnerability has a weakness", CSAF_INFORMATIVE, csaf_test_no_cwe },
	{ "6.3.5", "a hash has 64 digits or more", CSAF_INFORMATIVE, csaf_test_short_hash },
	{ "6.3.9", "branches go from vendor by product name to version", CSAF_INFORMATIVE, csaf_test_branches },
	{ "6.3.10", "versions are listed in place of ranges", CSAF_INFORMATIVE, csaf_test_range_used },
	{ "6.3.11", "a version does not begin with the letter v", CSAF_INFORMATIVE, csaf_test_version_letter },
	{ NULL, NULL, CSAF_MANDATORY, NULL },
};
/* clang-format on */

const char *csaf_level_name(enum csaf_level level)
{
	static const char *const names[] = {
		[CSAF_MANDATORY] = "mandatory",
		[CSAF_OPTIONAL] = "optional",
		[CSAF_INFORMATIVE] = "informative",
	};

	_Static_assert(COUNT(names) == CSAF_LEVEL_COUNT, "a name for every level");
	return names[level];
}

struct str csaf_file_name(struct str tracking_id, struct arena *arena)
{
	SCOPED_BUF name = buf_new(LIMIT_JSON_TEXT_BYTES);
	bool apart = false;

	for (size_t i = 0; i < tracking_id.len; i++) {
		char c = char_lower(tracking_id.ptr[i]);
		bool kept = char_is_alnum(c) || c == '+' || c == '-';

		if (kept || !apart)
			buf_byte(&name, kept ? c : '_');
		apart = !kept;
	}
	buf_add(&name, STR(".json"));
	return arena_copy(arena, buf_str(&name));
}

void csaf_fault(struct csaf_checking *c, const struct json_node *at, const char *fmt, ...)
{
	char text[512];
	va_list args;

	c->of_level[c->test->level]++;
	if (c->told++ >= LIMIT_CSAF_FAULTS)
		return;
	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	c->faults = arena_room(c->arena, c->faults, c->fault_count, &c->fault_room, sizeof(*c->faults));
	c->faults[c->fault_count++] = (struct csaf_fault){
		.test = c->test,
		.path = json_node_pointer(at, c->arena),
		.text = arena_copy(c->arena, str_of(text)),
	};
}

struct json_nodes csaf_find_in(struct csaf_checking *c, const struct json_node *at, const char *path)
{
	return at ? json_tree_find(at, path, c->scratch) : (struct json_nodes){ NULL, 0 };
}

struct json_nodes csaf_find(struct csaf_checking *c, const char *path)
{
	return csaf_find_in(c, c->root, path);
}

const struct json_node *csaf_first(struct csaf_checking *c, const char *path)
{
	struct json_nodes found = csaf_find(c, path);

	return found.count ? found.at[0] : NULL;
}

struct json_nodes csaf_vulnerabilities_with(struct csaf_checking *c, const char *key)
{
	struct json_nodes found = { arena_alloc(c->scratch, c->vulnerabilities.count, sizeof(*found.at)), 0 };

	for (size_t i = 0; i < c->vulnerabilities.count; i++)
		if (json_node_get(c->vulnerabilities.at[i], str_of(key)))
			found.at[found.count++] = c->vulnerabilities.at[i];
	return found;
}

struct str csaf_text(struct csaf_checking *c, const char *path)
{
	return json_node_text(csaf_first(c, path));
}

bool csaf_is_word(struct str s, const char *words)
{
	struct str rest = str_of(words), word;

	while (str_next(&rest, '|', &word))
		if (str_eq(word, s))
			return true;
	return false;
}

bool csaf_is_cve(struct str s)
{
	if (s.len < 13 || !str_starts(s, STR("CVE-")) || s.ptr[8] != '-')
		return false;
	for (size_t i = 4; i < s.len; i++)
		if (i != 8 && !char_is_digit(s.ptr[i]))
			return false;
	return true;
}

bool csaf_has_profile(struct csaf_checking *c, const char *names)
{
	return csaf_is_word(csaf_text(c, "document/category"), names);
}

static bool add_group(struct csaf_checking *c, const struct json_node *group, struct intern *to)
{
	const struct json_node *list = json_node_get(group, STR("product_ids"));

	if (!list || c->expanded > LIMIT_CSAF_EXPANDED)
		return list == NULL;
	c->expanded += list->count;
	if (c->expanded > LIMIT_CSAF_EXPANDED) {
		csaf_fault(c, group, "groups stand for more than %d products: it is checked no further",
		    LIMIT_CSAF_EXPANDED);
		return false;
	}
	for (const struct json_node *product = list->first; product; product = product->next)
		intern_add(to, json_node_text(product));
	return true;
}

void csaf_add_products(struct csaf_checking *c, const struct json_node *item, struct intern *to)
{
	struct json_nodes products = csaf_find_in(c, item, "product_ids/?");
	struct json_nodes groups = csaf_find_in(c, item, "group_ids/?");

	for (size_t i = 0; i < products.count; i++)
		intern_add(to, json_node_text(products.at[i]));
	for (size_t i = 0; i < groups.count; i++) {
		uint32_t group = intern_find(c->groups, json_node_text(groups.at[i]));

		if (group != INTERN_NONE && !add_group(c, c->group_at[group], to))
			return;
	}
}

void csaf_add_spoken(struct csaf_checking *c, const struct json_node *item, struct csaf_spoken *to)
{
	struct json_nodes products = csaf_find_in(c, item, "product_ids/?");
	struct json_nodes groups = csaf_find_in(c, item, "group_ids/?");

	for (size_t i = 0; i < products.count; i++)
		intern_add(to->products, json_node_text(products.at[i]));
	for (size_t i = 0; i < groups.count; i++)
		intern_add(to->groups, json_node_text(groups.at[i]));
}

bool csaf_is_spoken_of(const struct csaf_checking *c, struct str product, const struct csaf_spoken *in)
{
	uint32_t id = intern_find(c->grouped, product);

	if (intern_find(in->products, product) != INTERN_NONE)
		return true;
	if (id == INTERN_NONE || intern_count(in->groups) == 0)
		return false;
	for (const struct csaf_membership *m = c->member_of[id]; m; m = m->next)
		if (intern_find(in->groups, intern_text(c->groups, m->group)) != INTERN_NONE)
			return true;
	return false;
}

struct json_nodes csaf_in_status(
    struct csaf_checking *c, const struct json_node *vulnerability, const char *words)
{
	struct json_nodes all = csaf_find_in(c, vulnerability, "product_status/?/?"), found = { all.at, 0 };

	for (size_t i = 0; i < all.count; i++)
		if (csaf_is_word(all.at[i]->parent->key, words))
			found.at[found.count++] = all.at[i];
	return found;
}

static void join(struct json_nodes *to, struct json_nodes more, struct arena *arena)
{
	const struct json_node **both = arena_alloc(arena, to->count + more.count, sizeof(*both));

	for (size_t i = 0; i < to->count; i++)
		both[i] = to->at[i];
	for (size_t i = 0; i < more.count; i++)
		both[to->count + i] = more.at[i];
	to->at = both;
	to->count += more.count;
}

static void find_names(struct csaf_checking *c)
{
	c->names = csaf_find(c, "product_tree/branches/.../product");
	join(&c->names, csaf_find(c, "product_tree/full_product_names/?"), c->scratch);
	join(&c->names, csaf_find(c, "product_tree/relationships/?/full_product_name"), c->scratch);
	for (size_t i = 0; i < c->names.count; i++)
		intern_add(c->products, json_node_field(c->names.at[i], STR("product_id")));
}

static void find_groups(struct csaf_checking *c)
{
	struct json_nodes groups = csaf_find(c, "product_tree/product_groups/?");

	c->group_at = arena_alloc(c->scratch, groups.count, sizeof(const struct json_node *));
	for (size_t i = 0; i < groups.count; i++) {
		uint32_t before = intern_count(c->groups);
		uint32_t id = intern_add(c->groups, json_node_field(groups.at[i], STR("group_id")));

		if (id == before)
			c->group_at[id] = groups.at[i];
	}
}

static void find_members(struct csaf_checking *c)
{
	struct json_nodes members = csaf_find(c, "product_tree/product_groups/?/product_ids/?");

	c->member_of = arena_alloc(c->scratch, members.count, sizeof(struct csaf_membership *));
	for (size_t i = 0; i < members.count; i++) {
		const struct json_node *group = members.at[i]->parent->parent;
		uint32_t id = intern_add(c->grouped, json_node_text(members.at[i]));
		struct csaf_membership *m = arena_alloc(c->scratch, 1, sizeof(*m));

		m->group = intern_find(c->groups, json_node_field(group, STR("group_id")));
		m->next = c->member_of[id];
		c->member_of[id] = m;
	}
}

void csaf_check(
    const struct json_node *document, struct str file_name, struct arena *arena, struct csaf_verdict *out)
{
	SCOPED_INTERN *products = intern_new();
	SCOPED_INTERN *groups = intern_new();
	SCOPED_INTERN *grouped = intern_new();
	SCOPED_ARENA shared = { 0 }; /* what all tests look at */
	SCOPED_ARENA scratch = { 0 };
	struct csaf_checking c = {
		.root = document,
		.file_name = file_name,
		.arena = arena,
		.scratch = &shared,
		.products = products,
		.groups = groups,
		.grouped = grouped,
	};

	find_names(&c);
	find_groups(&c);
	find_members(&c);
	c.vulnerabilities = csaf_find(&c, "vulnerabilities/?");
	c.revisions = csaf_find(&c, "document/tracking/revision_history/?");
	c.scratch = &scratch;
	for (const struct csaf_test *test = csaf_tests; test->id; test++) {
		c.test = test;
		c.told = 0;
		c.expanded = 0;
		test->check(&c);
		arena_reset(&scratch);
	}
	*out = (struct csaf_verdict){ .faults = c.faults, .fault_count = c.fault_count };
	memcpy(out->of_level, c.of_level, sizeof(out->of_level));
}
