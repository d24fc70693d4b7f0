/*
 * csaf_checking - what the tests of CSAF share: the document with its products found, and where faults go.
 * For publishing/csaf alone.
 */
#pragma once
#include "base/intern.h"
#include "publishing/csaf/csaf_check.h"

/* A group that a product is in. */
struct csaf_membership {
	uint32_t group;
	struct csaf_membership *next;
};

struct csaf_checking {
	const struct json_node *root;
	struct str file_name;		   /* empty: not known */
	struct arena *arena;		   /* faults live here */
	struct arena *scratch;		   /* what is found; from test to test */
	struct json_nodes names;	   /* all full_product_name_t, by branches, list and relationships */
	struct json_nodes vulnerabilities; /* objects */
	struct json_nodes revisions;	   /* objects */
	struct intern *products;	   /* the ids that names define */
	struct intern *groups;
	const struct json_node **group_at;  /* the group of an id, its first */
	struct intern *grouped;		    /* products that are in some group */
	struct csaf_membership **member_of; /* by their numbers there */

	const struct csaf_test *test; /* the one that runs */
	size_t told;		      /* its faults so far */
	size_t expanded;	      /* products that groups have stood for in it */
	struct csaf_fault *faults;
	size_t fault_count, fault_room;
	size_t of_level[CSAF_LEVEL_COUNT];
};

/* Something at a node is not as the running test wants it. */
void csaf_fault(struct csaf_checking *c, const struct json_node *at, const char *fmt, ...) PRINTF(3, 4);

/* json_tree_find from the root, or from another node; at NULL: nothing. */
struct json_nodes csaf_find(struct csaf_checking *c, const char *path);
struct json_nodes csaf_find_in(struct csaf_checking *c, const struct json_node *at, const char *path);
/* The vulnerabilities that have such a key. */
struct json_nodes csaf_vulnerabilities_with(struct csaf_checking *c, const char *key);
/* The first that the path leads to, or NULL. */
const struct json_node *csaf_first(struct csaf_checking *c, const char *path);
struct str csaf_text(struct csaf_checking *c, const char *path);
/* The category of the document is one of these names between bars, "csaf_vex|csaf_base". */
bool csaf_has_profile(struct csaf_checking *c, const char *names);
/* Is s one of the words between bars? */
bool csaf_is_word(struct str s, const char *words);
/* "CVE-2026-1001", in capitals; any year. */
bool csaf_is_cve(struct str s);

/* Adds the products that an item names, itself and through its groups, to a set. Of groups that stand for
 * very many products in one test, that is a fault, and they are left out. */
void csaf_add_products(struct csaf_checking *c, const struct json_node *item, struct intern *to);
/* Products that items speak of, by themselves and by groups, which are not taken apart. */
struct csaf_spoken {
	struct intern *products, *groups;
};
void csaf_add_spoken(struct csaf_checking *c, const struct json_node *item, struct csaf_spoken *to);
bool csaf_is_spoken_of(const struct csaf_checking *c, struct str product, const struct csaf_spoken *in);
/* The node of product_status that stands for a product of this vulnerability under one of the words. */
struct json_nodes csaf_in_status(
    struct csaf_checking *c, const struct json_node *vulnerability, const char *words);

/* csaf_schema.c */
void csaf_test_schema(struct csaf_checking *c);
void csaf_test_extra_keys(struct csaf_checking *c);
void csaf_test_sorted_keys(struct csaf_checking *c);

/* csaf_products.c */
void csaf_test_undefined_product(struct csaf_checking *c);
void csaf_test_product_twice(struct csaf_checking *c);
void csaf_test_circular(struct csaf_checking *c);
void csaf_test_undefined_group(struct csaf_checking *c);
void csaf_test_group_twice(struct csaf_checking *c);
void csaf_test_purl(struct csaf_checking *c);
void csaf_test_hash_twice(struct csaf_checking *c);
void csaf_test_unused_product(struct csaf_checking *c);
void csaf_test_md5_alone(struct csaf_checking *c);
void csaf_test_sha1_alone(struct csaf_checking *c);
void csaf_test_no_helper(struct csaf_checking *c);
void csaf_test_short_hash(struct csaf_checking *c);

