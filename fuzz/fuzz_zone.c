/*
 * The compiled time zone: any that is taken gives offsets within a day and some hours.
 */
#include "fuzz.h"

#include "base/time_zone.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const int64_t days[] = { -719162, -25567, 0, 20475, 47482, 2932896 };
	struct str zone = { (const char *)bytes, len };
	SCOPED_ARENA arena = { 0 };
	struct time_zone z;
	struct err e = { 0 };

	if (!time_zone_parse(STR("fuzz"), zone, &arena, &z, &e)) {
		if (e.text[0] == '\0')
			__builtin_trap();
		return 0;
	}
	for (size_t i = 0; i < COUNT(days); i++) {
		int32_t offset = time_zone_offset(&z, (struct instant){ days[i] * DAY_US });

		if (offset < -26 * 3600 || offset > 26 * 3600)
			__builtin_trap();
	}
	return 0;
}
