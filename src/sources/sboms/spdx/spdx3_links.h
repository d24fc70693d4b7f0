/*
 * spdx3_links - what an SPDX 3 document says of a package in other elements: who supplies it, under what
 * licence.
 *
 * Elements refer to one another by id and stand in any order, so names and licences are kept until the end.
 */
#pragma once
#include "sources/sbom.h"

struct spdx3_links; /* opaque */

/* name is that of the file, for messages; it must outlive the object. */
struct spdx3_links *spdx3_links_open(struct str name);
void spdx3_links_close(struct spdx3_links *l);

/* The element with this id is called so: an agent, a tool, a licence by its expression. All fail (ERR_LIMIT)
 * where the document has more than can be held. */
MUST_CHECK bool spdx3_links_name(struct spdx3_links *l, struct str id, struct str text, struct err *e);
/* The element from has the licence with this id, concluded or declared. */
MUST_CHECK bool spdx3_links_licence(
    struct spdx3_links *l, struct str from, struct str licence, bool is_concluded, struct err *e);

/* What it is called; empty where nothing is known. Valid until close. */
struct str spdx3_links_find_name(const struct spdx3_links *l, struct str id);
/* Its licence, concluded before declared; empty where there is none. */
struct str spdx3_links_find_licence(const struct spdx3_links *l, struct str from);

static inline void spdx3_links_scoped_close(struct spdx3_links **l)
{
	spdx3_links_close(*l);
}
#define SCOPED_SPDX3_LINKS __attribute__((cleanup(spdx3_links_scoped_close))) struct spdx3_links
