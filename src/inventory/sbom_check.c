#include "inventory/sbom_check.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/vec.h"
#include "inventory/component.h"
#include "inventory/sbom_graph.h"
#include "limits.h"

#define ALL (CHECK_NTIA | CHECK_CISA | CHECK_FDA)
/* What is asked of the subject, which is nobody's part: FDA's two are about components. */
#define OF_SUBJECT ((1U << CHECK_NAME) | (1U << CHECK_VERSION) | (1U << CHECK_SUPPLIER))
#define OF_COMPONENT (((1U << CHECK_ELEMENT_COUNT) - 1) & ~((1U << CHECK_NAME) - 1))

/* clang-format off */
/* NTIA, The Minimum Elements For a Software Bill of Materials, July 2021; CISA, draft of August 2025, which makes
 * hash, licence, tool and context elements; FDA, premarket cybersecurity guidance, V.A.4(b): NTIA's and two more. */
const struct check_element_about check_elements[CHECK_ELEMENT_COUNT] = {
	[CHECK_AUTHOR] = { "author", "author of the SBOM", ALL },
	[CHECK_TIMESTAMP] = { "timestamp", "timestamp", ALL },
	[CHECK_TOOL] = { "tool", "tool name", CHECK_CISA },
	[CHECK_CONTEXT] = { "context", "generation context", CHECK_CISA },
	[CHECK_COMPLETENESS] = { "completeness", "completeness stated", CHECK_CISA },
	[CHECK_NAME] = { "name", "component name", ALL },
	[CHECK_VERSION] = { "version", "version", ALL },
	[CHECK_SUPPLIER] = { "supplier", "supplier", ALL },
	[CHECK_IDENTIFIER] = { "identifier", "identifier", ALL },
	[CHECK_RELATION] = { "relation", "dependency relation", ALL },
	[CHECK_HASH] = { "hash", "hash", CHECK_CISA },
	[CHECK_LICENCE] = { "licence", "licence", CHECK_CISA },
	[CHECK_SUPPORT_LEVEL] = { "support_level", "level of support", CHECK_FDA },
	[CHECK_END_OF_SUPPORT] = { "end_of_support", "end of support", CHECK_FDA },
};

const struct check_finding_about check_finding_kinds[CHECK_FINDING_KIND_COUNT] = {
	[CHECK_NO_COMPONENTS] = { "no_components", true },
	[CHECK_DOUBLE_REF] = { "duplicate_ref", true },
	[CHECK_DANGLING_REF] = { "dangling_ref", true },
	[CHECK_PURL_BAD] = { "purl_unreadable", true },
	[CHECK_PURL_VERSION] = { "purl_version", true },
	[CHECK_PURL_NAME] = { "purl_name", false },
	[CHECK_NO_SUBJECT] = { "no_subject", false },
	[CHECK_CIRCLE] = { "cycle", false },
	[CHECK_UNREACHABLE] = { "unreachable", false },
	[CHECK_SUPPORT_PAST] = { "support_ended", false },
	[CHECK_SUPPORT_WORDS] = { "support_without_date", false },
};

/* In lower case. */
static const char *const nothings[] = { "unknown", "noassertion", "none", "n/a", "na", "-", "tbd", "not available" };
/* clang-format on */

struct sbom_check {
	struct arena arena;
	struct date today;
	struct sbom_graph *graph;
	struct check_component *components;
	size_t component_room;
	struct check_finding *findings;
	size_t finding_room;
	size_t subject; /* its number; SIZE_MAX: none */
	struct sbom_check_result result;
};

struct sbom_check *sbom_check_new(struct date today)
{
	struct sbom_check *c = memory_alloc(1, sizeof(*c));

	c->today = today;
	c->graph = sbom_graph_new();
	c->subject = SIZE_MAX;
	return c;
}

void sbom_check_free(struct sbom_check *c)
{
	if (!c)
		return;
	sbom_graph_free(c->graph);
	arena_free(&c->arena);
	free(c->components);
	free(c->findings);
	free(c);
}

static void find(struct sbom_check *c, enum check_finding_kind kind, const char *fmt, ...) PRINTF(3, 4);

static void find(struct sbom_check *c, enum check_finding_kind kind, const char *fmt, ...)
{
	struct err text; /* cut to one line for a person, as errors are */
	va_list args;

	if (c->result.of_kind[kind]++ >= LIMIT_CHECK_FINDINGS)
		return;
	va_start(args, fmt);
	vsnprintf(text.text, sizeof(text.text), fmt, args);
	va_end(args);
	c->findings =
	    vec_room(c->findings, &c->finding_room, c->result.finding_count + 1, sizeof(*c->findings));
	c->findings[c->result.finding_count++] =
	    (struct check_finding){ kind, arena_copy(&c->arena, str_of(text.text)) };
}

static bool says_something(struct str text)
{
	text = str_trim(text);
	for (size_t i = 0; i < COUNT(nothings); i++)
		if (str_eq_nocase(text, str_of(nothings[i])))
			return false;
	return text.len > 0;
}

