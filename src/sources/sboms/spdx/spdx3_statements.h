/*
 * spdx3_statements - the VEX relationships of an SPDX 3 document, held until the names of the vulnerabilities
 * are known, which may stand behind them.
 */
#pragma once
#include "sources/sboms/spdx/spdx3_element.h"
#include "sources/sboms/spdx/spdx3_links.h"

struct spdx3_statements; /* opaque */

/* name is that of the file, for messages; it must outlive the object. */
struct spdx3_statements *spdx3_statements_open(struct str name);
void spdx3_statements_close(struct spdx3_statements *s);

/* Is the element a statement, by its type? */
bool spdx3_statements_takes(const struct spdx3_element *el);
/* Keeps it. Fails where there are too many to be held (ERR_LIMIT). */
MUST_CHECK bool spdx3_statements_add(
    struct spdx3_statements *s, const struct spdx3_element *el, struct err *e);
/* Hands them on in their order; products are named by their references. */
MUST_CHECK bool spdx3_statements_give(const struct spdx3_statements *s, const struct spdx3_links *links,
    const struct sbom_sink *out, struct err *e);

static inline void spdx3_statements_scoped_close(struct spdx3_statements **s)
{
	spdx3_statements_close(*s);
}
#define SCOPED_SPDX3_STATEMENTS                                                                              \
	__attribute__((cleanup(spdx3_statements_scoped_close))) struct spdx3_statements
