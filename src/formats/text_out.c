#include "formats/text_out.h"

#include <stdlib.h>

#include "base/memory.h"

struct text_out text_out_open(FILE *file, struct buf *buf)
{
	return (struct text_out){ .file = file, .buf = buf, .block = memory_resize(NULL, TEXT_OUT_BLOCK, 1) };
}

void text_out_drop(struct text_out *out)
{
	free(out->block);
	out->block = NULL;
}

bool text_out_close(struct text_out *out)
{
	text_out_flush(out);
	text_out_drop(out);
	if (out->file && fflush(out->file) != 0)
		out->failed = true;
	return !out->failed && !(out->buf && buf_full(out->buf));
}

static void pass_on(struct text_out *out, struct str s)
{
	if (out->buf)
		buf_add(out->buf, s);
	else if (s.len && fwrite(s.ptr, 1, s.len, out->file) != s.len)
		out->failed = true;
}

void text_out_flush(struct text_out *out)
{
	pass_on(out, (struct str){ out->block, out->used });
	out->used = 0;
}

void text_out_put_more(struct text_out *out, struct str s)
{
	text_out_flush(out);
	if (s.len > TEXT_OUT_BLOCK)
		pass_on(out, s);
	else
		text_out_put(out, s);
}
