#include "server/access_log.h"

/* Several threads write: a line is one. */
static struct json_out *begin_line(FILE *to, struct instant at)
{
	struct json_out *w;
	char text[INSTANT_TEXT_SIZE];

	flockfile(to);
	w = json_out_file(to, false);
	json_open_object(w);
	json_field_text(w, "at", str_of(instant_write(at, text)));
	return w;
}

static void end_line(FILE *to, struct json_out *w)
{
	json_close_object(w);
	json_out_close(w);
	fputc('\n', to);
	fflush(to);
	funlockfile(to);
}

void access_log(FILE *to, const struct exchange *x, int64_t took_us, size_t sent_bytes)
{
	struct json_out *w;

	if (!to)
		return;
	w = begin_line(to, x->at);
	json_field_text(w, "request", x->id);
	json_field_text(w, "method", str_of(x->is_head ? "HEAD" : method_word(x->method)));
	json_field_text(w, "path", x->path);
	json_field_int(w, "status", x->answer.status);
	json_field_text_or_null(w, "user", x->who.name);
	json_field_text(w, "address", x->address);
	json_field_int(w, "microseconds", took_us);
	json_field_int(w, "bytes", (int64_t)sent_bytes);
	end_line(to, w);
}

void access_log_failure(FILE *to, const char *what, struct instant at, const struct err *why)
{
	struct json_out *w;

	if (!to)
		return;
	w = begin_line(to, at);
	json_field_text(w, what, str_of(why->text));
	end_line(to, w);
}
