/*
 * spdx_packages - the packages of an SPDX 2 document, held until it is known which of them it describes.
 *
 * The relations that say so may stand behind the packages. A document that describes exactly one package has
 * it as its subject; of one that describes many (some tools list them all) none is.
 */
#pragma once
#include "sources/sbom.h"

struct spdx_packages; /* opaque */

/* name is that of the file, for messages; it must outlive the object. */
struct spdx_packages *spdx_packages_open(struct str name);
void spdx_packages_close(struct spdx_packages *p);

/* For the texts of packages; lives until close. */
struct arena *spdx_packages_arena(struct spdx_packages *p);
/* Keeps *c. Fails where the document has too many packages, or too large ones, to be held (ERR_LIMIT). */
MUST_CHECK bool spdx_packages_add(struct spdx_packages *p, const struct sbom_component *c, struct err *e);
/* The document describes the element with this id. */
void spdx_packages_describe(struct spdx_packages *p, struct str id);
/* "from DESCRIBES to" and the like; relations that say nothing of the subject are passed over. */
void spdx_packages_relate(struct spdx_packages *p, struct str from, struct str relation, struct str to);
/* Visits the packages in their order; what is changed is given so. */
void spdx_packages_each(
    struct spdx_packages *p, void (*visit)(void *ctx, struct sbom_component *c), void *ctx);
/* Hands the packages to the sink in their order, and warns of ids given twice. False: the sink refused. */
MUST_CHECK bool spdx_packages_give(struct spdx_packages *p, struct sbom_sink out, struct err *e);

static inline void spdx_packages_scoped_close(struct spdx_packages **p)
{
	spdx_packages_close(*p);
}
#define SCOPED_SPDX_PACKAGES __attribute__((cleanup(spdx_packages_scoped_close))) struct spdx_packages
