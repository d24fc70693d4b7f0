#include "sources/sboms/spdx/spdx_relation.h"

/* clang-format off */
/* SPDX 2.3 chapter 11.1; SPDX 3.0 Core, RelationshipType. Backward: "a DEPENDENCY_OF b" says that b needs a. */
static const struct {
	const char *relation;
	bool backward;
} relations[] = {
	{ "DEPENDS_ON", false },
	{ "CONTAINS", false },
	{ "DYNAMIC_LINK", false },
	{ "STATIC_LINK", false },
	{ "HAS_PREREQUISITE", false },
	{ "DEPENDENCY_OF", true },
	{ "RUNTIME_DEPENDENCY_OF", true },
	{ "OPTIONAL_DEPENDENCY_OF", true },
	{ "PROVIDED_DEPENDENCY_OF", true },
	{ "BUILD_DEPENDENCY_OF", true },
	{ "DEV_DEPENDENCY_OF", true },
	{ "TEST_DEPENDENCY_OF", true },
	{ "CONTAINED_BY", true },
	{ "PACKAGE_OF", true },
	{ "GENERATED_FROM", false },
	{ "GENERATES", true },
	{ "PREREQUISITE_FOR", true },
	{ "OPTIONAL_COMPONENT_OF", true },
	{ "dependsOn", false },
	{ "contains", false },
	{ "hasDynamicLink", false },
	{ "hasStaticLink", false },
	{ "hasOptionalComponent", false },
	{ "hasOptionalDependency", false },
	{ "hasProvidedDependency", false },
	{ "hasPrerequisite", false },
	{ "packagedBy", false },
	/* What was made from what, and by which build out of which files. */
	{ "generates", true },
	{ "hasInput", false },
	{ "hasOutput", true },
};
/* clang-format on */

static bool is_none(struct str id)
{
	return str_eq(id, STR("NONE")) || str_ends(id, STR("/NoneElement"));
}

static bool is_open(struct str id)
{
	return id.len == 0 || str_eq(id, STR("NOASSERTION")) || str_ends(id, STR("/NoAssertionElement"));
}

bool spdx_relation_give(
    const struct sbom_sink *out, struct str from, struct str relation, struct str to, struct err *e)
{
	for (size_t i = 0; i < COUNT(relations); i++) {
		bool backward = relations[i].backward;
		struct str a = backward ? to : from, b = backward ? from : to;

		if (!str_eq(relation, str_of(relations[i].relation)))
			continue;
		if (is_open(a) || is_open(b) || is_none(a))
			return true;
		return sbom_give_dependency(out, a, is_none(b) ? STR_NONE : b, e);
	}
	return true;
}
