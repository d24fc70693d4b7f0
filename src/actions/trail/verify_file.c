#include "actions/trail/verify_file.h"

#include "actions/trail/trail_file.h"

struct checking {
	struct verify_sink out;
	struct file_verification v;
};

static bool take_line(void *ctx, const struct trail_line *line, struct err *e)
{
	struct checking *c = ctx;
	struct err wrong = { 0 };

	(void)e;
	if (c->v.from == 0) {
		c->v.from = line->entry.number;
		if (c->v.from > 1) /* a part of a trail begins anywhere, a whole one behind nothing */
			verify_begin(&c->v.trail, &line->entry);
	}
	if (!verify_line(&c->v.trail, line, &wrong))
		c->out.fault(c->out.ctx, wrong.text);
	c->v.whole += line->whole;
	return true;
}

bool verify_file(struct input *in, struct verify_sink out, struct file_verification *result, struct err *e)
{
	struct checking c = { .out = out };
	bool done = trail_file_read(in, (struct trail_file_sink){ &c, take_line }, e);

	verify_clear(&c.v.trail);
	*result = c.v;
	return done;
}
