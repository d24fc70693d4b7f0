/*
 * statement - what somebody says about vulnerabilities in products (VEX), in one form for all formats.
 *
 * A supplier's statement is a claim: it is kept with who said it, in which document, in which words. The
 * words for status and justification are CISA's and OpenVEX's; those of CSAF and CycloneDX are mapped to
 * them.
 *
 * The struct is called vex_statement because a statement is also what a database prepares.
 *
 * Statements are given one at a time to a sink; texts live for that call. The head is known once the reader
 * is done, and what a statement leaves out (who, when) is the document's.
 */
#pragma once
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "base/time.h"
#include "formats/input.h"
#include "sources/advisory.h"
#include "sources/sbom.h"

/* Stored in databases: values never change. */
enum statement_status {
	STATEMENT_NOT_AFFECTED = 1,
	STATEMENT_AFFECTED = 2,
	STATEMENT_FIXED = 3,
	STATEMENT_UNDER_INVESTIGATION = 4
};

/* Why a product is not affected. Stored in databases: values never change. */
enum statement_justification {
	JUSTIFICATION_NONE = 0,
	JUSTIFICATION_COMPONENT_NOT_PRESENT = 1,
	JUSTIFICATION_CODE_NOT_PRESENT = 2,
	JUSTIFICATION_CODE_NOT_IN_EXECUTE_PATH = 3,
	JUSTIFICATION_CANNOT_BE_CONTROLLED = 4,
	JUSTIFICATION_INLINE_MITIGATIONS = 5
};

/* What a statement is about: a component by itself, or a product with the components in it that are meant. */
struct statement_product {
	struct str id;		  /* as the document names it: @id, product id, reference */
	struct str name, version; /* where the document has them */
	/* The packages and versions it means, as package URLs, CPE names and product trees say. */
	struct affected *rows;
	size_t row_count;
	struct sbom_hash *hashes;
	size_t hash_count;
	/* A reference into an SBOM (BOM-Link): its serial number "urn:uuid:...", and a bom-ref in it. Without
	 * a serial number the bom-ref is of the document itself; without a bom-ref all that SBOM is about. */
	struct str bom, ref;
	struct statement_product *subcomponents; /* these have none themselves */
	size_t subcomponent_count;
};

/* The status_word of a statement that a patch makes, and nobody has made in words (CycloneDX pedigree): it is
 * a proposal, and decides nothing. */
#define STATEMENT_WORD_PATCHED "patched"

struct vex_statement {
	struct str id;	 /* the statement's own, where it has one */
	struct str *ids; /* of the vulnerability; the first is its name, the others are aliases */
	size_t id_count;
	struct statement_product *products;
	size_t product_count;
	enum statement_status status;
	enum statement_justification justification;
	/* As written, where that is not OpenVEX's word: "resolved_with_pedigree", "code_not_reachable". */
	struct str status_word, justification_word;
	struct str impact;     /* why it is not affected, or what it would do */
	struct str action;     /* what to do about it */
	struct str *responses; /* "vendor_fix", "workaround_available": CSAF's and CycloneDX's words */
	size_t response_count;
	struct str notes;		/* how the status was found */
	struct str author;		/* who says so, where that is not the document's author */
	struct instant issued, updated; /* INSTANT_NONE where not stated */
};

/* The document that statements stand in. */
struct statement_document {
	struct str format; /* "OpenVEX 0.2.0", "CSAF 2.0", "CycloneDX 1.5" */
	struct str id;	   /* @id, publisher and tracking id, serial number */
	struct str version;
	struct str title;
	struct str author, role;
	struct instant issued, updated;
	bool is_withdrawn; /* the document takes back all it says */
	struct str
	    tlp; /* how far it may be passed on, in the words of TLP 2.0: "amber+strict"; empty: not said */
};

struct statement_sink {
	void *ctx;
	bool (*statement)(void *ctx, const struct vex_statement *s, struct err *e);
	/* A statement that could not be read was passed over, or a mistake that does not stop reading. */
	bool (*warning)(void *ctx, const struct err *why, struct err *e);
};

struct statement_format {
	const char *name;
	bool (*recognises)(struct str start);
	/* Texts of *head are copied into the arena. */
	bool (*read)(struct input *in, struct statement_sink out, struct arena *arena,
	    struct statement_document *head, struct err *e);
};

/* Ended by a row without a name. */
extern const struct statement_format statement_formats[];

/* Tells the format from the content and reads; a document of an unknown kind is ERR_INPUT. */
MUST_CHECK bool statement_read(struct input *in, struct statement_sink out, struct arena *arena,
    struct statement_document *head, struct err *e);

/* OpenVEX's words: "not_affected", "vulnerable_code_not_present"; "" for JUSTIFICATION_NONE. */
struct str statement_status_word(enum statement_status status);
struct str statement_justification_word(enum statement_justification justification);
/* The words of OpenVEX, of CSAF's product_status and of CycloneDX's analysis. */
MUST_CHECK bool statement_status_parse(struct str word, enum statement_status *out);
MUST_CHECK bool statement_justification_parse(struct str word, enum statement_justification *out);

/* What a product is called in front of people. */
struct str statement_product_word(const struct statement_product *p);

/* Is there a reason why the product is not affected, as each VEX format asks for? Others need none. */
bool statement_has_reason(const struct vex_statement *s);
