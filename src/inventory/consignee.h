/*
 * consignee - who received, purchased or used a device, and what went there (21 CFR 806.2(d), 806.10(c)(11)).
 *
 * Personal data: contact, address, telephone and email of any consignee, and the name of one that is a
 * person. What leaves the house marks them (21 CFR 806.40, 20.63).
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "base/time.h"
#include "sources/consignee_rows.h"

#define CONSIGNEE_KINDS "firm|person"
#define CONSIGNEE_ROLES "direct_account|distributor|importer|user_facility|practitioner|user|other"

/* Texts are empty where not stated. */
struct consignee {
	int64_t id;
	struct str account; /* the firm's own number of it */
	struct str kind;    /* "firm" or "person" */
	struct str name;
	struct str role; /* "direct_account", "user_facility", ...: CONSIGNEE_ROLES */
	struct str contact;
	struct str address; /* street and number, in one or several lines */
	struct str city, region, postal_code;
	struct str country; /* two letters, ISO 3166-1 */
	struct str telephone, email;
};

struct shipment {
	int64_t id, consignee_id, device_id;
	int64_t release_id;   /* that the units run; 0: not known */
	struct str reference; /* the firm's own number of the shipment; may be empty, as all texts */
	struct str lot, serial_from, serial_to;
	struct date shipped_on;
	int64_t quantity, returned; /* units that were sent, and how many of them are there no more */
};

/* A text of a consignee: its column, its key in JSON and its option. */
struct consignee_field {
	const char *name;
	size_t at;	  /* in struct consignee */
	size_t row;	  /* in struct consignee_row */
	bool is_personal; /* "name" is where the consignee is a person */
	const char *words;
};

/* All but the account, ended by a row without a name. */
extern const struct consignee_field consignee_fields[];
struct str consignee_text(const struct consignee *c, const struct consignee_field *f);
void consignee_put(struct consignee *c, const struct consignee_field *f, struct str text);
bool consignee_is_personal(const struct consignee *c, const struct consignee_field *f);

/* Is the country one of the United States and their territories (section 201(a) of the FD&C Act)? It must be
 * known. */
bool consignee_is_domestic(const struct consignee *c);

/* Can it be a firm's own number of a consignee? */
MUST_CHECK bool consignee_check_account(struct str account, struct err *e);
/* Puts what the row states over what stands in c. ERR_INPUT names the column. */
MUST_CHECK bool consignee_read_row(
    const struct consignee_row *row, struct consignee *c, struct arena *arena, struct err *e);
/* The shipment that the row tells of, but for whose, of which device and release. False in *has: none. */
MUST_CHECK bool shipment_read_row(
    const struct consignee_row *row, struct shipment *out, bool *has, struct arena *arena, struct err *e);

/* By what a shipment to a consignee is known: its own number; else device, lot, serial numbers and day, of
 * which the release is another one by now, maybe; else device, release and day. In the arena. */
struct str shipment_identity(const struct shipment *s, struct arena *arena);
