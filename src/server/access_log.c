#include "server/access_log.h"

#include "limits.h"

/* A path may be as long as a head, and each byte of it an escape. */
#define LINE_MOST (LIMIT_REQUEST_HEAD_BYTES * 8)

struct line {
	struct buf text;
	struct json_out *w;
};

static void begin_line(struct line *line, struct instant at)
{
	char text[INSTANT_TEXT_SIZE];

	line->text = buf_new(LINE_MOST);
	line->w = json_out_buf(&line->text, false);
	json_open_object(line->w);
	json_field_text(line->w, "at", str_of(instant_write(at, text)));
}

static void end_line(struct line *line, struct log_writer *to)
{
	json_close_object(line->w);
	if (json_out_close(line->w)) {
		buf_byte(&line->text, '\n');
		log_writer_add(to, buf_str(&line->text));
	}
	buf_free(&line->text);
}

void access_log(struct log_writer *to, const struct exchange *x, int64_t took_us, size_t sent_bytes)
{
	struct line line;

	if (!to)
		return;
	begin_line(&line, x->at);
	json_field_text(line.w, "request", x->id);
	json_field_text(line.w, "method", str_of(x->is_head ? "HEAD" : method_word(x->method)));
	json_field_text(line.w, "path", x->path);
	json_field_int(line.w, "status", x->answer.status);
	json_field_text_or_null(line.w, "user", x->who.name);
	json_field_text(line.w, "address", x->address);
	json_field_int(line.w, "microseconds", took_us);
	json_field_int(line.w, "bytes", (int64_t)sent_bytes);
	end_line(&line, to);
}

void access_log_failure(struct log_writer *to, const char *what, struct instant at, const struct err *why)
{
	struct line line;

	if (!to)
		return;
	begin_line(&line, at);
	json_field_text(line.w, what, str_of(why->text));
	end_line(&line, to);
}
