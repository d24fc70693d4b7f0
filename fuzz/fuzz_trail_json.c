/*
 * An entry of the audit trail as JSON: what was read and is written again reads as the same entry, and as a
 * line that is what the trail writes of it.
 */
#include "fuzz.h"

#include "records/trail_json.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	SCOPED_ARENA arena = { 0 };
	struct trail_line line, again;
	struct err e = { 0 };
	SCOPED_BUF text = buf_new(1 << 24);
	struct sha256 seal, other;

	if (!trail_read_line(STR("trail"), (struct str){ (const char *)bytes, len }, &arena, &line, &e)) {
		if (e.text[0] == '\0')
			__builtin_trap();
		return 0;
	}
	trail_write_line(&line.entry, true, &text);
	if (buf_full(&text) || line.entry.number == 0)
		return 0;
	if (!trail_read_line(STR("trail"), buf_str(&text), &arena, &again, &e) || !again.exact)
		__builtin_trap();
	seal = trail_seal(&line.entry);
	other = trail_seal(&again.entry);
	if (memcmp(&seal, &other, sizeof(seal)) != 0)
		__builtin_trap();
	return 0;
}
