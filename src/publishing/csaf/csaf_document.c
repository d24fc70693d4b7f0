/*
 * csaf_document - the tests of the document's head: language, category and what its profile asks for, TLP,
 * its address.
 */
#include "identity/language_tag.h"
#include "publishing/csaf/csaf_checking.h"

void csaf_test_file_name(struct csaf_checking *c)
{
	const struct json_node *id = csaf_first(c, "document/tracking/id");
	struct str name = csaf_file_name(json_node_text(id), c->scratch);

	if (c->file_name.len && id && !str_eq(c->file_name, name))
		csaf_fault(c, id, "the file is called \"" STR_FMT "\", not \"" STR_FMT "\"",
		    STR_ARG(c->file_name), STR_ARG(name));
}

static const char *const language_paths[] = { "document/lang", "document/source_lang" };

void csaf_test_language(struct csaf_checking *c)
{
	for (size_t i = 0; i < COUNT(language_paths); i++) {
		const struct json_node *at = csaf_first(c, language_paths[i]);
		struct err e = { 0 };

		if (at && !language_tag_check(json_node_text(at), &e))
			csaf_fault(c, at, "%s", e.text);
	}
}

void csaf_test_translator(struct csaf_checking *c)
{
	if (str_eq(csaf_text(c, "document/publisher/category"), STR("translator")) &&
	    csaf_text(c, "document/source_lang").len == 0)
		csaf_fault(c, csaf_first(c, "document"), "a translator, and no source_lang");
}

/* Without blanks, dashes and underscores, in lower case: what makes two names look alike. */
static struct str bare_name(struct csaf_checking *c, struct str name)
{
	char *bare = arena_text(c->scratch, name);
	size_t len = 0;

	for (size_t i = 0; i < name.len; i++)
		if (!strchr(" \t\r\n\v\f-_", name.ptr[i]))
			bare[len++] = char_lower(name.ptr[i]);
	return (struct str){ bare, len };
}

#define PROFILES                                                                                             \
	"csaf_base|csaf_security_incident_response|csaf_informational_advisory|csaf_security_advisory|csaf_" \
	"vex"

void csaf_test_category(struct csaf_checking *c)
{
	const struct json_node *at = csaf_first(c, "document/category");
	struct str name = json_node_text(at), bare = bare_name(c, name);

	if (!at || csaf_is_word(name, PROFILES))
		return;
	if (str_starts_nocase(name, STR("csaf_")))
		csaf_fault(c, at, "\"" STR_FMT "\" begins like a profile and is none", STR_ARG(name));
	else if (csaf_is_word(bare,
		     "csafbase|csafsecurityincidentresponse|csafinformationaladvisory|"
		     "csafsecurityadvisory|csafvex|securityincidentresponse|informationaladvisory|"
		     "securityadvisory|vex"))
		csaf_fault(c, at, "\"" STR_FMT "\" can be taken for a profile", STR_ARG(name));
}

/* Has an item of the list one of the categories? One without a category has the one that is the default. */
static bool has_category(struct csaf_checking *c, const char *path, const char *categories, const char *unset)
{
	struct json_nodes items = csaf_find(c, path);

	for (size_t i = 0; i < items.count; i++) {
		const struct json_node *category = json_node_get(items.at[i], STR("category"));

		if (csaf_is_word(category ? json_node_text(category) : str_of(unset), categories))
			return true;
	}
	return false;
}

void csaf_test_notes(struct csaf_checking *c)
{
	if (csaf_has_profile(c, "csaf_informational_advisory|csaf_security_incident_response") &&
	    !has_category(c, "document/notes/?", "description|details|general|summary", "none"))
		csaf_fault(c, csaf_first(c, "document"),
		    "no note of category description, details, general or summary");
}

void csaf_test_references(struct csaf_checking *c)
{
	if (csaf_has_profile(c, "csaf_informational_advisory|csaf_security_incident_response") &&
	    !has_category(c, "document/references/?", "external", "external"))
		csaf_fault(c, csaf_first(c, "document"), "no reference of category external");
}

void csaf_test_no_vulnerabilities(struct csaf_checking *c)
{
	const struct json_node *at = csaf_first(c, "vulnerabilities");

	if (at && csaf_has_profile(c, "csaf_informational_advisory"))
		csaf_fault(c, at, "an informational advisory has none");
}

void csaf_test_tree(struct csaf_checking *c)
{
	if (csaf_has_profile(c, "csaf_security_advisory|csaf_vex") && !csaf_first(c, "product_tree"))
		csaf_fault(c, c->root, "product_tree is missing");
}

void csaf_test_vulnerabilities(struct csaf_checking *c)
{
	if (csaf_has_profile(c, "csaf_security_advisory|csaf_vex") && !csaf_first(c, "vulnerabilities"))
		csaf_fault(c, c->root, "vulnerabilities is missing");
}

void csaf_test_translation(struct csaf_checking *c)
{
	const struct json_node *from = csaf_first(c, "document/source_lang");

	if (from && str_eq_nocase(json_node_text(from), csaf_text(c, "document/lang")))
		csaf_fault(c, from, "lang is \"" STR_FMT "\" too", STR_ARG(json_node_text(from)));
}

void csaf_test_tlp(struct csaf_checking *c)
{
	if (!csaf_first(c, "document/distribution/tlp/label"))
		csaf_fault(c, csaf_first(c, "document"), "no TLP label");
}

void csaf_test_canonical_url(struct csaf_checking *c)
{
	struct json_nodes all = csaf_find(c, "document/references/?");
	struct str name = csaf_file_name(csaf_text(c, "document/tracking/id"), c->scratch);

	for (size_t i = 0; i < all.count; i++) {
		struct str url = json_node_field(all.at[i], STR("url"));

		if (str_eq(json_node_field(all.at[i], STR("category")), STR("self")) &&
		    str_starts(url, STR("https://")) && str_ends(url, name) &&
		    str_ends(str_first(url, url.len - name.len), STR("/")))
			return;
	}
	csaf_fault(c, csaf_first(c, "document"),
	    "no reference of category self begins with https:// and ends with /" STR_FMT, STR_ARG(name));
}

void csaf_test_no_language(struct csaf_checking *c)
{
	if (!csaf_first(c, "document/lang"))
		csaf_fault(c, csaf_first(c, "document"), "no lang");
}

void csaf_test_private_language(struct csaf_checking *c)
{
	for (size_t i = 0; i < COUNT(language_paths); i++) {
		const struct json_node *at = csaf_first(c, language_paths[i]);

		if (at && language_tag_is_private(json_node_text(at)))
			csaf_fault(c, at, "\"" STR_FMT "\" is for private use", STR_ARG(json_node_text(at)));
	}
}

void csaf_test_default_language(struct csaf_checking *c)
{
	for (size_t i = 0; i < COUNT(language_paths); i++) {
		const struct json_node *at = csaf_first(c, language_paths[i]);

		if (at && str_eq_nocase(json_node_text(at), STR("i-default")))
			csaf_fault(c, at, "i-default says nothing of the language");
	}
}
