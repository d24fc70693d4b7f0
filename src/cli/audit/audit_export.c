#include "actions/trail/trail_file.h"

#include <inttypes.h>

#include "base/number.h"
#include "cli/command.h"
#include "cli/output_file.h"
#include "cli/session.h"

static const struct option_spec specs[] = {
	SESSION_STORE_OPTION,
	{ "from", OPTION_NUMBER, NULL },
	{ "output", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool export(struct app *app, const struct options *o, struct err *e)
{
	const char *path = options_value(o, "output");
	SCOPED_OUTPUT_FILE *file = NULL;
	struct output_file *done;
	int64_t from = 1, count;
	SCOPED_DB *db = NULL;

	if (!options_words(o, 0, 0, "nothing", e) || !options_number(o, "from", 1, INT64_MAX, &from, e) ||
	    !session_open(o, DB_READ, &db, e) || (path && !output_file_open_private(path, &file, e)) ||
	    !trail_file_write(db, from, path ? output_file_stream(file) : app->out, &count, e))
		return false;
	fprintf(app->err, "%" PRId64 " entr%s\n", count, count == 1 ? "y" : "ies");
	if (!path)
		return true;
	done = file;
	file = NULL;
	return output_file_keep(done, e);
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, export);
}

const struct command command_audit_export = {
	.name = "audit export",
	.synopsis = "[--from NUMBER] [--output FILE] [--store URL]",
	.summary = "the audit trail as JSON, an entry a line, with everything under its seal",
	.help = "\"audit verify --file FILE\" verifies it without the store.\n",
	.options = specs,
	.run = run,
};
