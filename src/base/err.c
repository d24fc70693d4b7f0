#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#undef err_fail /* what an analyzer is told */
#undef err_within
#undef err_remedy
#undef err_field

#define WORD_MOST 64 /* a longer one is cut */

static void hide_controls(char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text < 0x20 || *text == 0x7f)
			*text = '?';
}

/* A text that did not fit ends behind a whole word, and says that there was more. */
static void mark_cut(struct err *e, size_t wanted)
{
	const size_t most = sizeof(e->text) - sizeof("...");
	size_t end = most;

	if (wanted < sizeof(e->text))
		return;
	while (end > most - WORD_MOST && !strchr(" ,|", e->text[end - 1]))
		end--;
	if (end == most - WORD_MOST) /* one long word: between two characters of it */
		for (end = most; end > 0 && ((unsigned char)e->text[end] & 0xc0) == 0x80;)
			end--;
	memcpy(e->text + end, "...", sizeof("..."));
}

bool err_fail(struct err *e, enum err_code code, const char *fmt, ...)
{
	va_list args;
	int wanted;

	e->code = code;
	e->remedy = REMEDY_NONE;
	e->field = NULL;
	va_start(args, fmt);
	wanted = vsnprintf(e->text, sizeof(e->text), fmt, args);
	va_end(args);
	mark_cut(e, (size_t)wanted);
	hide_controls(e->text);
	return false;
}

bool err_remedy(struct err *e, enum remedy remedy)
{
	e->remedy = remedy;
	return false;
}

bool err_field(struct err *e, const char *field)
{
	e->field = field;
	return false;
}

bool err_within(struct err *e, const char *where, ...)
{
	char inner[sizeof(e->text)];
	va_list args;
	size_t used;
	int wanted;

	memcpy(inner, e->text, sizeof(inner));
	va_start(args, where);
	vsnprintf(e->text, sizeof(e->text), where, args);
	va_end(args);
	hide_controls(e->text);
	used = strlen(e->text);
	wanted = snprintf(e->text + used, sizeof(e->text) - used, ": %s", inner);
	mark_cut(e, used + (size_t)wanted);
	return false;
}

int err_exit_status(enum err_code code)
{
	static const int status[] = {
		[ERR_NONE] = 0,
		[ERR_USAGE] = 2,
		[ERR_INPUT] = 3,
		[ERR_ABSENT] = 3,
		[ERR_LIMIT] = 3,
		[ERR_IO] = 3,
		[ERR_NETWORK] = 4,
		[ERR_STORE] = 4,
		[ERR_CONFLICT] = 5,
		[ERR_DENIED] = 5,
	};

	_Static_assert(sizeof(status) / sizeof(status[0]) == ERR_CODE_COUNT, "an exit status for every code");
	return status[code];
}
