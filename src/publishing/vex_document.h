/*
 * vex_document - findings as statements for others, before any format: what is claimed of which components.
 *
 * What a statement decides is said in its words; its reason for the file and its evidence stay in the house.
 * A finding that nobody has decided on says what the records come to, and that no person has confirmed it.
 * Nothing is invented: what is not known is left out. Equal inputs make equal documents: the time is given,
 * and the name of the document is made from all that it says.
 */
#pragma once
#include "base/arena.h"
#include "reports/scan_keep.h"
#include "sources/statement.h"

/* Who says it, and when. */
struct vex_edition {
	struct str author;	 /* empty: not stated */
	struct str author_space; /* a URI that is the author's own; empty: not stated */
	struct instant at;
};

/* What can be done; in the words of CSAF (3.2.3.12.1). */
enum vex_remedy {
	VEX_NONE_AVAILABLE,
	VEX_VENDOR_FIX, /* of the product itself */
	VEX_WORKAROUND,
	VEX_MITIGATION,
	VEX_NO_FIX_PLANNED,
	VEX_REMEDY_COUNT
};

/* What is said of the vulnerability in one component. */
struct vex_claim {
	enum statement_status status;
	enum statement_justification justification;
	struct str impact;	/* why it is not affected; given wherever there is no justification */
	struct str action;	/* what to do about it; given wherever it is affected */
	enum vex_remedy remedy; /* of what is affected */
	struct str notes;	/* how it was found, of this component alone; may be empty */
};

/* The same claim about one vulnerability in some components. */
struct vex_entry {
	const struct vex_claim *claim;
	const size_t *rows; /* numbers of rows, in their order */
	size_t count;
};

/* A vulnerability, with the entries about it. */
struct vex_issue {
	const struct scan_row *about; /* its first row */
	const struct vex_entry *entries;
	size_t count;
};

#define VEX_UUID_SIZE 37

struct vex_document {
	const struct scan *scan;
	const struct vex_edition *edition;
	const struct component *subject; /* what the SBOM is about; NULL: it does not say */
	const struct scan_row *rows;
	const struct vex_claim *claims; /* of each row */
	size_t row_count;
	struct vex_issue *issues; /* by the names of the vulnerabilities */
	size_t issue_count;
	char uuid[VEX_UUID_SIZE]; /* of all that is said (RFC 9562, version 8) */
	char hex[SHA256_HEX_SIZE];
};

/* Everything is in the arena. */
MUST_CHECK bool vex_document_make(const struct scan *s, struct scan_rows rows,
    const struct vex_edition *edition, struct arena *arena, struct vex_document *out, struct err *e);

static inline const struct component *vex_component(const struct vex_document *d, size_t row)
{
	return &d->scan->components[d->rows[row].finding.component];
}

/* Is the entry about the product itself, and not about components of it? */
static inline bool vex_is_subject(const struct vex_document *d, const struct vex_entry *entry)
{
	return vex_component(d, entry->rows[0]) == d->subject;
}

/* A UUID of a digest (RFC 9562, version 8). */
void vex_uuid_write(const struct sha256 *digest, char out[VEX_UUID_SIZE]);
/* "openssl 1.1.1k" */
struct str vex_component_title(const struct component *c, struct arena *arena);
/* What the document is about: the subject's title, else the file's name. */
struct str vex_document_title(const struct vex_document *d, struct arena *arena);
/* A name for what no purl and no CPE names, inside the SBOM: its serial number, or a UUID of its digest; with
 * # and the escaped title of c, or without where c is NULL. */
struct str vex_local_name(const struct vex_document *d, const struct component *c, struct arena *arena);

/* How the claims of an entry were found, component by component where there are several; may be empty. */
struct str vex_entry_notes(const struct vex_document *d, const struct vex_entry *entry, struct arena *arena);
/* "aftercare 0.1.0; data: nvd, 3 records, newest 2022-01-06T00:00:00Z": what it was made with and of. */
struct str vex_document_tooling(const struct vex_document *d, struct arena *arena);
/* Which components no source could see, in a line; empty where each can be seen. */
struct str vex_document_unseen(const struct vex_document *d, struct arena *arena);
/* A purl or CPE that others can read too: one that had to be mended is left out. Empty where there is none.
 */
struct str vex_component_name(const struct component *c, enum package_kind kind);

static inline bool vex_is_cve(const struct scan_row *row)
{
	return str_starts(row->vulnerability, STR("CVE-"));
}
