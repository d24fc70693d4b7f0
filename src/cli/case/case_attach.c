#include "actions/trail/attach.h"

#include "cli/case_options.h"
#include "cli/command.h"
#include "cli/output_file.h"
#include "cli/print.h"
#include "cli/session.h"
#include "limits.h"

static const struct option_spec attach_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "text", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool attach(struct app *app, const struct options *o, struct err *e)
{
	struct attaching a = { .text = options_text(o, "text") };
	char hex[SHA256_HEX_SIZE];
	struct sha256 digest;
	const char *words[2];
	SCOPED_DB *db = NULL;
	int64_t record;

	if (!options_words(o, 2, 2, "the casefile's number and a file", e) ||
	    !options_word_number(o, "casefile number", &a.casefile_id, e))
		return false;
	options_values(o, NULL, words, 2);
	a.path = words[1];
	if (!session_open(o, DB_CHANGE, &db, e) || !case_attach(db, &a, session_by(o), &record, &digest, e))
		return false;
	print_line(app->out, "casefile %lld: attachment %lld, SHA-256 %s", (long long)a.casefile_id,
	    (long long)record, sha256_hex(&digest, hex));
	return true;
}

static int run_attach(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, attach_specs, attach);
}

const struct command command_case_attach = {
	.name = "case attach",
	.synopsis = "CASEFILE FILE [--text TEXT] [--by NAME] [--why TEXT]",
	.summary = "keep a file with a casefile, under the digest of its bytes",
	.help = "It cannot be changed or taken out. \"case attachment\" gives it back.\n",
	.options = attach_specs,
	.run = run_attach,
};

static const struct option_spec get_specs[] = {
	SESSION_STORE_OPTION,
	{ "record", OPTION_NUMBER, NULL },
	{ "output", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool get(struct app *app, const struct options *o, struct err *e)
{
	static const char *const needed[] = { "record", "output", NULL };
	SCOPED_BUF content = buf_new(LIMIT_ATTACHMENT_BYTES);
	SCOPED_OUTPUT_FILE *file = NULL;
	struct output_file *done;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	int64_t id, record;
	struct str name;

	(void)app;
	if (!case_id_of(o, &id, e) || !options_needed(o, needed, e) ||
	    !options_number(o, "record", 1, INT64_MAX, &record, e) || !session_open(o, DB_READ, &db, e) ||
	    !case_attachment(db, id, record, &arena, &content, &name, e) ||
	    !output_file_open_private(options_value(o, "output"), &file, e))
		return false;
	fwrite(content.ptr, 1, content.len, output_file_stream(file));
	done = file;
	file = NULL;
	return output_file_keep(done, e);
}

static int run_get(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, get_specs, get);
}

const struct command command_case_attachment = {
	.name = "case attachment",
	.synopsis = "CASEFILE --record NUMBER --output FILE",
	.summary = "a file that was kept with a casefile, as it came",
	.options = get_specs,
	.run = run_get,
};
