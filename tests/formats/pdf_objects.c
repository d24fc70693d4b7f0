#include "formats/pdf_objects.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#define ZLIB_CONST
#include <zlib.h>

#include "base/buf.h"
#include "base/number.h"

#define ROW 7 /* bytes of an entry: kind, place in four, rank in two */
#define MOST ((size_t)64 << 20)

struct reader {
	struct str pdf, table;
	struct str *streams; /* of object streams, unpacked; by number */
	size_t size;
	struct arena *arena;
};

/* The number behind key. */
static int64_t number_behind(struct str s, const char *key)
{
	struct str rest = str_from(s, str_find(s, str_of(key)) + strlen(key));
	struct err e = { 0 };
	int64_t n = -1;
	size_t len = 0;

	while (len < rest.len && char_is_digit(rest.ptr[len]))
		len++;
	assert(str_has(s, str_of(key)));
	assert(number_parse(str_first(rest, len), key, 0, INT32_MAX, &n, &e));
	return n;
}

static struct str unpacked(struct str packed, struct arena *arena)
{
	SCOPED_BUF out = buf_new(MOST);
	z_stream z = { .next_in = (const Bytef *)packed.ptr, .avail_in = (uInt)packed.len };
	unsigned char piece[4096];
	int done = Z_OK;

	assert(inflateInit(&z) == Z_OK);
	while (done == Z_OK) {
		z.next_out = piece;
		z.avail_out = sizeof(piece);
		done = inflate(&z, Z_NO_FLUSH);
		buf_add(&out, (struct str){ (const char *)piece, sizeof(piece) - z.avail_out });
	}
	assert(done == Z_STREAM_END);
	assert(z.avail_in == 0);
	inflateEnd(&z);
	return arena_copy(arena, buf_str(&out));
}

/* Its dictionary, and what its stream holds. */
static struct str object_at(const struct reader *r, size_t at, int64_t number, struct str *dictionary)
{
	char begin[32];
	struct str object = str_from(r->pdf, at);
	size_t stream;

	snprintf(begin, sizeof(begin), "%lld 0 obj\n<<", (long long)number);
	assert(str_starts(object, str_of(begin)));
	stream = str_find(object, STR(">>stream\n"));
	*dictionary = str_first(object, stream + 2);
	object = str_from(object, stream + 9);
	stream = (size_t)number_behind(*dictionary, "/Length ");
	assert(str_starts(str_from(object, stream), STR("\nendstream endobj\n")));
	return unpacked(str_first(object, stream), r->arena);
}

/* Each row is the difference from the one before it, with a byte in front that says so. */
static struct str summed(struct str rows, struct arena *arena)
{
	size_t count = rows.len / (ROW + 1);
	char *out = arena_alloc(arena, count + 1, ROW);

	assert(rows.len % (ROW + 1) == 0);
	for (size_t i = 0; i < count; i++) {
		assert(rows.ptr[i * (ROW + 1)] == 2);
		for (size_t k = 0; k < ROW; k++)
			out[i * ROW + k] =
			    (char)(rows.ptr[i * (ROW + 1) + 1 + k] + (i ? out[(i - 1) * ROW + k] : 0));
	}
	return (struct str){ out, count * ROW };
}

static size_t big_endian(struct str s, size_t at, size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		n = n << 8 | (unsigned char)s.ptr[at + i];
	return n;
}

static struct str gathered_at(struct reader *r, size_t stream, size_t rank, int64_t number)
{
	struct str dictionary, head, word;
	int64_t words[2] = { 0 };
	struct err e = { 0 };
	size_t end;

	assert(stream >= 1 && stream <= r->size - 1);
	assert(r->table.ptr[stream * ROW] == 1);
	/* unpacked once; its dictionary is asked for again */
	if (!r->streams[stream].ptr)
		r->streams[stream] =
		    object_at(r, big_endian(r->table, stream * ROW + 1, 4), (int64_t)stream, &dictionary);
	dictionary = str_from(r->pdf, big_endian(r->table, stream * ROW + 1, 4));
	head = r->streams[stream];
	head = str_first(head, (size_t)number_behind(dictionary, "/First "));
	for (size_t i = 0; i < 2 * (rank + 1); i++) {
		assert(str_next(&head, ' ', &word));
		assert(number_parse(word, "rank", 0, INT32_MAX, &words[i % 2], &e));
	}
	assert(words[0] == number);
	head = str_from(r->streams[stream], (size_t)number_behind(dictionary, "/First ") + (size_t)words[1]);
	end = str_index(head, '\n');
	return str_first(head, end);
}

struct str pdf_objects(struct str pdf, struct arena *arena)
{
	SCOPED_BUF out = buf_new(MOST);
	struct reader r = { .pdf = pdf, .arena = arena };
	struct str tail = str_from(pdf, pdf.len > 40 ? pdf.len - 40 : 0), dictionary, text;
	size_t at = (size_t)number_behind(tail, "startxref\n");
	struct err e = { 0 };
	int64_t number;

	assert(str_starts(pdf, STR("%PDF-1.7\n")) && str_ends(pdf, STR("%%EOF\n")));
	assert(number_parse(str_first(str_from(pdf, at), str_index(str_from(pdf, at), ' ')), "number", 1,
	    INT32_MAX, &number, &e));
	r.table = summed(object_at(&r, at, number, &dictionary), arena);
	r.size = (size_t)number_behind(dictionary, "/Size ");
	assert(r.table.len == r.size * ROW);
	r.streams = arena_alloc(arena, r.size, sizeof(*r.streams));
	buf_add(&out, dictionary);
	for (size_t i = 1; i < r.size; i++) {
		size_t place = big_endian(r.table, i * ROW + 1, 4),
		       rank = big_endian(r.table, i * ROW + 5, 2);

		assert(r.table.ptr[i * ROW] >= 1 && r.table.ptr[i * ROW] <= 2);
		if (r.table.ptr[i * ROW] == 1) {
			text = object_at(&r, place, (int64_t)i, &dictionary);
			buf_add(&out, dictionary);
			buf_byte(&out, '\n');
			if (str_has(dictionary, STR("/Type/ObjStm")))
				continue; /* its objects come by themselves */
		} else {
			text = gathered_at(&r, place, rank, (int64_t)i);
			buf_printf(&out, "%zu 0 obj\n", i);
		}
		buf_add(&out, text);
		buf_byte(&out, '\n');
	}
	return arena_copy(arena, buf_str(&out));
}
