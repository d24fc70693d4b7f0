/*
 * aftercare decide - the rules alone: facts in, a determination out. No store, no clock.
 */
#include "actions/casework/decide_facts.h"
#include "base/buf.h"
#include "cli/case/determination_print.h"
#include "cli/command.h"
#include "cli/options.h"
#include "formats/input.h"
#include "limits.h"

static const struct option_spec specs[] = {
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

/* One byte more than the limit is enough to tell that it is passed. */
static bool read_stdin(struct app *app, struct buf *to, struct err *e)
{
	char block[16384];
	size_t len;

	while (!buf_full(to) && (len = fread(block, 1, sizeof(block), app->in)) > 0)
		buf_add(to, (struct str){ block, len });
	return !ferror(app->in) || err_fail(e, ERR_IO, "stdin cannot be read");
}

static bool read_file(const char *path, struct buf *to, struct err *e)
{
	SCOPED_INPUT *in = NULL;
	char block[16384];
	size_t len;

	if (!input_open_file(path, &in, e))
		return false;
	while (!buf_full(to) && (len = input_read(in, block, sizeof(block))) > 0)
		buf_add(to, (struct str){ block, len });
	return input_finish(in, e);
}

static bool show(struct app *app, const struct options *o, struct err *e)
{
	const char *path, *format = options_value(o, "format");
	SCOPED_BUF text = buf_new(LIMIT_FACTS_BYTES);
	SCOPED_ARENA arena = { 0 };
	struct decided all;
	bool from_stdin;

	if (!options_words(o, 1, 1, "FACTS.json", e))
		return false;
	options_values(o, NULL, &path, 1);
	from_stdin = strcmp(path, "-") == 0;
	if (from_stdin ? !read_stdin(app, &text, e) : !read_file(path, &text, e))
		return false;
	if (buf_full(&text))
		return err_fail(e, ERR_LIMIT, "%s: more than %d bytes", path, LIMIT_FACTS_BYTES);
	if (!decide_facts(buf_str(&text), &arena, &all, e))
		return err_within(e, "%s", from_stdin ? "stdin" : path);
	if (format && strcmp(format, "json") == 0)
		return determination_print_json(
		    app, &all.determination, all.obligations, all.obligation_count, e);
	determination_print(app, &all.determination, all.obligations, all.obligation_count);
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, show);
}

const struct command command_decide = {
	.name = "decide",
	.synopsis = "FACTS.json [--format table|json]",
	.summary = "apply the rules to facts: risk, clocks, reporting position, obligations",
	.help = "Facts in, a determination out; nothing is stored and no clock is asked: \"today\" is a "
		"fact. \"-\" is\n"
		"stdin. An absent fact is unknown, not false, and what the result hangs on is listed as "
		"missing.\n"
		"The exit status is 0 whatever the outcome, and 3 for facts that cannot be read. The "
		"documents are\n"
		"described in docs/man/decide.md.\n",
	.options = specs,
	.run = run,
};
