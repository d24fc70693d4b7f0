/*
 * sbom_check - does an SBOM say what is asked of it? NTIA's minimum elements (2021), CISA's draft of 2025,
 * and the two that FDA adds; and is it sound in itself?
 *
 * What is read is told piece by piece, then sbom_check_close() gives the verdict. Values such as NOASSERTION
 * or "unknown" say nothing and count as gaps. docs/man/sbom-check.md has each element with its source.
 */
#pragma once
#include "sources/sbom.h"

enum check_regime { CHECK_NTIA = 1, CHECK_CISA = 2, CHECK_FDA = 4 };

enum check_element {
	CHECK_AUTHOR, /* of the document */
	CHECK_TIMESTAMP,
	CHECK_TOOL,
	CHECK_CONTEXT,
	CHECK_COMPLETENESS,
	CHECK_NAME, /* of each component from here on */
	CHECK_VERSION,
	CHECK_SUPPLIER,
	CHECK_IDENTIFIER,
	CHECK_RELATION,
	CHECK_HASH,
	CHECK_LICENCE,
	CHECK_SUPPORT_LEVEL,
	CHECK_END_OF_SUPPORT,
	CHECK_ELEMENT_COUNT
};

struct check_element_about {
	const char *key, *title; /* "end_of_support", "end of support" */
	int regimes;		 /* those that ask for it */
};
extern const struct check_element_about check_elements[CHECK_ELEMENT_COUNT];

enum check_finding_kind {
	CHECK_NO_COMPONENTS,
	CHECK_DOUBLE_REF,
	CHECK_DANGLING_REF,
	CHECK_PURL_BAD,
	CHECK_PURL_VERSION,
	CHECK_PURL_NAME,
	CHECK_NO_SUBJECT,
	CHECK_CIRCLE,
	CHECK_UNREACHABLE,
	CHECK_SUPPORT_PAST,
	CHECK_SUPPORT_WORDS,
	CHECK_FINDING_KIND_COUNT
};

struct check_finding_about {
	const char *key;
	bool is_error; /* the SBOM is not sound; otherwise something to know */
};
extern const struct check_finding_about check_finding_kinds[CHECK_FINDING_KIND_COUNT];

struct check_finding {
	enum check_finding_kind kind;
	struct str text;
};

struct check_component {
	struct str name, version, ref; /* name with its group */
	unsigned gaps;		       /* bit 1 << element: it is missing */
	unsigned wanted;	       /* likewise: it is asked for */
};

struct sbom_check_result {
	size_t met[CHECK_ELEMENT_COUNT], wanted[CHECK_ELEMENT_COUNT];
	const struct check_component *components; /* in the order of the document, the subject among them */
	size_t component_count;
	bool has_subject;		      /* one of them is what the document is about */
	const struct check_finding *findings; /* up to LIMIT_CHECK_FINDINGS, errors and others by kind */
	size_t finding_count;
	size_t of_kind[CHECK_FINDING_KIND_COUNT]; /* all of them */
};

struct sbom_check;

struct sbom_check *sbom_check_new(struct date today);
void sbom_check_free(struct sbom_check *c);

/* The parts of the document, in any order. */
MUST_CHECK bool sbom_check_add_component(
    struct sbom_check *c, const struct sbom_component *component, struct err *e);
void sbom_check_add_element(struct sbom_check *c, const struct sbom_element *element);
MUST_CHECK bool sbom_check_add_dependency(
    struct sbom_check *c, struct str from, struct str to, struct err *e);
/* The result lives as long as c. */
const struct sbom_check_result *sbom_check_close(struct sbom_check *c, const struct sbom_head *head);

/* Without what the document is about: how many components it has. */
static inline size_t check_component_count(const struct sbom_check_result *r)
{
	return r->component_count - r->has_subject;
}

/* Thousandths of what the regime asks for that are there, rounded down. */
int check_score(const struct sbom_check_result *r, enum check_regime regime);
size_t check_error_count(const struct sbom_check_result *r);
/* All that the regime asks for is there, and the SBOM is sound. */
bool check_passes(const struct sbom_check_result *r, enum check_regime regime);

static inline void sbom_check_scoped_free(struct sbom_check **c)
{
	sbom_check_free(*c);
}
#define SCOPED_SBOM_CHECK __attribute__((cleanup(sbom_check_scoped_free))) struct sbom_check
