#include "cli/signing.h"

#include "cli/print.h"
#include "cli/secret_input.h"

bool signing_secret(const struct options *o, struct arena *arena, struct str *out, struct err *e)
{
	return secret_input(o, "secret-file", "secret", arena, out, e) &&
	       (out->ptr ||
		   err_fail(e, ERR_USAGE, "there is no terminal to ask for the secret: give --secret-file"));
}

void signing_print(FILE *to, const struct signature *made)
{
	char at[INSTANT_TEXT_SIZE];

	print_line(to, "record %lld of " STR_FMT " signed by " STR_FMT ", %s: %s", (long long)made->record,
	    STR_ARG(made->subject), STR_ARG(made->full_name), instant_write(made->at, at),
	    meaning_says(made->meaning));
}
