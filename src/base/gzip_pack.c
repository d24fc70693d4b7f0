#include "base/gzip_pack.h"

#include <assert.h>
#include <stdlib.h>
#define ZLIB_CONST /* what is read is const */
#include <zlib.h>

#include "base/memory.h"
#include "base/vec.h"

/* Measured on a page of 100 findings, 64 KB: 11.6 KB in 0.4 ms; level 6 takes twice as long for an eighth
 * less. */
#define LEVEL 3
#define WINDOW_BITS 15			    /* the largest */
#define GZIP_WINDOW_BITS (WINDOW_BITS + 16) /* 16 asks for the format of gzip */
#define MEMORY_LEVEL 8
#define PIECE_BYTES 4096

static void start(z_stream *z, int level, int window_bits)
{
	if (deflateInit2(z, level, Z_DEFLATED, window_bits, MEMORY_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
		memory_out(sizeof(*z));
}

static void pack(z_stream *z, struct str plain, struct buf *out)
{
	size_t room = deflateBound(z, plain.len);
	int done;

	assert(plain.len <= UINT32_MAX && room <= out->most - out->len);
	out->ptr = vec_room(out->ptr, &out->room, out->len + room, 1);
	z->next_in = (const Bytef *)plain.ptr;
	z->avail_in = (uInt)plain.len;
	z->next_out = (Bytef *)out->ptr + out->len;
	z->avail_out = (uInt)room;
	done = deflate(z, Z_FINISH);
	assert(done == Z_STREAM_END);
	out->len += z->total_out;
}

void gzip_pack(struct str plain, struct buf *out)
{
	z_stream z = { 0 };

	start(&z, LEVEL, GZIP_WINDOW_BITS);
	pack(&z, plain, out);
	deflateEnd(&z);
}

bool gzip_unpack(struct str packed, struct buf *out)
{
	uint8_t piece[PIECE_BYTES];
	z_stream z = { .next_in = (const Bytef *)packed.ptr, .avail_in = (uInt)packed.len };
	int done = Z_OK;

	assert(packed.len <= UINT32_MAX);
	if (inflateInit2(&z, GZIP_WINDOW_BITS) != Z_OK)
		memory_out(sizeof(z));
	while (done == Z_OK) {
		size_t got;

		z.next_out = piece;
		z.avail_out = sizeof(piece);
		done = inflate(&z, Z_NO_FLUSH);
		got = sizeof(piece) - z.avail_out;
		if (got > out->most - out->len)
			break;
		buf_add(out, (struct str){ (const char *)piece, got });
	}
	inflateEnd(&z);
	return done == Z_STREAM_END;
}

struct zlib_packer {
	z_stream z;
};

struct zlib_packer *zlib_packer_new(void)
{
	struct zlib_packer *p = memory_alloc(1, sizeof(*p));

	start(&p->z, LEVEL, WINDOW_BITS);
	return p;
}

void zlib_packer_free(struct zlib_packer *p)
{
	if (!p)
		return;
	deflateEnd(&p->z);
	free(p);
}

void zlib_pack(struct zlib_packer *p, struct str plain, struct buf *out)
{
	int done = deflateReset(&p->z);

	assert(done == Z_OK);
	pack(&p->z, plain, out);
}
