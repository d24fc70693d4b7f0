/*
 * spdx_field - the values of SPDX 2 fields, which JSON and tag-value write alike.
 */
#pragma once
#include "sources/sbom.h"

/* Whether "SPDX-2.2" or "SPDX-2.3"; otherwise *why says which are read. */
MUST_CHECK bool spdx_version_is_known(struct str text, struct err *why);
/* Blanks cut; empty for NOASSERTION and NONE. */
struct str spdx_value(struct str text);
/* "Organization: Acme (mail@acme)" gives "Acme". */
struct str spdx_party(struct str text);
/* "git+https://host/user/project.git@commit": a download location that is a repository; empty for any other.
 */
struct str spdx_repository(struct str location);
/* "OPERATING-SYSTEM" gives "operating-system", in the arena. */
struct str spdx_purpose(struct str text, struct arena *arena);
/* "Tool: syft-1.0" or "Organization: Acme": the first of each is kept in the head, as the tool and the
 * author. */
void spdx_creator(struct sbom_head *head, struct str text, struct arena *arena);
/* Takes a purl, a CPE 2.2 or a CPE 2.3 into *c; other references are passed over. False: too many. */
MUST_CHECK bool spdx_reference(
    struct sbom_component *c, struct str type, struct str locator, struct arena *arena);
/* Takes lines "Level of Support: ..." and "End of Support: YYYY-MM-DD" from a package's comment, since SPDX 2
 * has no field for the first. */
void spdx_comment(struct sbom_component *c, struct str text, struct arena *arena);
/* validUntilDate, an instant; only its date is kept. */
MUST_CHECK bool spdx_valid_until(struct sbom_component *c, struct str text, struct err *e);
