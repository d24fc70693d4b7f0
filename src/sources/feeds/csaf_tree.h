/*
 * csaf_tree - the product tree of a CSAF document: what each product id means.
 *
 * Specification: CSAF 2.0 section 3.2.2. A product's names are the CPE name and package URLs its helper
 * gives, and "vendor:product_name" of the branches above it; its versions stand in the helper, else in the
 * nearest product_version or product_version_range, else all are meant. A relationship (default_component_of
 * and the like) makes a product that is its component, on a platform.
 */
#pragma once
#include "base/arena.h"
#include "formats/json_stream.h"
#include "sources/feeds/draft.h"

struct csaf_tree {
	struct arena *record;	      /* where all texts are */
	struct csaf_branch *branches; /* all, each after the one it hangs on */
	size_t branch_count, branch_room;
	struct csaf_product *products;
	size_t product_count, product_room;
	struct csaf_helper *helpers;
	size_t helper_count, helper_room;
	struct csaf_member *members; /* of product groups */
	size_t member_count, member_room;
	struct affected *rows; /* of the products asked for so far */
	size_t row_count, row_room;
	bool sorted, members_sorted;
};

/* A product in a group. */
struct csaf_member {
	struct str group, product;
};

/* An empty tree for the next document. */
void csaf_tree_clear(struct csaf_tree *t, struct arena *record);
void csaf_tree_free(struct csaf_tree *t);
/* Takes the product_tree that stands next. */
void csaf_tree_read(struct csaf_tree *t, struct json *j);
/* Adds the rows of a product to the draft, with this status; none where the tree does not know the id. False
 * if the draft would have more than LIMIT_ADVISORY_ROWS. */
bool csaf_tree_rows(struct csaf_tree *t, struct str product_id, enum affected_status status, struct draft *d);
/* The name of a product as the document has it; empty where it does not know the id. */
struct str csaf_tree_name(struct csaf_tree *t, struct str product_id);
/* Its URI of this number (x_generic_uris), from 0 on; false where it has no more. */
bool csaf_tree_uri(struct csaf_tree *t, struct str product_id, size_t number, struct str *uri);
/* The two sides of a product that is a component on a platform; false where it is none. */
bool csaf_tree_parts(struct csaf_tree *t, struct str product_id, struct str *component, struct str *platform);
/* The products of a group: *count of them from what is handed out; NULL where there are none. */
const struct csaf_member *csaf_tree_group(struct csaf_tree *t, struct str group, size_t *count);
