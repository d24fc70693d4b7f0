/*
 * consignees - who received devices, and the shipments to them. Writing is for actions/, within a change.
 */
#pragma once
#include "inventory/consignee.h"
#include "store/db.h"

/* By the firm's own number of it; id 0 where there is none. Texts in the arena, as everywhere here. */
MUST_CHECK bool consignee_find(
    struct db *db, struct str account, struct arena *arena, struct consignee *out, struct err *e);
/* ERR_INPUT where there is none. */
MUST_CHECK bool consignee_get(
    struct db *db, struct str account, struct arena *arena, struct consignee *out, struct err *e);
/* By account. */
MUST_CHECK bool consignee_list(
    struct db *db, struct arena *arena, struct consignee **out, size_t *count, struct err *e);
MUST_CHECK bool consignee_add(struct db *db, const struct consignee *c, int64_t *id, struct err *e);
MUST_CHECK bool consignee_set(struct db *db, const struct consignee *c, struct err *e);

/* The shipment that is known by the same (shipment_identity()); id 0 where there is none. */
MUST_CHECK bool shipment_find(
    struct db *db, const struct shipment *s, struct arena *arena, struct shipment *out, struct err *e);
MUST_CHECK bool shipment_add(struct db *db, const struct shipment *s, int64_t *id, struct err *e);
MUST_CHECK bool shipment_set(struct db *db, const struct shipment *s, struct err *e);

/* Of one device; 0: of all. By consignee id, then day. */
MUST_CHECK bool shipment_list(struct db *db, int64_t device_id, struct arena *arena, struct shipment **out,
    size_t *count, struct err *e);
/* By day. */
MUST_CHECK bool shipments_of_consignee(struct db *db, int64_t consignee_id, struct arena *arena,
    struct shipment **out, size_t *count, struct err *e);
/* The newest day of a shipment of the device up to today; DATE_NONE where there is none. */
MUST_CHECK bool shipment_newest(
    struct db *db, int64_t device_id, struct date today, struct date *out, struct err *e);

struct shipment_counts {
	int64_t consignees, units, returned;
};
MUST_CHECK bool shipment_counts(struct db *db, int64_t device_id, struct shipment_counts *out, struct err *e);
