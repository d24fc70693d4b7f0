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

/* All of these: false where there is more than a limit allows, or a word is not known; *why says so, without
 * its place. The forms behind them for JSON refuse the value just taken. */

/* Adds a name of the vulnerability, once. */
MUST_CHECK bool claim_add_id(struct claim *c, struct str id, struct err *why);
/* The same, before all others. */
MUST_CHECK bool claim_add_main_id(struct claim *c, struct str id, struct err *why);
/* A new product at the end; NULL if there are too many. Valid until the next. */
struct statement_product *claim_add_product(struct claim *c, struct err *why);
MUST_CHECK bool claim_add_response(struct claim *c, struct str word, struct err *why);
/* A word that is not OpenVEX's is kept as it was written. */
MUST_CHECK bool claim_set_status(struct claim *c, struct str word, struct err *why);
MUST_CHECK bool claim_set_justification(struct claim *c, struct str word, struct err *why);

void claim_id(struct claim *c, struct json *j, struct str id);
void claim_main_id(struct claim *c, struct json *j, struct str id);
struct statement_product *claim_product(struct claim *c, struct json *j);
void claim_response(struct claim *c, struct json *j, struct str word);
/* The text that stands next. */
void claim_read_status(struct claim *c, struct json *j);
void claim_read_justification(struct claim *c, struct json *j);

/* Hands the statement on if the record was good and names a status and a vulnerability. The record, begun
 * before, ends. False: the sink stops, *e says why. */
MUST_CHECK bool claim_give(struct claim *c, struct json *j, const struct statement_sink *out, struct err *e);
