/*
 * action_register - what the register says of the units that a correction or removal concerns: the device as
 * it is identified, its versions, lots and shipments. A report or a record that was issued keeps how far it
 * reached, so that what came in or changed since can be told.
 */
#pragma once
#include "actions/casework/case_view.h"
#include "base/crypto.h"
#include "formats/json_write.h"
#include "reports/fda/fda_case.h"

enum register_part {
	REGISTER_DEVICE,
	REGISTER_RELEASES,
	REGISTER_LOTS,
	REGISTER_SHIPMENTS,
	REGISTER_PART_COUNT
};

struct action_register {
	struct str releases;		  /* versions concerned, each in a line of its own */
	const struct lot *lots;		  /* of these */
	const struct shipment *shipments; /* of these, or of which the release is not known */
	size_t lot_count, shipment_count;
	struct str parts[REGISTER_PART_COUNT]; /* what is said of each, for its digest */
};

/* As things stand on the day of the view. A device that is not affected concerns none. In the arena. Reads in
 * the transaction that is open. */
MUST_CHECK bool action_register(struct db *db, const struct case_view *view, struct arena *arena,
    struct action_register *out, struct err *e);

/* Writes how far it reaches, and a digest of each part, as members of the object that is open. */
void action_register_write(const struct action_register *r, struct json_out *w);

/* "1 software version, 2 lots": what came in since the last of what was issued or said of it; empty: nothing,
 * or it does not say how far it reached. In the arena. */
struct str action_register_new(
    const struct action_register *r, const struct fda_issued *since, struct arena *arena);
/* "the device, its lots": what is otherwise than when this was issued. */
struct str action_register_changed(
    const struct action_register *r, const struct report_fields *since, struct arena *arena);
