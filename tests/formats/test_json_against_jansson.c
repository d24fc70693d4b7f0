/*
 * The same documents read by json_stream and by jansson: both must take or refuse them, with the same values.
 *
 * Where they may differ:
 * - a byte order mark at the start: we pass it over, jansson refuses it; none is made here
 * - depth and the length of a number: we stop at a limit, jansson elsewhere (we say ERR_LIMIT)
 * - numbers beyond 64 bits or a double: jansson refuses the document, we the value when it is asked for
 * - a NUL byte: jansson takes it for the document's end; none is made here
 * Duplicate keys are refused by jansson too if it is told so (we compare the first 64 of an object), \u0000
 * by its default.
 */
#include "check.h"

/* Both libraries have an enum of kinds: jansson's is renamed here. */
#define JSON_OBJECT JANSSON_OBJECT
#define JSON_ARRAY JANSSON_ARRAY
#define JSON_NULL JANSSON_NULL
#include <jansson.h>
#undef JSON_OBJECT
#undef JSON_ARRAY
#undef JSON_NULL

#include "base/buf.h"
#include "base/utf8.h"
#include "formats/json_stream.h"

#define DOCUMENT_BYTES 65536

struct dice {
	uint64_t state;
};

/* 0 to sides - 1; a linear congruence is good enough here. */
static uint32_t roll(struct dice *d, uint32_t sides)
{
	d->state = d->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(d->state >> 33) % sides;
}

static void put_blank(struct dice *d, struct buf *to)
{
	static const char *const blanks[] = { "", "", "", "", " ", "\n", "\t", "\r\n    ",
		"                    " };

	buf_printf(to, "%s", blanks[roll(d, COUNT(blanks))]);
}

static void put_character(struct dice *d, struct buf *to)
{
	static const char *const escapes[] = { "\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t",
		"\\u0041", "\\u00e9", "\\u20AC", "\\ud83d\\ude00", "\\uFFFF" };
	static const uint32_t above[] = { 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfffd, 0x10000, 0x10ffff };
	char utf8[4];

	switch (roll(d, 12)) {
	case 0:
		buf_printf(to, "%s", escapes[roll(d, COUNT(escapes))]);
		return;
	case 1:
		buf_add(to, (struct str){ utf8, utf8_encode(above[roll(d, COUNT(above))], utf8) });
		return;
	default:
		buf_byte(to, "abcdefghijklmnopqrstuvwxyz :,{}[]/'"[roll(d, 35)]);
	}
}

static void put_text(struct dice *d, struct buf *to)
{
	uint32_t len = roll(d, 4) ? roll(d, 12) : roll(d, 200);

	buf_byte(to, '"');
	while (len--)
		put_character(d, to);
	buf_byte(to, '"');
}

static void put_number(struct dice *d, struct buf *to)
{
	static const char *const odd[] = { "0", "-0", "0.5", "1e5", "1E-3", "-2.5e+2", "9223372036854775807",
		"-9223372036854775808", "9223372036854775808", "1e400", "123456.789", "0.000001" };

	if (roll(d, 2))
		buf_printf(to, "%s", odd[roll(d, COUNT(odd))]);
	else
		buf_printf(to, "%d", (int)roll(d, 2000000) - 1000000);
}

static void put_scalar(struct dice *d, struct buf *to)
{
	static const char *const words[] = { "true", "false", "null", "[]", "{}", "[ ]" };
	uint32_t kind = roll(d, 6);

	if (kind < 3)
		put_text(d, to);
	else if (kind < 5)
		put_number(d, to);
	else
		buf_printf(to, "%s", words[roll(d, COUNT(words))]);
}

/* A document of some levels; close holds the brackets that are still owed. */
static void put_document(struct dice *d, struct buf *to)
{
	char close[16];
	uint32_t depth = 0, values = 1 + roll(d, 60);
	bool first = true;

	do {
		put_blank(d, to);
		if (depth && !first)
			buf_byte(to, ',');
		put_blank(d, to);
		if (depth && close[depth - 1] == '}') {
			put_text(d, to);
			put_blank(d, to);
			buf_byte(to, ':');
			put_blank(d, to);
		}
		first = depth < sizeof(close) && values > 1 && roll(d, 3) == 0;
		if (first) {
			close[depth] = roll(d, 2) ? '}' : ']';
			buf_byte(to, close[depth++] == '}' ? '{' : '[');
		} else {
			put_scalar(d, to);
		}
		while (depth && !first && (roll(d, 5) == 0 || values < 2)) {
			put_blank(d, to);
			buf_byte(to, close[--depth]);
		}
	} while (--values && depth);
	for (; depth; depth--)
		buf_byte(to, close[depth - 1]);
	put_blank(d, to);
}

