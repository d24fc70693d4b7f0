#include "sources/sboms/spdx/spdx3_statements.h"

#include <stdlib.h>

#include "base/memory.h"
#include "limits.h"
#include "sources/vex/claim.h"

struct held {
	struct vex_statement s; /* without vulnerability and products */
	struct str from, *to;
	size_t to_count;
	struct held *next;
};

struct spdx3_statements {
	struct arena arena;
	struct str file;
	struct held *first, *last;
};

/* clang-format off */
/* SPDX 3.0, Security profile. */
static const struct {
	const char *type;
	enum statement_status status;
} types[] = {
	{ "security_VexAffectedVulnAssessmentRelationship", STATEMENT_AFFECTED },
	{ "security_VexFixedVulnAssessmentRelationship", STATEMENT_FIXED },
	{ "security_VexNotAffectedVulnAssessmentRelationship", STATEMENT_NOT_AFFECTED },
	{ "security_VexUnderInvestigationVulnAssessmentRelationship", STATEMENT_UNDER_INVESTIGATION },
};

static const struct {
	const char *word;
	enum statement_justification justification;
} justifications[] = {
	{ "componentNotPresent", JUSTIFICATION_COMPONENT_NOT_PRESENT },
	{ "vulnerableCodeNotPresent", JUSTIFICATION_CODE_NOT_PRESENT },
	{ "vulnerableCodeNotInExecutePath", JUSTIFICATION_CODE_NOT_IN_EXECUTE_PATH },
	{ "vulnerableCodeCannotBeControlledByAdversary", JUSTIFICATION_CANNOT_BE_CONTROLLED },
	{ "inlineMitigationsAlreadyExist", JUSTIFICATION_INLINE_MITIGATIONS },
};
/* clang-format on */

struct spdx3_statements *spdx3_statements_open(struct str name)
{
	struct spdx3_statements *s = memory_alloc(1, sizeof(*s));

	s->file = name;
	return s;
}

void spdx3_statements_close(struct spdx3_statements *s)
{
	if (!s)
		return;
	arena_free(&s->arena);
	free(s);
}

static enum statement_status status_of(struct str type)
{
	for (size_t i = 0; i < COUNT(types); i++)
		if (str_eq(type, str_of(types[i].type)))
			return types[i].status;
	return 0;
}

static enum statement_justification justification_of(struct str word)
{
	for (size_t i = 0; i < COUNT(justifications); i++)
		if (str_eq(word, str_of(justifications[i].word)))
			return justifications[i].justification;
	return JUSTIFICATION_NONE;
}

bool spdx3_statements_takes(const struct spdx3_element *el)
{
	return status_of(el->type) != 0;
}

bool spdx3_statements_add(struct spdx3_statements *s, const struct spdx3_element *el, struct err *e)
{
	struct held *new;

	if (s->arena.used > LIMIT_SBOM_HELD_BYTES)
		return err_fail(e, ERR_LIMIT, STR_FMT ": statements of more than %lld bytes",
		    STR_ARG(s->file), LIMIT_SBOM_HELD_BYTES);
	new = arena_alloc(&s->arena, 1, sizeof(*new));
	new->s = (struct vex_statement){
		.id = arena_copy(&s->arena, el->c.ref),
		.status = status_of(el->type),
		.justification = justification_of(el->justification),
		.impact = arena_copy(&s->arena, el->impact),
		.action = arena_copy(&s->arena, el->action),
		.notes = arena_copy(&s->arena, el->notes),
		.issued = INSTANT_NONE,
		.updated = INSTANT_NONE,
	};
	if (el->justification.len > 0 && new->s.justification == JUSTIFICATION_NONE)
		new->s.justification_word = arena_copy(&s->arena, el->justification);
	new->from = arena_copy(&s->arena, el->from);
	new->to = arena_alloc(&s->arena, el->to.count, sizeof(*new->to));
	for (size_t i = 0; i < el->to.count; i++)
		new->to[new->to_count++] = arena_copy(&s->arena, el->to.ids[i]);
	if (s->last)
		s->last->next = new;
	else
		s->first = new;
	s->last = new;
	return true;
}

static bool give(struct claim *claim, const struct held *h, const struct spdx3_links *links,
    const struct sbom_sink *out, struct err *e)
{
	struct str name = spdx3_links_find_name(links, h->from);

	claim_clear(claim);
	claim->s = h->s;
	if (!claim_add_id(claim, name.len > 0 ? name : h->from, e))
		return false;
	for (size_t i = 0; i < h->to_count; i++) {
		struct statement_product *p = claim_add_product(claim, e);

		if (!p)
			return false;
		p->id = p->ref = h->to[i];
	}
	return claim->s.id_count == 0 || sbom_give_statement(out, &claim->s, e);
}

bool spdx3_statements_give(const struct spdx3_statements *s, const struct spdx3_links *links,
    const struct sbom_sink *out, struct err *e)
{
	struct claim claim = { 0 };
	bool done = true;

	for (const struct held *h = s->first; h && done; h = h->next)
		done = give(&claim, h, links, out, e);
	claim_free(&claim);
	return done;
}
