/*
 * fda_lots - lots and serial numbers that shipments alone tell of.
 */
#include "reports/fda/fda_case.h"

/* Is the lot of the shipment registered, or has it none? Serial numbers of a shipment are told where no lot
 * of its release is registered. */
static bool is_registered(const struct fda_case *c, const struct shipment *s)
{
	bool any = false;

	for (size_t i = 0; i < c->lot_count; i++) {
		const struct lot *lot = &c->lots[i];
		bool same = !s->release_id || lot->release_id == s->release_id;

		any |= same;
		if (same && s->lot.len && str_eq(lot->lot, s->lot))
			return true;
	}
	return !s->lot.len && any;
}

static bool is_same(const struct fda_shipped_lot *a, const struct shipment *s)
{
	return a->shipment->release_id == s->release_id && str_eq(a->shipment->lot, s->lot) &&
	       str_eq(a->shipment->serial_from, s->serial_from) &&
	       str_eq(a->shipment->serial_to, s->serial_to);
}

static void take(
    const struct fda_case *c, const struct holding *h, struct fda_shipped_lots *out, struct arena *arena)
{
	if (is_registered(c, &h->shipment))
		return;
	if (!h->shipment.lot.len && !h->shipment.serial_from.len) {
		out->unnamed += h->shipment.quantity;
		return;
	}
	for (size_t i = 0; i < out->count; i++)
		if (is_same(&out->items[i], &h->shipment)) {
			out->items[i].units += h->shipment.quantity;
			return;
		}
	out->items = arena_room(arena, out->items, out->count, &out->room, sizeof(*out->items));
	out->items[out->count++] = (struct fda_shipped_lot){ &h->shipment, h->release, h->shipment.quantity };
}

struct fda_shipped_lots fda_shipped_lots(const struct fda_case *c, struct arena *arena)
{
	struct fda_shipped_lots out = { 0 };

	for (size_t i = 0; i < c->consignees->count; i++)
		for (size_t k = 0; k < c->consignees->consignees[i].count; k++)
			take(c, &c->consignees->consignees[i].items[k], &out, arena);
	return out;
}
