/*
 * consignee_json - consignees and shipments as JSON: for the trail, and for machines.
 */
#pragma once
#include "formats/json_write.h"
#include "inventory/consignee.h"

/* The account, every field (null where not stated) and whether it is domestic, as keys of the open object.
 * Without personal data: those keys are left out. */
void consignee_json_fields(const struct consignee *c, bool personal, struct json_out *w);
/* The keys in which c differs from other; how many. */
size_t consignee_json_different(const struct consignee *c, const struct consignee *other, struct json_out *w);

/* The shipment's own keys; release: its version, empty where it is not known. */
void shipment_json_fields(
    const struct shipment *s, struct str device, struct str release, struct json_out *w);
