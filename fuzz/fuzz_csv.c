/*
 * The CSV reader: every row has as many fields as the header, of UTF-8 without a NUL.
 */
#include "fuzz.h"

#include "base/utf8.h"
#include "formats/csv_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	SCOPED_INPUT *in = input_open_memory(STR("fuzz"), (struct str){ (const char *)bytes, len });
	SCOPED_CSV *c = csv_open(in);
	const struct str *fields;
	struct err e = { 0 };
	struct str comment;
	size_t column = 0;

	while (csv_next_comment(c, &comment))
		if (!utf8_is_valid(comment))
			__builtin_trap();
	csv_find_column(c, STR("b"), &column);
	while (csv_next_row(c))
		if (csv_row(c, &fields, &e) &&
		    (!utf8_is_valid(fields[column]) || str_index(fields[column], '\0') < fields[column].len))
			__builtin_trap();
	if (!csv_finish(c, &e) && e.text[0] == '\0')
		__builtin_trap();
	return 0;
}
