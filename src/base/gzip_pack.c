#include "base/gzip_pack.h"

#include <assert.h>
#define ZLIB_CONST /* what is read is const */
#include <zlib.h>

#include "base/memory.h"
#include "base/vec.h"

/* Measured on a page of 100 findings, 64 KB: 11.6 KB in 0.4 ms; level 6 takes twice as long for an eighth
 * less. */
#define LEVEL 3
#define WINDOW_BITS (15 + 16) /* the largest; 16 asks for the format of gzip */
#define MEMORY_LEVEL 8

void gzip_pack(struct str plain, struct buf *out)
{
	z_stream z = { 0 };
	size_t room;
	int done;

	if (deflateInit2(&z, LEVEL, Z_DEFLATED, WINDOW_BITS, MEMORY_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
		memory_out(plain.len);
	room = deflateBound(&z, plain.len);
	assert(plain.len <= UINT32_MAX && room <= out->most - out->len);
	out->ptr = vec_room(out->ptr, &out->room, out->len + room, 1);
	z.next_in = (const Bytef *)plain.ptr;
	z.avail_in = (uInt)plain.len;
	z.next_out = (Bytef *)out->ptr + out->len;
	z.avail_out = (uInt)room;
	done = deflate(&z, Z_FINISH);
	assert(done == Z_STREAM_END);
	out->len += z.total_out;
	deflateEnd(&z);
}
