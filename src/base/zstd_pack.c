#include "base/zstd_pack.h"

#include <assert.h>
#include <stdlib.h>
/* For ZSTD_createDCtx_advanced, which lets us say where a window lives. */
#define ZSTD_STATIC_LINKING_ONLY
#include <zstd.h>

#include "base/memory.h"
#include "base/spill.h"
#include "base/vec.h"

/* Measured on blocks of NVD records: level 3 takes longer for 2.5 % less. */
#define LEVEL 1

#define SPILLS_MOST 4 /* a context has one window; a new one is made before the old one goes */
#define REST_BYTES ((size_t)128 * 1024) /* unpacked between two looks at how much is resident */
#define RESIDENT_MOST                                                                                        \
	((size_t)42 * 1024 * 1024) /* the whole process; leaves room below 64 MiB for what comes between */

struct zstd_packer {
	ZSTD_CCtx *to;
	ZSTD_DCtx *from;
};

struct zstd_packer *zstd_packer_new(void)
{
	struct zstd_packer *p = memory_alloc(1, sizeof(*p));

	/* each way has its context when it is first gone: most go one way */
	return p;
}

void zstd_packer_free(struct zstd_packer *p)
{
	if (!p)
		return;
	ZSTD_freeCCtx(p->to);
	ZSTD_freeDCtx(p->from);
	free(p);
}

void zstd_pack(struct zstd_packer *p, struct str plain, struct buf *out)
{
	size_t room = ZSTD_compressBound(plain.len), len;

	assert(room <= out->most - out->len);
	if (!p->to && !(p->to = ZSTD_createCCtx()))
		memory_out(sizeof(*p));
	out->ptr = vec_room(out->ptr, &out->room, out->len + room, 1);
	len = ZSTD_compressCCtx(p->to, out->ptr + out->len, room, plain.ptr, plain.len, LEVEL);
	assert(!ZSTD_isError(len)); /* only memory can fail here */
	out->len += len;
}

bool zstd_unpack(struct zstd_packer *p, struct str packed, struct buf *out, struct err *e)
{
	unsigned long long size = ZSTD_getFrameContentSize(packed.ptr, packed.len);
	size_t len;

	if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > out->most)
		return err_fail(e, ERR_STORE, "a compressed record is damaged");
	if (!p->from && !(p->from = ZSTD_createDCtx()))
		memory_out(sizeof(*p));
	buf_clear(out);
	out->ptr = vec_room(out->ptr, &out->room, (size_t)size + 1, 1);
	len = ZSTD_decompressDCtx(p->from, out->ptr, (size_t)size, packed.ptr, packed.len);
	if (ZSTD_isError(len) || len != size)
		return err_fail(e, ERR_STORE, "a compressed record is damaged");
	out->len = len;
	return true;
}

void zstd_pack_one(struct str plain, struct buf *out)
{
	struct zstd_packer *p = zstd_packer_new();

	zstd_pack(p, plain, out);
	zstd_packer_free(p);
}

bool zstd_unpack_one(struct str packed, struct buf *out, struct err *e)
{
	struct zstd_packer *p = zstd_packer_new();
	bool done = zstd_unpack(p, packed, out, e);

	zstd_packer_free(p);
	return done;
}

/* A window, or the memory of one that is gone and serves the next. */
struct window {
	struct spill spill;
	size_t asked; /* bytes of the spill that are wanted now */
	bool used;
};

struct zstd_stream {
	ZSTD_DCtx *from;
	struct window windows[SPILLS_MOST];
	size_t since_rest; /* bytes */
	size_t unpacked;   /* of the frame; it fills its window round and round */
	bool inside;	   /* a frame */
};

/* Windows of a feed's files grow from year to year: with room to spare few are made. */
static size_t rounded_up(size_t size)
{
	size_t rounded = SPILL_LEAST;

	while (rounded < size)
		rounded *= 2;
	return rounded;
}

static void *window_alloc(struct window *w, size_t size)
{
	if (w->spill.ptr && w->spill.size < size)
		spill_free(&w->spill);
	if (!w->spill.ptr && !spill_make(rounded_up(size), &w->spill))
		return NULL;
	w->used = true;
	w->asked = size;
	return w->spill.ptr;
}

static void *stream_alloc(void *ctx, size_t size)
{
	struct zstd_stream *s = ctx;

	for (size_t i = 0; i < SPILLS_MOST && size >= SPILL_LEAST; i++)
		if (!s->windows[i].used)
			return window_alloc(&s->windows[i], size);
	return malloc(size);
}

static void stream_release(void *ctx, void *block)
{
	struct zstd_stream *s = ctx;

	for (size_t i = 0; i < SPILLS_MOST && block; i++)
		if (s->windows[i].spill.ptr == block) {
			s->windows[i].used = false;
			return;
		}
	free(block);
}

struct zstd_stream *zstd_stream_new(void)
{
	struct zstd_stream *s = memory_alloc(1, sizeof(*s));

	s->from = ZSTD_createDCtx_advanced((ZSTD_customMem){ stream_alloc, stream_release, s });
	if (!s->from)
		memory_out(sizeof(*s));
	return s;
}

void zstd_stream_free(struct zstd_stream *s)
{
	if (!s)
		return;
	ZSTD_freeDCtx(s->from);
	for (size_t i = 0; i < SPILLS_MOST; i++)
		if (s->windows[i].spill.ptr)
			spill_free(&s->windows[i].spill);
	free(s);
}

void zstd_stream_restart(struct zstd_stream *s)
{
	ZSTD_DCtx_reset(s->from, ZSTD_reset_session_only);
	s->inside = false;
}

/* The pages of the window that were written or looked up leave the process now and then. */
static void rest_now_and_then(struct zstd_stream *s, size_t unpacked)
{
	s->since_rest += unpacked;
	s->unpacked += unpacked;
	if (s->since_rest < REST_BYTES)
		return;
	s->since_rest = 0;
	for (size_t i = 0; i < SPILLS_MOST; i++)
		if (s->windows[i].used)
			spill_rest(&s->windows[i].spill, s->unpacked % s->windows[i].asked, RESIDENT_MOST);
}

bool zstd_stream_step(
    struct zstd_stream *s, struct str *packed, char *to, size_t room, size_t *len, struct err *e)
{
	ZSTD_inBuffer in = { packed->ptr, packed->len, 0 };
	ZSTD_outBuffer out = { to, room, 0 };
	size_t hint = ZSTD_decompressStream(s->from, &out, &in);

	if (ZSTD_isError(hint))
		return err_fail(e, ERR_INPUT, "damaged zstd: %s", ZSTD_getErrorName(hint));
	if (in.pos || out.pos) /* between frames it would hint at the next one */
		s->inside = hint != 0;
	if (!s->inside)
		s->unpacked = 0;
	*packed = str_from(*packed, in.pos);
	*len = out.pos;
	rest_now_and_then(s, out.pos);
	return true;
}

bool zstd_stream_may_end(const struct zstd_stream *s)
{
	return !s->inside;
}
