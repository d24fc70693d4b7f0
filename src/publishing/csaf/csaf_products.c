/*
 * csaf_products - the tests of the product tree: ids and groups, how they hang together, names, hashes.
 */
#include "identity/purl.h"
#include "publishing/csaf/csaf_checking.h"

/* Where product ids are used; 6.1.1, and flags. */
static const char *const product_paths[] = {
	"product_tree/product_groups/?/product_ids/?",
	"product_tree/relationships/?/product_reference",
	"product_tree/relationships/?/relates_to_product_reference",
	"vulnerabilities/?/flags/?/product_ids/?",
	"vulnerabilities/?/product_status/?/?",
	"vulnerabilities/?/remediations/?/product_ids/?",
	"vulnerabilities/?/scores/?/products/?",
	"vulnerabilities/?/threats/?/product_ids/?",
};

static const char *const group_paths[] = {
	"vulnerabilities/?/flags/?/group_ids/?",
	"vulnerabilities/?/remediations/?/group_ids/?",
	"vulnerabilities/?/threats/?/group_ids/?",
};

void csaf_test_undefined_product(struct csaf_checking *c)
{
	for (size_t i = 0; i < COUNT(product_paths); i++) {
		struct json_nodes used = csaf_find(c, product_paths[i]);

		for (size_t k = 0; k < used.count; k++)
			if (intern_find(c->products, json_node_text(used.at[k])) == INTERN_NONE)
				csaf_fault(c, used.at[k], "\"" STR_FMT "\" is not defined",
				    STR_ARG(json_node_text(used.at[k])));
	}
}

void csaf_test_undefined_group(struct csaf_checking *c)
{
	for (size_t i = 0; i < COUNT(group_paths); i++) {
		struct json_nodes used = csaf_find(c, group_paths[i]);

		for (size_t k = 0; k < used.count; k++)
			if (intern_find(c->groups, json_node_text(used.at[k])) == INTERN_NONE)
				csaf_fault(c, used.at[k], "\"" STR_FMT "\" is not defined",
				    STR_ARG(json_node_text(used.at[k])));
	}
}

static void check_once(struct csaf_checking *c, struct json_nodes definers, const char *key)
{
	SCOPED_INTERN *seen = intern_new();

	for (size_t i = 0; i < definers.count; i++) {
		const struct json_node *id = json_node_get(definers.at[i], str_of(key));
		uint32_t before = intern_count(seen);

		if (id && intern_add(seen, json_node_text(id)) != before)
			csaf_fault(c, id, "\"" STR_FMT "\" is defined already", STR_ARG(json_node_text(id)));
	}
}

void csaf_test_product_twice(struct csaf_checking *c)
{
	check_once(c, c->names, "product_id");
}

void csaf_test_group_twice(struct csaf_checking *c)
{
	check_once(c, csaf_find(c, "product_tree/product_groups/?"), "group_id");
}

/* What the products of relationships are made of, by their numbers among c->products. */
struct parts {
	struct part {
		const struct json_node *at; /* the relationship */
		uint32_t of[2];
		int32_t next; /* the next relationship that makes the same product; -1: none */
	} * relation;
	int32_t *first; /* of a product; -1: none */
	uint8_t *state; /* of a product: not looked at, being looked at, done */
};
enum { PART_NEW, PART_OPEN, PART_DONE };

static struct parts parts_of(struct csaf_checking *c, struct json_nodes relations)
{
	uint32_t products = intern_count(c->products);
	struct parts p = {
		.relation = arena_alloc(c->scratch, relations.count, sizeof(*p.relation)),
		.first = arena_alloc(c->scratch, products, sizeof(*p.first)),
		.state = arena_alloc(c->scratch, products, sizeof(*p.state)),
	};

	for (uint32_t i = 0; i < products; i++)
		p.first[i] = -1;
	for (size_t i = 0; i < relations.count; i++) {
		const struct json_node *at = relations.at[i];
		uint32_t made = intern_find(c->products,
		    json_node_field(json_node_get(at, STR("full_product_name")), STR("product_id")));

		p.relation[i] = (struct part){ at,
			{ intern_find(c->products, json_node_field(at, STR("product_reference"))),
			    intern_find(
				c->products, json_node_field(at, STR("relates_to_product_reference"))) },
			-1 };
		if (made == INTERN_NONE)
			continue;
		p.relation[i].next = p.first[made];
		p.first[made] = (int32_t)i;
	}
	return p;
}

/* One step of a walk into depth: where it stands, in which relationship and at which of its two parts. */
struct standing {
	uint32_t product;
	int32_t relation;
	unsigned part;
};

/* The next part of what stands on top; INTERN_NONE where there is none left. */
static uint32_t next_part(const struct parts *p, struct standing *top, const struct json_node **at)
{
	while (top->relation >= 0) {
		const struct part *relation = &p->relation[top->relation];

		if (top->part == COUNT(relation->of)) {
			top->relation = relation->next;
			top->part = 0;
			continue;
		}
		*at = relation->at;
		if (relation->of[top->part++] != INTERN_NONE)
			return relation->of[top->part - 1];
	}
	return INTERN_NONE;
}