/* What the component says, as bits of elements; its relations are not known yet. */
static unsigned elements_of(const struct sbom_component *c)
{
	const struct {
		enum check_element element;
		bool is_there;
	} elements[] = {
		{ CHECK_NAME, says_something(c->name) },
		{ CHECK_VERSION, says_something(c->version) },
		{ CHECK_SUPPLIER, says_something(c->supplier) },
		{ CHECK_IDENTIFIER, c->purl.len > 0 || c->cpe_count > 0 || c->other_id_count > 0 },
		{ CHECK_HASH, c->hash_count > 0 },
		{ CHECK_LICENCE, says_something(c->licence) },
		{ CHECK_SUPPORT_LEVEL, says_something(c->support_level) },
		{ CHECK_END_OF_SUPPORT, date_is_known(c->end_of_support) },
	};
	unsigned there = 0;

	for (size_t i = 0; i < COUNT(elements); i++)
		there |= (unsigned)elements[i].is_there << elements[i].element;
	return there;
}

static struct str shown_name(const struct check_component *c, struct arena *arena)
{
	if (c->version.len == 0)
		return c->name;
	return arena_printf(arena, STR_FMT " " STR_FMT, STR_ARG(c->name), STR_ARG(c->version));
}

/* Letters and digits only, in lower case. */
static struct str folded(struct str text, struct arena *arena)
{
	char *copy = arena_alloc(arena, text.len + 1, 1);
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++)
		if (char_is_alnum(text.ptr[i]))
			copy[len++] = char_lower(text.ptr[i]);
	return (struct str){ copy, len };
}

/* An identity has the version of its package URL, with the epoch in front; a CPE name may be of another part.
 */
static bool same_version(struct str a, struct str b)
{
	struct str before;

	if (str_eq(a, b))
		return true;
	if (str_starts_nocase(a, STR("v")))
		a = str_from(a, 1);
	if (str_starts_nocase(b, STR("v")))
		b = str_from(b, 1);
	if (str_eq(a, b))
		return true;
	str_cut(&a, ':', &before);
	str_cut(&b, ':', &before);
	return str_eq(a, b);
}

static void check_names(struct sbom_check *c, const struct component *made, struct arena *arena)
{
	struct str ours = folded(made->name, arena);

	for (size_t i = 0; i < made->problem_count; i++)
		find(c, CHECK_PURL_BAD, STR_FMT, STR_ARG(made->problems[i]));
	for (size_t i = 0; i < made->identity_count; i++) {
		const struct identity *id = &made->identities[i];
		struct str name = id->package, before, theirs;

		if (id->kind != PACKAGE_PURL || id->is_source)
			continue;
		if (made->version.len > 0 && id->version.len > 0 && !same_version(made->version, id->version))
			find(c, CHECK_PURL_VERSION,
			    "component \"" STR_FMT "\" has version \"" STR_FMT
			    "\", its package URL says \"" STR_FMT "\"",
			    STR_ARG(made->name), STR_ARG(made->version), STR_ARG(id->version));
		str_cut_last(&name, '/', &before);
		theirs = folded(name, arena);
		if (theirs.len > 0 && !str_has(ours, theirs) && !str_has(theirs, ours))
			find(c, CHECK_PURL_NAME, "component \"" STR_FMT "\" has the package URL " STR_FMT,
			    STR_ARG(made->name), STR_ARG(id->written));
	}
}

bool sbom_check_add_component(struct sbom_check *c, const struct sbom_component *component, struct err *e)
{
	size_t number = c->result.component_count;
	struct check_component *kept;
	SCOPED_ARENA arena = { 0 };
	char date[DATE_TEXT_SIZE];
	struct component made;

	if (number == LIMIT_SBOM_COMPONENTS)
		return err_fail(e, ERR_LIMIT, "more than %d components", LIMIT_SBOM_COMPONENTS);
	component_from_sbom(component, &arena, &made);
	c->components = vec_room(c->components, &c->component_room, number + 1, sizeof(*c->components));
	kept = &c->components[number];
	*kept = (struct check_component){
		.name = arena_copy(&c->arena, made.name),
		.version = arena_copy(&c->arena, made.version),
		.ref = arena_copy(&c->arena, made.ref),
		.wanted = component->is_subject ? OF_SUBJECT : OF_COMPONENT,
	};
	kept->gaps = kept->wanted & ~elements_of(component);
	c->result.component_count++;
	if (component->is_subject) {
		c->subject = number;
		c->result.has_subject = true;
	}
	sbom_graph_add_component(c->graph, component->ref, number, component->is_subject);
	check_names(c, &made, &arena);
	if (date_is_known(made.end_of_support) && made.end_of_support.days < c->today.days)
		find(c, CHECK_SUPPORT_PAST, "support of \"" STR_FMT "\" ended on %s",
		    STR_ARG(shown_name(kept, &arena)), date_write(made.end_of_support, date));
	if (!date_is_known(made.end_of_support) && says_something(component->end_of_support_words))
		find(c, CHECK_SUPPORT_WORDS,
		    "the end of support of \"" STR_FMT "\" is \"" STR_FMT "\", no date",
		    STR_ARG(shown_name(kept, &arena)), STR_ARG(component->end_of_support_words));
	return true;
}

