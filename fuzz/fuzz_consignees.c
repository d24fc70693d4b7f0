/*
 * Lists of consignees: what a row fills is within its limits, and a shipment has units.
 */
#include "fuzz.h"

#include "inventory/consignee.h"
#include "inventory/lot.h"
#include "limits.h"

static bool take(void *ctx, const struct consignee_row *row, struct err *e)
{
	struct consignee c = { .account = row->account };
	SCOPED_ARENA arena = { 0 };
	struct shipment s;
	bool has;

	(void)ctx;
	if (consignee_read_row(row, &c, &arena, e) && (c.name.len == 0 || c.country.len == 1))
		__builtin_trap();
	if (!shipment_read_row(row, &s, &has, &arena, e) || !has)
		return true;
	if (s.quantity < 0 || s.quantity > LIMIT_UNITS || s.returned > s.quantity || row->device.len == 0)
		__builtin_trap();
	if (s.serial_from.len && !serial_in_range(s.serial_from, s.serial_from, s.serial_to))
		__builtin_trap();
	shipment_identity(&s, &arena);
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	SCOPED_INPUT *in = input_open_memory(STR("fuzz"), (struct str){ (const char *)bytes, len });
	struct err e = { 0 };

	if (!consignee_rows_read(in, (struct consignee_rows_sink){ NULL, take }, &e) && e.text[0] == '\0')
		__builtin_trap();
	return 0;
}