/* csaf_branches.c */
void csaf_test_range_as_version(struct csaf_checking *c);
void csaf_test_range_without_vers(struct csaf_checking *c);
void csaf_test_branches(struct csaf_checking *c);
void csaf_test_range_used(struct csaf_checking *c);
void csaf_test_version_letter(struct csaf_checking *c);

/* csaf_status.c */
void csaf_test_contradiction(struct csaf_checking *c);
void csaf_test_status(struct csaf_checking *c);
void csaf_test_vex_status(struct csaf_checking *c);
void csaf_test_impact(struct csaf_checking *c);
void csaf_test_action(struct csaf_checking *c);
void csaf_test_loose_remediation(struct csaf_checking *c);
void csaf_test_loose_flag(struct csaf_checking *c);
void csaf_test_flagged_twice(struct csaf_checking *c);
void csaf_test_no_remediation(struct csaf_checking *c);
void csaf_test_no_score(struct csaf_checking *c);

/* csaf_cvss.c */
void csaf_test_scored_twice(struct csaf_checking *c);
void csaf_test_cvss(struct csaf_checking *c);
void csaf_test_computation(struct csaf_checking *c);
void csaf_test_metrics(struct csaf_checking *c);
void csaf_test_fixed_score(struct csaf_checking *c);
void csaf_test_only_cvss_2(struct csaf_checking *c);
void csaf_test_cvss_3_0(struct csaf_checking *c);

/* csaf_history.c */
void csaf_test_unsorted(struct csaf_checking *c);
void csaf_test_newest(struct csaf_checking *c);
void csaf_test_draft(struct csaf_checking *c);
void csaf_test_released_zero(struct csaf_checking *c);
void csaf_test_early_revision(struct csaf_checking *c);
void csaf_test_early_version(struct csaf_checking *c);
void csaf_test_gap(struct csaf_checking *c);
void csaf_test_revision_twice(struct csaf_checking *c);
void csaf_test_mixed_versions(struct csaf_checking *c);
void csaf_test_build_metadata(struct csaf_checking *c);
void csaf_test_old_initial(struct csaf_checking *c);
void csaf_test_old_current(struct csaf_checking *c);

/* csaf_document.c */
void csaf_test_file_name(struct csaf_checking *c);
void csaf_test_language(struct csaf_checking *c);
void csaf_test_translator(struct csaf_checking *c);
void csaf_test_category(struct csaf_checking *c);
void csaf_test_notes(struct csaf_checking *c);
void csaf_test_references(struct csaf_checking *c);
void csaf_test_no_vulnerabilities(struct csaf_checking *c);
void csaf_test_tree(struct csaf_checking *c);
void csaf_test_vulnerabilities(struct csaf_checking *c);
void csaf_test_translation(struct csaf_checking *c);
void csaf_test_tlp(struct csaf_checking *c);
void csaf_test_canonical_url(struct csaf_checking *c);
void csaf_test_no_language(struct csaf_checking *c);
void csaf_test_private_language(struct csaf_checking *c);
void csaf_test_default_language(struct csaf_checking *c);

/* csaf_vulnerability.c */
void csaf_test_cwe(struct csaf_checking *c);
void csaf_test_cve_twice(struct csaf_checking *c);
void csaf_test_involvements(struct csaf_checking *c);
void csaf_test_vulnerability_notes(struct csaf_checking *c);
void csaf_test_vulnerability_id(struct csaf_checking *c);
void csaf_test_undated_involvement(struct csaf_checking *c);
void csaf_test_cve_as_id(struct csaf_checking *c);
void csaf_test_no_cve(struct csaf_checking *c);
void csaf_test_no_cwe(struct csaf_checking *c);