void sbom_check_add_element(struct sbom_check *c, const struct sbom_element *element)
{
	sbom_graph_add_element(c->graph, element->ref);
}

/* A reference into another document: CycloneDX's BOM-Link, SPDX's external document. */
static void note_outside(struct sbom_check *c, struct str ref)
{
	if (str_starts(ref, STR("urn:cdx:")) || str_starts(ref, STR("DocumentRef-")))
		sbom_graph_add_outside(c->graph, ref);
}

bool sbom_check_add_dependency(struct sbom_check *c, struct str from, struct str to, struct err *e)
{
	note_outside(c, from);
	note_outside(c, to);
	return sbom_graph_add_edge(c->graph, from, to, e);
}

static void check_graph(struct sbom_check *c)
{
	struct str ref;
	size_t size;

	for (size_t at = 0; sbom_graph_next_double(c->graph, &at, &ref);)
		find(c, CHECK_DOUBLE_REF, "reference \"" STR_FMT "\" is given twice", STR_ARG(ref));
	for (size_t at = 0; sbom_graph_next_dangling(c->graph, &at, &ref);)
		find(c, CHECK_DANGLING_REF, "dependencies name \"" STR_FMT "\", which is not in the document",
		    STR_ARG(ref));
	for (size_t at = 0; sbom_graph_next_circle(c->graph, &at, &ref, &size);)
		if (size == 1)
			find(c, CHECK_CIRCLE, "\"" STR_FMT "\" needs itself", STR_ARG(ref));
		else
			find(c, CHECK_CIRCLE,
			    "%zu references need each other in a circle, \"" STR_FMT "\" among them", size,
			    STR_ARG(ref));
}

static void check_relations(struct sbom_check *c)
{
	bool reachable = sbom_graph_has_subject(c->graph) && sbom_graph_has_edges(c->graph);

	for (size_t i = 0; i < c->result.component_count; i++) {
		struct check_component *k = &c->components[i];
		SCOPED_ARENA arena = { 0 };

		if (sbom_graph_names(c->graph, i))
			k->gaps &= ~(1U << CHECK_RELATION);
		if (reachable && !sbom_graph_reaches(c->graph, i))
			find(c, CHECK_UNREACHABLE, "no way leads from the subject to \"" STR_FMT "\"",
			    STR_ARG(shown_name(k, &arena)));
	}
}

static void count_document(struct sbom_check_result *r, enum check_element element, bool is_there)
{
	r->wanted[element] = 1;
	r->met[element] = is_there;
}

static void count_components(struct sbom_check_result *r)
{
	for (size_t i = 0; i < r->component_count; i++)
		for (int element = CHECK_NAME; element < CHECK_ELEMENT_COUNT; element++) {
			unsigned bit = 1U << element;

			r->wanted[element] += (r->components[i].wanted & bit) != 0;
			r->met[element] += (r->components[i].wanted & ~r->components[i].gaps & bit) != 0;
		}
}

const struct sbom_check_result *sbom_check_close(struct sbom_check *c, const struct sbom_head *head)
{
	struct sbom_check_result *r = &c->result;

	sbom_graph_close(c->graph);
	if (r->component_count == (c->subject != SIZE_MAX))
		find(c, CHECK_NO_COMPONENTS, "the document has no components");
	if (c->subject == SIZE_MAX)
		find(c, CHECK_NO_SUBJECT, "the document does not say which component it is about");
	else if (says_something(head->supplier))
		c->components[c->subject].gaps &= ~(1U << CHECK_SUPPLIER);
	check_graph(c);
	check_relations(c);
	r->components = c->components;
	r->findings = c->findings;
	count_document(r, CHECK_AUTHOR, says_something(head->author));
	count_document(r, CHECK_TIMESTAMP, instant_is_known(head->created));
	count_document(r, CHECK_TOOL, says_something(head->tool));
	count_document(r, CHECK_CONTEXT, says_something(head->context));
	count_document(r, CHECK_COMPLETENESS, says_something(head->completeness));
	count_components(r);
	return r;
}

int check_score(const struct sbom_check_result *r, enum check_regime regime)
{
	size_t met = 0, wanted = 0;

	for (int i = 0; i < CHECK_ELEMENT_COUNT; i++)
		if (check_elements[i].regimes & (int)regime) {
			met += r->met[i];
			wanted += r->wanted[i];
		}
	return wanted == 0 ? 1000 : (int)(met * 1000 / wanted);
}

size_t check_error_count(const struct sbom_check_result *r)
{
	size_t count = 0;

	for (int i = 0; i < CHECK_FINDING_KIND_COUNT; i++)
		count += check_finding_kinds[i].is_error ? r->of_kind[i] : 0;
	return count;
}

bool check_passes(const struct sbom_check_result *r, enum check_regime regime)
{
	for (int i = 0; i < CHECK_ELEMENT_COUNT; i++)
		if ((check_elements[i].regimes & (int)regime) && r->met[i] < r->wanted[i])
			return false;
	return check_error_count(r) == 0;
}
