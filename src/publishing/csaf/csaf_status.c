/*
 * csaf_status - the tests of what is said of products in a vulnerability: status, remediations, flags,
 * threats.
 */
#include "publishing/csaf/csaf_checking.h"

#define AFFECTED "first_affected|known_affected|last_affected"

/* Kinds of status that exclude each other; "recommended" goes with any. */
static const char *const kinds[] = {
	AFFECTED,
	"known_not_affected",
	"first_fixed|fixed",
	"under_investigation",
};

static const struct json_node *status_of(const struct json_node *vulnerability)
{
	return json_node_get(vulnerability, STR("product_status"));
}

void csaf_test_contradiction(struct csaf_checking *c)
{
	struct json_nodes having = csaf_vulnerabilities_with(c, "product_status");

	for (size_t i = 0; i < having.count; i++) {
		SCOPED_INTERN *seen = intern_new();
		size_t before = 0;

		for (size_t k = 0; k < COUNT(kinds); k++) {
			struct json_nodes in = csaf_in_status(c, having.at[i], kinds[k]);

			for (size_t n = 0; n < in.count; n++) {
				uint32_t id = intern_find(seen, json_node_text(in.at[n]));

				if (id != INTERN_NONE && id < before)
					csaf_fault(c, in.at[n], "\"" STR_FMT "\" has another status too",
					    STR_ARG(json_node_text(in.at[n])));
			}
			for (size_t n = 0; n < in.count; n++)
				intern_add(seen, json_node_text(in.at[n]));
			before = intern_count(seen);
		}
	}
}

void csaf_test_status(struct csaf_checking *c)
{
	if (!csaf_has_profile(c, "csaf_security_advisory"))
		return;
	for (size_t i = 0; i < c->vulnerabilities.count; i++)
		if (!status_of(c->vulnerabilities.at[i]))
			csaf_fault(c, c->vulnerabilities.at[i], "product_status is missing");
}

void csaf_test_vex_status(struct csaf_checking *c)
{
	if (!csaf_has_profile(c, "csaf_vex"))
		return;
	for (size_t i = 0; i < c->vulnerabilities.count; i++) {
		const struct json_node *status = status_of(c->vulnerabilities.at[i]);

		if (!json_node_get(status, STR("fixed")) && !json_node_get(status, STR("known_affected")) &&
		    !json_node_get(status, STR("known_not_affected")) &&
		    !json_node_get(status, STR("under_investigation")))
			csaf_fault(c, status ? status : c->vulnerabilities.at[i],
			    "no product is fixed, known_affected, known_not_affected or under_investigation");
	}
}

/* What is said in a vulnerability, and not. */
static struct csaf_spoken spoken_new(void)
{
	return (struct csaf_spoken){ intern_new(), intern_new() };
}

static void spoken_clear(struct csaf_spoken *s)
{
	intern_free(s->products);
	intern_free(s->groups);
}
#define SCOPED_SPOKEN __attribute__((cleanup(spoken_clear))) struct csaf_spoken

/* The products that items of a list speak of, those of a category, or all where it is NULL. */
static void add_spoken_of(
    struct csaf_checking *c, struct json_nodes items, const char *category, struct csaf_spoken *to)
{
	for (size_t i = 0; i < items.count; i++)
		if (!category || str_eq(json_node_field(items.at[i], STR("category")), str_of(category)))
			csaf_add_spoken(c, items.at[i], to);
}

static void tell_missing(
    struct csaf_checking *c, struct json_nodes wanted, const struct csaf_spoken *told, const char *what)
{
	for (size_t i = 0; i < wanted.count; i++)
		if (!csaf_is_spoken_of(c, json_node_text(wanted.at[i]), told))
			csaf_fault(c, wanted.at[i], "\"" STR_FMT "\" has %s",
			    STR_ARG(json_node_text(wanted.at[i])), what);
}

void csaf_test_impact(struct csaf_checking *c)
{
	struct json_nodes having = csaf_vulnerabilities_with(c, "product_status");

	if (!csaf_has_profile(c, "csaf_vex"))
		return;
	for (size_t i = 0; i < having.count; i++) {
		const struct json_node *v = having.at[i];
		SCOPED_SPOKEN told = spoken_new();

		add_spoken_of(c, csaf_find_in(c, v, "flags/?"), NULL, &told);
		add_spoken_of(c, csaf_find_in(c, v, "threats/?"), "impact", &told);
		tell_missing(c, csaf_in_status(c, v, "known_not_affected"), &told,
		    "neither a flag nor a threat of category impact");
	}
}

/* Whatever has one of the statuses has a remediation. */
static void check_remediations(struct csaf_checking *c, const char *statuses)
{
	struct json_nodes having = csaf_vulnerabilities_with(c, "product_status");

	for (size_t i = 0; i < having.count; i++) {
		const struct json_node *v = having.at[i];
		SCOPED_SPOKEN told = spoken_new();

		add_spoken_of(c, csaf_find_in(c, v, "remediations/?"), NULL, &told);
		tell_missing(c, csaf_in_status(c, v, statuses), &told, "no remediation");
	}
}

void csaf_test_action(struct csaf_checking *c)
{
	if (csaf_has_profile(c, "csaf_vex"))
		check_remediations(c, "known_affected");
}

void csaf_test_no_remediation(struct csaf_checking *c)
{
	check_remediations(c, AFFECTED "|under_investigation");
}

static void check_loose(struct csaf_checking *c, const char *path)
{
	struct json_nodes items = csaf_find(c, path);

	for (size_t i = 0; i < items.count; i++)
		if (!json_node_get(items.at[i], STR("product_ids")) &&
		    !json_node_get(items.at[i], STR("group_ids")))
			csaf_fault(c, items.at[i], "neither product_ids nor group_ids");
}

void csaf_test_loose_remediation(struct csaf_checking *c)
{
	check_loose(c, "vulnerabilities/?/remediations/?");
}

void csaf_test_loose_flag(struct csaf_checking *c)
{
	check_loose(c, "vulnerabilities/?/flags/?");
}

void csaf_test_flagged_twice(struct csaf_checking *c)
{
	struct json_nodes having = csaf_vulnerabilities_with(c, "flags");

	for (size_t i = 0; i < having.count; i++) {
		struct json_nodes flags = csaf_find_in(c, having.at[i], "flags/?");
		SCOPED_INTERN *seen = intern_new();

		for (size_t k = 0; k < flags.count; k++) {
			SCOPED_INTERN *own = intern_new();

			csaf_add_products(c, flags.at[k], own);
			for (uint32_t n = 0; n < intern_count(own); n++) {
				uint32_t before = intern_count(seen);

				if (intern_add(seen, intern_text(own, n)) != before)
					csaf_fault(c, flags.at[k], "\"" STR_FMT "\" has another flag too",
					    STR_ARG(intern_text(own, n)));
			}
		}
	}
}

void csaf_test_no_score(struct csaf_checking *c)
{
	struct json_nodes having = csaf_vulnerabilities_with(c, "product_status");

	for (size_t i = 0; i < having.count; i++) {
		const struct json_node *v = having.at[i];
		struct json_nodes scored = csaf_find_in(c, v, "scores/?/products/?");
		SCOPED_SPOKEN told = spoken_new();

		for (size_t k = 0; k < scored.count; k++)
			intern_add(told.products, json_node_text(scored.at[k]));
		tell_missing(c, csaf_in_status(c, v, AFFECTED), &told, "no score");
	}
}
