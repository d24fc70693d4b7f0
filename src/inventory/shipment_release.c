#include "inventory/shipment_release.h"

/* Are units of the lot among those of the shipment, and all of the shipment's among those of the lot? */
struct lot_share {
	bool some, all;
};

static struct lot_share share_of(const struct lot *lot, const struct shipment *s)
{
	bool by_lot = lot->lot.len && s->lot.len, by_serial = lot->serial_from.len && s->serial_from.len;

	if ((!by_lot && !by_serial) || (by_lot && !str_eq(lot->lot, s->lot)))
		return (struct lot_share){ false, false };
	if (!by_serial)
		return (struct lot_share){ true, true };
	return (struct lot_share){ serial_ranges_meet(
				       lot->serial_from, lot->serial_to, s->serial_from, s->serial_to),
		serial_in_range(s->serial_from, lot->serial_from, lot->serial_to) &&
		    serial_in_range(s->serial_to, lot->serial_from, lot->serial_to) };
}

int64_t shipment_release(const struct shipment *s, const struct lot *lots, size_t count)
{
	int64_t found = 0, all_of = 0;

	if (s->release_id)
		return s->release_id;
	for (size_t i = 0; i < count; i++) {
		struct lot_share share = share_of(&lots[i], s);

		if (!share.some)
			continue;
		if (found && found != lots[i].release_id)
			return 0;
		found = lots[i].release_id;
		if (share.all)
			all_of = found;
	}
	return all_of;
}