static void walk_parts(struct csaf_checking *c, struct parts *p, struct standing *stack, uint32_t from)
{
	const struct json_node *at = NULL;
	size_t depth = 0;

	stack[depth++] = (struct standing){ from, p->first[from], 0 };
	p->state[from] = PART_OPEN;
	while (depth > 0) {
		uint32_t part = next_part(p, &stack[depth - 1], &at);

		if (part == INTERN_NONE) {
			p->state[stack[--depth].product] = PART_DONE;
		} else if (p->state[part] == PART_OPEN) {
			csaf_fault(c, at, "\"" STR_FMT "\" is made of itself",
			    STR_ARG(intern_text(c->products, part)));
		} else if (p->state[part] == PART_NEW) {
			p->state[part] = PART_OPEN;
			stack[depth++] = (struct standing){ part, p->first[part], 0 };
		}
	}
}

void csaf_test_circular(struct csaf_checking *c)
{
	struct json_nodes relations = csaf_find(c, "product_tree/relationships/?");
	uint32_t products = intern_count(c->products);
	struct parts p = parts_of(c, relations);
	struct standing *stack = arena_alloc(c->scratch, products, sizeof(*stack));

	for (uint32_t i = 0; i < products; i++)
		if (p.state[i] == PART_NEW)
			walk_parts(c, &p, stack, i);
}

static struct json_nodes helpers_of(struct csaf_checking *c, const char *path)
{
	struct json_nodes found = { NULL, 0 };
	size_t room = 0;

	for (size_t i = 0; i < c->names.count; i++) {
		struct json_nodes here = csaf_find_in(
		    c, json_node_get(c->names.at[i], STR("product_identification_helper")), path);

		for (size_t k = 0; k < here.count; k++) {
			found.at = arena_room(c->scratch, found.at, found.count, &room, sizeof(*found.at));
			found.at[found.count++] = here.at[k];
		}
	}
	return found;
}

void csaf_test_purl(struct csaf_checking *c)
{
	struct json_nodes purls = helpers_of(c, "purl");

	for (size_t i = 0; i < purls.count; i++) {
		struct err e = { 0 };
		struct purl purl;

		if (!purl_parse(json_node_text(purls.at[i]), c->scratch, &purl, &e))
			csaf_fault(c, purls.at[i], "%s", e.text);
	}
}

void csaf_test_hash_twice(struct csaf_checking *c)
{
	struct json_nodes files = helpers_of(c, "hashes/?");

	for (size_t i = 0; i < files.count; i++) {
		struct json_nodes hashes = csaf_find_in(c, files.at[i], "file_hashes/?/algorithm");
		SCOPED_INTERN *seen = intern_new();

		for (size_t k = 0; k < hashes.count; k++) {
			uint32_t before = intern_count(seen);

			if (intern_add(seen, json_node_text(hashes.at[k])) != before)
				csaf_fault(c, hashes.at[k], "the file has another hash of " STR_FMT,
				    STR_ARG(json_node_text(hashes.at[k])));
		}
	}
}

/* A file whose hashes are all of this algorithm. */
static void check_alone(struct csaf_checking *c, struct str algorithm)
{
	struct json_nodes files = helpers_of(c, "hashes/?");

	for (size_t i = 0; i < files.count; i++) {
		struct json_nodes hashes = csaf_find_in(c, files.at[i], "file_hashes/?/algorithm");
		size_t of_it = 0;

		for (size_t k = 0; k < hashes.count; k++)
			of_it += str_eq(json_node_text(hashes.at[k]), algorithm);
		if (of_it > 0 && of_it == hashes.count)
			csaf_fault(c, files.at[i], "its only hash is of " STR_FMT, STR_ARG(algorithm));
	}
}

void csaf_test_md5_alone(struct csaf_checking *c)
{
	check_alone(c, STR("md5"));
}

void csaf_test_sha1_alone(struct csaf_checking *c)
{
	check_alone(c, STR("sha1"));
}

void csaf_test_short_hash(struct csaf_checking *c)
{
	struct json_nodes values = helpers_of(c, "hashes/?/file_hashes/?/value");

	for (size_t i = 0; i < values.count; i++)
		if (json_node_text(values.at[i]).len < 64)
			csaf_fault(c, values.at[i], "%zu digits", json_node_text(values.at[i]).len);
}

void csaf_test_unused_product(struct csaf_checking *c)
{
	SCOPED_INTERN *used = intern_new();

	if (csaf_has_profile(c, "csaf_informational_advisory"))
		return;
	for (size_t i = 0; i < COUNT(product_paths); i++) {
		struct json_nodes nodes = csaf_find(c, product_paths[i]);

		for (size_t k = 0; k < nodes.count; k++)
			intern_add(used, json_node_text(nodes.at[k]));
	}
	for (size_t i = 0; i < c->names.count; i++) {
		struct str id = json_node_field(c->names.at[i], STR("product_id"));

		if (intern_find(used, id) == INTERN_NONE)
			csaf_fault(c, c->names.at[i], "\"" STR_FMT "\" is used nowhere", STR_ARG(id));
	}
}

void csaf_test_no_helper(struct csaf_checking *c)
{
	for (size_t i = 0; i < c->names.count; i++)
		if (!json_node_get(c->names.at[i], STR("product_identification_helper")))
			csaf_fault(c, c->names.at[i], "no product_identification_helper");
}
