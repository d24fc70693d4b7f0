/*
 * A checkpoint as JSON: what was read and is written again reads as the same.
 */
#include "fuzz.h"

#include "records/checkpoint.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct checkpoint c = { 0 }, again = { 0 };
	SCOPED_BUF out = buf_new(4096);
	struct err e = { 0 };
	struct json_out *w;

	if (!checkpoint_read(STR("f"), (struct str){ (const char *)bytes, len }, &c, &e)) {
		if (e.text[0] == '\0')
			__builtin_trap();
		return 0;
	}
	w = json_out_buf(&out, false);
	checkpoint_write(&c, w);
	json_out_close(w);
	if (!checkpoint_read(STR("f"), buf_str(&out), &again, &e) || memcmp(&c, &again, sizeof(c)) != 0)
		__builtin_trap();
	return 0;
}
