/*
 * gudid - device records of FDA's Global Unique Device Identification Database.
 *
 * Read as JSON lines, a record each, or as XML, the form of the database's own releases; both have the same
 * names. What an 806 report has no use for (sizes, storage, sterilisation, MRI) is passed over, and so are
 * the contacts, which are personal data.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "formats/input.h"

struct gudid_product {
	struct str code, name; /* "FRN", FDA's classification name of it */
};

struct gudid_identifier {
	struct str di;
	struct str type; /* "Primary", "Package", "Direct Marking", ... */
};

/* As written, valid during the call; empty where the record does not say. */
struct gudid_device {
	struct str di; /* the primary one */
	struct gudid_identifier *identifiers;
	size_t identifier_count;
	struct str brand, company, description;
	struct str model;   /* versionModelNumber */
	struct str catalog; /* catalogNumber */
	struct str term;    /* of the GMDN, "Infusion pump, general-purpose" */
	struct gudid_product *products;
	size_t product_count;
	struct str *submissions; /* "K123456", "P123456/S001" */
	size_t submission_count;
	struct str distribution;			  /* "In Commercial Distribution" */
	struct str distribution_end;			  /* a date */
	struct str combination_product, premarket_exempt; /* "true", "false" */
};

struct gudid_sink {
	void *ctx;
	/* False with *e set ends the reading. */
	bool (*device)(void *ctx, const struct gudid_device *d, struct err *e);
	/* A record that cannot be read, and why; it is passed over. */
	void (*bad)(void *ctx, const struct err *why);
};

/* JSON lines or XML, told from how it begins. */
MUST_CHECK bool gudid_read(struct input *in, struct gudid_sink sink, struct err *e);

/* For the two readers: a record under construction. */
struct gudid_draft {
	struct gudid_device device;
	struct arena arena;
	size_t identifier_room, product_room, submission_room;
	struct str submission, supplement; /* of the submission at work */
};

enum gudid_item { GUDID_NO_ITEM, GUDID_IDENTIFIER, GUDID_PRODUCT, GUDID_SUBMISSION, GUDID_TERM };

/* The item that an element or object of that name is; the record gets a new one. */
enum gudid_item gudid_draft_begin(struct gudid_draft *d, struct str name);
/* A text by its name, of the item or, without one, of the record. False where there are too many. */
bool gudid_draft_take(struct gudid_draft *d, enum gudid_item item, struct str name, struct str text);
/* Is it one of those that are taken, and so a text or nothing? */
bool gudid_is_text(enum gudid_item item, struct str name);
void gudid_draft_end(struct gudid_draft *d, enum gudid_item item);
void gudid_draft_reset(struct gudid_draft *d);

MUST_CHECK bool gudid_read_json(struct input *in, struct gudid_sink sink, struct err *e);
MUST_CHECK bool gudid_read_xml(struct input *in, struct gudid_sink sink, struct err *e);
