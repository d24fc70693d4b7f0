/*
 * shipment_release - which release the units of a shipment run.
 */
#pragma once
#include "inventory/consignee.h"
#include "inventory/lot.h"

/* What the shipment says; where it does not, the release of the lot that all of its units are of, if no lot
 * of another release has any of them. 0: not known. lots: of the device. */
int64_t shipment_release(const struct shipment *s, const struct lot *lots, size_t count);
