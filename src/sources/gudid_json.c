/*
 * gudid_json - GUDID records as JSON lines.
 *
 * The lines are read as the items of one array, so that one reader with its limits serves all of them: a
 * bracket is put in front and behind, a comma between two lines that hold something.
 */
#include "formats/json_stream.h"
#include "limits.h"
#include "sources/gudid.h"

#define PIECE_BYTES ((size_t)64 * 1024)

struct joined {
	struct input *in;
	bool begun, ended;
	bool comma; /* a line has ended; more is to come, maybe */
	char piece[PIECE_BYTES];
};

static size_t join(struct joined *j, size_t len, char *to)
{
	size_t put = 0;

	for (size_t i = 0; i < len; i++) {
		char c = j->piece[i];

		if (c == '\n' && j->begun)
			j->comma = true;
		else if (j->comma && (unsigned char)c > ' ') {
			to[put++] = ',';
			j->comma = false;
		}
		if ((unsigned char)c > ' ' && !j->begun) {
			to[put++] = '[';
			j->begun = true;
		}
		to[put++] = c;
	}
	return put;
}

/* Every byte becomes at most three. */
static long read_joined(void *ctx, char *to, size_t room, struct err *e)
{
	struct joined *j = ctx;
	size_t most = room / 3 < PIECE_BYTES ? room / 3 : PIECE_BYTES;
	size_t len = input_read(j->in, j->piece, most ? most : 1);

	if (len > 0)
		return (long)join(j, len, to);
	if (!input_finish(j->in, e))
		return -1;
	if (j->ended || !j->begun)
		return 0;
	j->ended = true;
	to[0] = ']';
	return 1;
}

struct reader {
	struct json *json;
	struct gudid_draft draft;
};

static void too_many(struct reader *r, bool taken)
{
	if (!taken)
		json_refuse(r->json, "more than %d of one kind", LIMIT_DEVICE_NUMBERS);
}

static void read_item(struct reader *r, struct str name)
{
	enum gudid_item item = gudid_draft_begin(&r->draft, name);
	struct str key, text;

	while (json_next_key(r->json, &key))
		if (!gudid_is_text(item, key))
			json_skip(r->json);
		else if (json_text(r->json, &text))
			too_many(r, gudid_draft_take(&r->draft, item, key, text));
	gudid_draft_end(&r->draft, item);
}

/* "productCodes": {"fdaProductCode": {...} or [{...}, ...]} */
static void read_group(struct reader *r)
{
	struct str key;

	while (json_next_key(r->json, &key)) {
		struct str name = arena_copy(&r->draft.arena, key); /* a long one ends with the next */
		enum json_kind kind = json_peek(r->json);

		if (kind == JSON_ARRAY)
			while (json_next_item(r->json))
				if (json_peek(r->json) == JSON_OBJECT)
					read_item(r, name);
				else
					json_skip(r->json);
		else if (kind == JSON_OBJECT)
			read_item(r, name);
		else
			json_skip(r->json);
	}
}

static bool is_group(struct str key)
{
	return str_eq(key, STR("identifiers")) || str_eq(key, STR("productCodes")) ||
	       str_eq(key, STR("premarketSubmissions")) || str_eq(key, STR("gmdnTerms"));
}

static void read_record(struct reader *r)
{
	struct str key, text;

	while (json_next_key(r->json, &key))
		if (json_peek(r->json) == JSON_OBJECT && is_group(key))
			read_group(r);
		else if (!gudid_is_text(GUDID_NO_ITEM, key))
			json_skip(r->json);
		else if (json_text(r->json, &text))
			too_many(r, gudid_draft_take(&r->draft, GUDID_NO_ITEM, key, text));
}

static bool read_all(struct reader *r, struct gudid_sink sink, struct err *e)
{
	while (json_next_item(r->json)) {
		struct err why = { 0 };

		gudid_draft_reset(&r->draft);
		json_record_begin(r->json, false);
		read_record(r);
		if (!json_record_end(r->json, &why))
			sink.bad(sink.ctx, &why);
		else if (!sink.device(sink.ctx, &r->draft.device, e))
			return false;
	}
	return json_finish(r->json, e);
}

static bool read_lines(struct input *in, struct gudid_sink sink, struct err *e)
{
	struct joined joined = { .in = in };
	struct input_source source = { &joined, read_joined, NULL };
	SCOPED_INPUT *lines = input_open_source(input_name(in), source);
	SCOPED_JSON *json = json_open(lines);
	struct reader r = { .json = json };
	bool done = read_all(&r, sink, e);

	arena_free(&r.draft.arena);
	return done;
}

bool gudid_read_json(struct input *in, struct gudid_sink sink, struct err *e)
{
	char mark[3];

	if (str_eq(input_peek(in, sizeof(mark)), STR("\xef\xbb\xbf")))
		input_read(in, mark, sizeof(mark));
	return read_lines(in, sink, e);
}
