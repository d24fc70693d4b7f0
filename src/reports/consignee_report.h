/*
 * consignee_report - consignees with the units they hold, and its forms for machines and people.
 *
 * Personal data is marked: JSON names the keys that are, CSV does so in a comment before the header, and both
 * can leave it out. The CSV is what "consignee import" reads. Field by field in docs/man/device.md.
 */
#pragma once
#include <stdio.h>

#include "formats/json_write.h"
#include "inventory/consignee.h"

enum holding_state {
	HOLDING_ASKED_FOR, /* nothing is judged */
	HOLDING_AFFECTED,
	HOLDING_NOT_TOLD /* whether it is affected is not known */
};

struct holding {
	struct shipment shipment;
	struct str device, release; /* release: empty where it is not known */
	enum holding_state state;
	struct str why; /* of the state; may be empty */
};

struct consignee_holdings {
	struct consignee consignee;
	struct holding *items;
	size_t count;
	int64_t units;		  /* there now, of all items */
	enum holding_state state; /* the gravest: affected where any is */
};

struct consignee_report {
	struct consignee_holdings *consignees; /* by account */
	size_t count;
	int64_t units;
};

const char *holding_state_name(enum holding_state state); /* "", "affected", "not known" */

/* One of them as an object, several as an array; personal: with personal data. */
void consignee_json(const struct consignee_holdings *c, bool personal, struct json_out *w);
void consignees_json(
    const struct consignee_holdings *consignees, size_t count, bool personal, struct json_out *w);
void consignee_report_json(const struct consignee_report *r, bool personal, struct json_out *w);
/* A row for each shipment, or one for a consignee without any. False where writing failed. */
bool consignee_report_csv(const struct consignee_report *r, bool personal, FILE *to);
