#include "sources/providers/listed_line.h"

#include "formats/lines.h"
#include "limits.h"

struct str listed_text(struct str text)
{
	text = str_trim(text);
	if (text.len >= 2 && text.ptr[0] == '"' && text.ptr[text.len - 1] == '"')
		return (struct str){ text.ptr + 1, text.len - 2 };
	return text;
}

bool listed_instant(struct str text, struct instant *at)
{
	struct err e;

	return instant_parse(listed_text(text), true, at, &e);
}

bool listed_lines_read(struct input *in, struct str head,
    bool (*take)(struct str line, struct listed *one, struct err *e), struct listed_sink out, struct err *e)
{
	SCOPED_LINES *lines = lines_open(in, LIMIT_LISTED_LINE_BYTES);
	struct str line;

	while (lines_next(lines, &line)) {
		struct listed one = { 0 };

		if (!str_trim(line).len || (lines_number(lines) == 1 && str_eq(str_trim(line), head)))
			continue;
		if (!take(str_trim(line), &one, e))
			return err_within(
			    e, STR_FMT ":%lld", STR_ARG(input_name(in)), (long long)lines_number(lines));
		if (!out.take(out.ctx, &one, e))
			return false;
	}
	return lines_finish(lines, e);
}
