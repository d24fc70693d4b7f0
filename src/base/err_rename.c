#include "base/err_rename.h"

#include <stdio.h>

void err_rename(struct err *e, struct str from, struct str to)
{
	struct str text = str_of(e->text);
	struct err said = *e;

	if (from.len == 0 || !str_starts(text, from))
		return;
	text = str_from(text, from.len);
	snprintf(said.text, sizeof(said.text), STR_FMT "%.*s", STR_ARG(to), (int)text.len, text.ptr);
	*e = said;
}
