#include "formats/pdf/pdf_file.h"

#include <assert.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/gzip_pack.h"
#include "base/memory.h"
#include "base/vec.h"
#include "formats/pdf/pdf_syntax.h"
#include "limits.h"

#define GATHERED_BYTES (48 * 1024) /* of objects in one stream: a reader unpacks all for one */
#define GATHERED_COUNT 400
#define ROW_BYTES 7 /* of the table: kind, place in four bytes, rank in two */

enum kind { KIND_FREE, KIND_PLACED, KIND_GATHERED }; /* as the table has them */

struct entry {
	uint32_t at; /* bytes from the start, or the number of the stream it is gathered in */
	uint16_t rank;
	uint8_t kind;
};

struct pdf_file {
	FILE *to;
	size_t at; /* bytes written */
	bool full;
	struct entry *entries; /* of number 1, ... */
	size_t count, room;
	int gathering; /* the number of the open object stream; 0: none */
	unsigned gathered;
	struct buf ranks, objects; /* of it: where each object begins, and all of them */
	struct buf packed, head;
	struct zlib_packer *packer;
};

struct pdf_file *pdf_file_new(FILE *to)
{
	struct pdf_file *f = memory_alloc(1, sizeof(*f));

	f->to = to;
	f->ranks = f->objects = f->packed = f->head = buf_new(LIMIT_PDF_BYTES);
	f->packer = zlib_packer_new();
	/* a comment of bytes above 127 tells programs that move files that this one is not text */
	f->at = fwrite("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", 1, 15, to);
	return f;
}

void pdf_file_free(struct pdf_file *f)
{
	if (!f)
		return;
	zlib_packer_free(f->packer);
	buf_free(&f->ranks);
	buf_free(&f->objects);
	buf_free(&f->packed);
	buf_free(&f->head);
	free(f->entries);
	free(f);
}

int pdf_file_number(struct pdf_file *f)
{
	f->entries = vec_room(f->entries, &f->room, f->count + 1, sizeof(*f->entries));
	f->entries[f->count++] = (struct entry){ .kind = KIND_FREE };
	return (int)f->count;
}

static struct entry *entry_of(struct pdf_file *f, int number)
{
	assert(number > 0 && (size_t)number <= f->count && f->entries[number - 1].kind == KIND_FREE);
	return &f->entries[number - 1];
}

static void write_bytes(struct pdf_file *f, struct str s)
{
	f->full = f->full || s.len > LIMIT_PDF_BYTES - f->at;
	if (f->full)
		return;
	fwrite(s.ptr, 1, s.len, f->to);
	f->at += s.len;
}

void pdf_file_stream(struct pdf_file *f, int number, struct str entries, struct str data)
{
	struct entry *entry = entry_of(f, number);

	*entry = (struct entry){ (uint32_t)f->at, 0, KIND_PLACED };
	buf_clear(&f->packed);
	buf_clear(&f->head);
	zlib_pack(f->packer, data, &f->packed);
	pdf_put_int(&f->head, number);
	pdf_say(&f->head, " 0 obj\n<<");
	buf_add(&f->head, entries);
	pdf_say(&f->head, "/Filter/FlateDecode/Length ");
	pdf_put_int(&f->head, (int64_t)f->packed.len);
	pdf_say(&f->head, ">>stream\n");
	write_bytes(f, buf_str(&f->head));
	write_bytes(f, buf_str(&f->packed));
	write_bytes(f, STR("\nendstream endobj\n"));
}

/* Writes the open object stream. */
static void end_gathering(struct pdf_file *f)
{
	SCOPED_BUF entries = buf_new(LIMIT_RECORD_BYTES);
	size_t first = f->ranks.len;
	int number = f->gathering;

	if (!number)
		return;
	buf_printf(&entries, "/Type/ObjStm/N %u/First %zu", f->gathered, first);
	buf_add(&f->ranks, buf_str(&f->objects));
	f->gathering = 0;
	pdf_file_stream(f, number, buf_str(&entries), buf_str(&f->ranks));
}

void pdf_file_put(struct pdf_file *f, int number, struct str object)
{
	struct entry *entry = entry_of(f, number);

	if (!f->gathering) {
		f->gathering = pdf_file_number(f);
		entry = entry_of(f, number);
		f->gathered = 0;
		buf_clear(&f->ranks);
		buf_clear(&f->objects);
	}
	*entry = (struct entry){ (uint32_t)f->gathering, (uint16_t)f->gathered++, KIND_GATHERED };
	pdf_put_int(&f->ranks, number);
	buf_byte(&f->ranks, ' ');
	pdf_put_int(&f->ranks, (int64_t)f->objects.len);
	buf_byte(&f->ranks, ' ');
	buf_add(&f->objects, object);
	buf_byte(&f->objects, '\n');
	if (f->objects.len >= GATHERED_BYTES || f->gathered == GATHERED_COUNT)
		end_gathering(f);
}

/* Each row as its difference from the one before it, which packs to a third (7.4.4.4, "Up"). */
static void put_table(const struct pdf_file *f, struct buf *out)
{
	unsigned char before[ROW_BYTES] = { 0 };

	for (size_t i = 0; i <= f->count; i++) {
		struct entry e = i ? f->entries[i - 1] : (struct entry){ 0, UINT16_MAX, KIND_FREE };
		unsigned char row[ROW_BYTES] = { e.kind, (unsigned char)(e.at >> 24),
			(unsigned char)(e.at >> 16), (unsigned char)(e.at >> 8), (unsigned char)e.at,
			(unsigned char)(e.rank >> 8), (unsigned char)e.rank };

		buf_byte(out, 2);
		for (size_t k = 0; k < ROW_BYTES; k++) {
			buf_byte(out, (char)(unsigned char)(row[k] - before[k]));
			before[k] = row[k];
		}
	}
}

bool pdf_file_end(struct pdf_file *f, int catalogue, int information, struct err *e)
{
	SCOPED_BUF entries = buf_new(LIMIT_RECORD_BYTES), table = buf_new(LIMIT_PDF_BYTES);
	size_t at;
	int number;

	end_gathering(f);
	number = pdf_file_number(f);
	at = f->at;
	f->entries[number - 1] = (struct entry){ (uint32_t)at, 0, KIND_PLACED };
	put_table(f, &table);
	f->entries[number - 1] = (struct entry){ .kind = KIND_FREE };
	buf_printf(&entries,
	    "/Type/XRef/Size %zu/W[1 4 2]/Root %d 0 R/Info %d 0 R"
	    "/DecodeParms<</Predictor 12/Columns %d>>",
	    f->count + 1, catalogue, information, ROW_BYTES);
	pdf_file_stream(f, number, buf_str(&entries), buf_str(&table));
	buf_clear(&f->head);
	buf_printf(&f->head, "startxref\n%zu\n%%%%EOF\n", at);
	write_bytes(f, buf_str(&f->head));
	return !f->full || err_fail(e, ERR_LIMIT, "the PDF is larger than %d bytes", LIMIT_PDF_BYTES);
}
