/*
 * claim - a statement while it is being read, whatever the format.
 *
 * Readers keep one claim from statement to statement. All texts and lists are its arena's. A list that grows
 * beyond its limit is refused with its place.
 */
#pragma once
#include "base/arena.h"
#include "formats/json_stream.h"
#include "sources/statement.h"

struct claim {
	struct arena arena; /* reset by claim_clear() */
	struct vex_statement s;
	size_t id_room, product_room, response_room;
};

/* An empty statement; its status is 0 until it is known. */
void claim_clear(struct claim *c);
void claim_free(struct claim *c);

/* Adds a name of the vulnerability, once. */
void claim_id(struct claim *c, struct json *j, struct str id);
/* The same, before all others. */
void claim_main_id(struct claim *c, struct json *j, struct str id);
/* A new product at the end; NULL if there are too many. Valid until the next. */
struct statement_product *claim_product(struct claim *c, struct json *j);
void claim_response(struct claim *c, struct json *j, struct str word);

/* Values of the JSON that stands next. A word that is unknown is refused; one that is not OpenVEX's is kept
 * as it was written. */
void claim_read_status(struct claim *c, struct json *j);
void claim_read_justification(struct claim *c, struct json *j);

/* Hands the statement on if the record was good and names a status and a vulnerability. The record, begun
 * before, ends. False: the sink stops, *e says why. */
MUST_CHECK bool claim_give(struct claim *c, struct json *j, const struct statement_sink *out, struct err *e);
