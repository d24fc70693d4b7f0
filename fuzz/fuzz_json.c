/*
 * The JSON reader: one pass that skips all, one that takes every value as a record of text.
 */
#include "fuzz.h"

#include "formats/json_stream.h"

static void skip_all(struct str text)
{
	SCOPED_INPUT *in = input_open_memory(STR("fuzz"), text);
	SCOPED_JSON *j = json_open(in);
	struct err e = { 0 };

	if (!json_finish(j, &e) && e.text[0] == '\0')
		__builtin_trap(); /* a failure that says nothing */
}

static void take_one(struct json *j)
{
	struct str text;
	int64_t number;
	bool yes;

	switch (json_peek(j)) {
	case JSON_TEXT:
		json_text(j, &text);
		return;
	case JSON_NUMBER:
		json_decimal(j, 6, &number);
		return;
	case JSON_BOOL:
		json_bool(j, &yes);
		return;
	case JSON_OBJECT:
		while (json_next_key(j, &text))
			if (!json_text(j, &text))
				json_skip(j);
		return;
	case JSON_NOTHING:
	case JSON_NULL:
	case JSON_ARRAY:
		json_skip(j);
	}
}

static void take_records(struct str text)
{
	SCOPED_INPUT *in = input_open_memory(STR("fuzz"), text);
	SCOPED_JSON *j = json_open(in);
	struct err e = { 0 };

	while (json_next_item(j)) {
		json_record_begin(j, true);
		take_one(j);
		if (json_record_end(j, &e) && json_record_raw(j).len > text.len)
			__builtin_trap();
	}
	if (!json_finish(j, &e) && e.text[0] == '\0')
		__builtin_trap();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct str text = { (const char *)bytes, len };

	skip_all(text);
	take_records(text);
	return 0;
}
