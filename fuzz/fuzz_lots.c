/*
 * Lists of lots: what a row fills is within its limits, and serial numbers are a range.
 */
#include "fuzz.h"

#include "inventory/lot.h"
#include "limits.h"

static bool take(void *ctx, const struct lot_listed *row, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct lot l;

	(void)ctx;
	if (!lot_read_row(row, &arena, &l, e))
		return false;
	if (l.lot.len == 0 && l.serial_from.len == 0)
		__builtin_trap();
	if (l.quantity < -1 || l.quantity > LIMIT_UNITS)
		__builtin_trap();
	if (l.serial_from.len && !serial_in_range(l.serial_to, l.serial_from, l.serial_to))
		__builtin_trap();
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	SCOPED_INPUT *in = input_open_memory(STR("fuzz"), (struct str){ (const char *)bytes, len });
	struct err e = { 0 };

	if (!lot_rows_read(in, (struct lot_rows_sink){ NULL, take }, &e) && e.text[0] == '\0')
		__builtin_trap();
	return 0;
}