/* A few bytes changed, left out, put in or doubled. */
static size_t mutate(struct dice *d, char *text, size_t len)
{
	static const char favourites[] = "\"\\{}[]:,0-.eEutfn \n\x80\xc3\xed\xf4\x01\x7f";

	for (uint32_t changes = 1 + roll(d, 3); changes && len > 1; changes--) {
		size_t at = roll(d, (uint32_t)len), run = 1 + roll(d, 8);

		if (run > len - at)
			run = len - at;
		switch (roll(d, 5)) {
		case 0:
			text[at] = favourites[roll(d, sizeof(favourites) - 1)];
			break;
		case 1:
			memmove(text + at, text + at + run, len - at - run);
			len -= run;
			break;
		case 2:
			memmove(text + at + 1, text + at, len - at);
			text[at] = favourites[roll(d, sizeof(favourites) - 1)];
			len++;
			break;
		case 3:
			memmove(text + at + run, text + at, len - at);
			len += run;
			break;
		default:
			if (roll(d, 8) == 0)
				len = at;
			else
				text[at] = (char)(text[at] ^ (1 << roll(d, 8)));
			if (text[at] == '\0')
				text[at] = ' ';
		}
	}
	return len;
}

static void same_value(struct json *j, const json_t *wanted);

static void same_object(struct json *j, const json_t *wanted)
{
	struct str key;
	size_t count = 0;

	assert_int_equal(json_peek(j), JSON_OBJECT);
	for (; json_next_key(j, &key); count++) {
		const json_t *value = json_object_getn(wanted, key.ptr, key.len);

		assert_non_null(value);
		same_value(j, value);
	}
	assert_int_equal(count, json_object_size(wanted));
}

static void same_array(struct json *j, const json_t *wanted)
{
	size_t count = 0;

	assert_int_equal(json_peek(j), JSON_ARRAY);
	for (; json_next_item(j); count++) {
		assert_true(count < json_array_size(wanted));
		same_value(j, json_array_get(wanted, count));
	}
	assert_int_equal(count, json_array_size(wanted));
}

static void same_real(struct json *j, double wanted)
{
	int64_t millionths;
	double difference;

	assert_int_equal(json_peek(j), JSON_NUMBER);
	if (wanted > 1e10 || wanted < -1e10) {
		json_skip(j); /* does not fit with six places */
		return;
	}
	assert_true(json_decimal(j, 6, &millionths));
	difference = (double)millionths - wanted * 1e6;
	assert_true(difference < 1.1 && difference > -1.1);
}

static void same_value(struct json *j, const json_t *wanted)
{
	struct str text;
	int64_t number;
	bool yes;

	switch (json_typeof(wanted)) {
	case JANSSON_OBJECT:
		same_object(j, wanted);
		return;
	case JANSSON_ARRAY:
		same_array(j, wanted);
		return;
	case JSON_STRING:
		assert_true(json_text(j, &text));
		assert_true(
		    str_eq(text, (struct str){ json_string_value(wanted), json_string_length(wanted) }));
		return;
	case JSON_INTEGER:
		assert_true(json_int(j, INT64_MIN, INT64_MAX, &number));
		assert_int_equal(number, json_integer_value(wanted));
		return;
	case JSON_REAL:
		same_real(j, json_real_value(wanted));
		return;
	case JSON_TRUE:
	case JSON_FALSE:
		assert_true(json_bool(j, &yes));
		assert_int_equal(yes, json_typeof(wanted) == JSON_TRUE);
		return;
	case JANSSON_NULL:
		assert_int_equal(json_peek(j), JSON_NULL);
		json_skip(j);
		return;
	}
}

static bool skip_all(struct str text, struct err *e)
{
	SCOPED_INPUT *in = input_open_memory(STR("t.json"), text);
	SCOPED_JSON *j = json_open(in);

	return json_finish(j, e);
}

static void compare(struct str text, int *both_took)
{
	json_error_t theirs;
	json_t *tree = json_loadb(text.ptr, text.len, JSON_DECODE_ANY | JSON_REJECT_DUPLICATES, &theirs);
	struct err ours = { 0 };
	bool good = skip_all(text, &ours);

	if (good && !tree && json_error_code(&theirs) == json_error_numeric_overflow)
		return;
	if (!good && tree && ours.code == ERR_LIMIT) {
		json_decref(tree);
		return;
	}
	if (good != (tree != NULL))
		printf("# ours: %s; jansson: %s\n", good ? "good" : ours.text, tree ? "good" : theirs.text);
	assert_int_equal(good, tree != NULL);
	if (good) {
		SCOPED_INPUT *in = input_open_memory(STR("t.json"), text);
		SCOPED_JSON *j = json_open(in);

		same_value(j, tree);
		assert_true(json_finish(j, &ours));
		++*both_took;
	}
	json_decref(tree);
}

static void json_and_jansson_agree_on_documents_and_their_mutants(void **state)
{
	enum { DOCUMENTS = 4000, MUTANTS = 4 };
	static char text[DOCUMENT_BYTES + 64];
	struct dice d = { 806 };
	int both_took = 0;

	json_object_seed(1);
	for (int i = 0; i < DOCUMENTS; i++) {
		SCOPED_BUF document = buf_new(DOCUMENT_BYTES);

		put_document(&d, &document);
		for (int mutant = 0; mutant <= MUTANTS; mutant++) {
			size_t len = document.len;

			memcpy(text, document.ptr, len);
			if (mutant)
				len = mutate(&d, text, len);
			text[len] = '\0';
			CASE(text);
			compare((struct str){ text, len }, &both_took);
		}
	}
	/* enough of them are good, and enough are not */
	assert_in_range(both_took, DOCUMENTS, 4 * DOCUMENTS);
	(void)state;
}

TESTS(cmocka_unit_test(json_and_jansson_agree_on_documents_and_their_mutants))
