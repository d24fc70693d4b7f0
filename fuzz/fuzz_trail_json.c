/*
 * An entry of the audit trail as JSON: what was read and is written again reads as the same entry.
 */
#include "fuzz.h"

#include "records/trail_json.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	SCOPED_ARENA arena = { 0 };
	struct trail_entry entry, again;
	struct err e = { 0 };
	SCOPED_BUF line = buf_new(1 << 24);
	struct sha256 seal, other;
	bool whole, still;

	if (!trail_read_json(
		STR("trail"), (struct str){ (const char *)bytes, len }, &arena, &entry, &whole, &e)) {
		if (e.text[0] == '\0')
			__builtin_trap();
		return 0;
	}
	trail_write_line(&entry, true, &line);
	if (buf_full(&line) || entry.number == 0)
		return 0;
	if (!trail_read_json(STR("trail"), buf_str(&line), &arena, &again, &still, &e))
		__builtin_trap();
	seal = trail_seal(&entry);
	other = trail_seal(&again);
	if (memcmp(&seal, &other, sizeof(seal)) != 0)
		__builtin_trap();
	return 0;
}
