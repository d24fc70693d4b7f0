#include "formats/unzstd.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/zstd_pack.h"

#define PACKED_BYTES ((size_t)64 * 1024)
#define PIECE_BYTES ((size_t)128 * 1024) /* the largest block of the format: it is copied once */

struct unzstd {
	struct input *in;
	struct zstd_stream *stream;
	int64_t taken;
	struct str packed; /* of packed_bytes, not yet unpacked */
	char packed_bytes[PACKED_BYTES], piece[PIECE_BYTES];
};

struct unzstd *unzstd_open(struct input *packed)
{
	struct unzstd *u = memory_alloc(1, sizeof(*u));

	u->in = packed;
	u->stream = zstd_stream_new();
	return u;
}

void unzstd_close(struct unzstd *u)
{
	if (!u)
		return;
	zstd_stream_free(u->stream);
	free(u);
}

void unzstd_restart(struct unzstd *u, struct input *packed)
{
	zstd_stream_restart(u->stream);
	u->in = packed;
	u->taken = 0;
	u->packed = STR("");
}

/* False with *e set where reading failed; nothing in u->packed at the end. */
static bool take_packed(struct unzstd *u, struct err *e)
{
	size_t len;

	if (u->packed.len)
		return true;
	len = input_read(u->in, u->packed_bytes, sizeof(u->packed_bytes));
	u->packed = (struct str){ u->packed_bytes, len };
	u->taken += (int64_t)len;
	return len || input_finish(u->in, e);
}

bool unzstd_read(struct unzstd *u, struct str *bytes, struct err *e)
{
	size_t len = 0;
	bool more = true;

	while (len == 0 && more) {
		if (!take_packed(u, e))
			return false;
		more = u->packed.len > 0; /* without any more, what is left inside the decoder comes */
		if (!zstd_stream_step(u->stream, &u->packed, u->piece, sizeof(u->piece), &len, e))
			return false;
	}
	if (len == 0 && !zstd_stream_may_end(u->stream))
		return err_fail(e, ERR_INPUT, "cut short zstd");
	*bytes = (struct str){ u->piece, len };
	return true;
}

int64_t unzstd_taken(const struct unzstd *u)
{
	return u->taken;
}
