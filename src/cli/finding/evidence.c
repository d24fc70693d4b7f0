#include "actions/clock.h"
#include "actions/findings/build_evidence_json.h"
#include "actions/firm_day.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"

#define ACCEPTED_MOST 4096 /* vulnerabilities in one command */

static const struct option_spec import_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "device", OPTION_VALUE, NULL },
	{ "release", OPTION_VALUE, NULL },
	{ "component", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec propose_specs[] = {
	SESSION_STORE_OPTION,
	{ "device", OPTION_VALUE, NULL },
	{ "release", OPTION_VALUE, NULL },
	{ "component", OPTION_VALUE, NULL },
	{ "today", OPTION_DATE, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec accept_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "device", OPTION_VALUE, NULL },
	{ "release", OPTION_VALUE, NULL },
	{ "component", OPTION_VALUE, NULL },
	{ "all", OPTION_FLAG, NULL },
	{ "today", OPTION_DATE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool read_target(const struct options *o, struct evidence_target *out, struct err *e)
{
	static const char *const needed[] = { "device", "release", "component", NULL };

	*out = (struct evidence_target){ options_text(o, "device"), options_text(o, "release"),
		options_text(o, "component") };
	return options_needed(o, needed, e);
}

/* Which day it is for the manufacturer. */
static bool read_day(const struct options *o, struct db *db, struct date *today, struct err *e)
{
	return firm_day(db, options_date(o, "today"), instant_now(), today, e);
}

/* --- import --- */

static bool import(struct app *app, const struct options *o, struct err *e)
{
	char hex[SHA256_HEX_SIZE];
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct evidence_target target;
	struct evidence_file file = { 0 };
	struct evidence kept;
	bool known;

	if (!options_words(o, 1, 1, "the list of compiled files", e) || !read_target(o, &target, e))
		return false;
	options_values(o, NULL, &file.path, 1);
	if (!session_open(o, DB_CHANGE, &db, e) ||
	    !evidence_import(db, &target, &file, session_by(o), &arena, &kept, &known, e))
		return false;
	print_line(app->out, "evidence %lld%s: %lld compiled files of " STR_FMT ", sha256 %s",
	    (long long)kept.id, known ? " stands already" : "", (long long)kept.files,
	    STR_ARG(kept.component), sha256_hex(&kept.digest, hex));
	return true;
}

static int run_import(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, import_specs, import);
}

const struct command command_evidence_import = {
	.name = "evidence import",
	.synopsis = "FILE --device NAME --release VERSION --component NAME [--by NAME] [--why TEXT]",
	.summary = "keep a list of the files a build compiled",
	.help = "FILE names a source file or object a line, by its path from the root of the sources or "
		"below any\n"
		"folder; lines that begin with # are passed over. Of a kernel it must be the whole list.\n"
		"It is kept as it came, with its digest. Nothing is decided: aftercare evidence propose "
		"tells what\n"
		"it would mean.\n",
	.options = import_specs,
	.run = run_import,
};

/* --- propose --- */

#define ANSWERS (CODE_UNTOLD + 1)

static void count_answers(const struct evidence_proposal *list, size_t count, size_t of[ANSWERS])
{
	for (size_t i = 0; i < count; i++)
		of[list[i].judgement.presence]++;
}

static void print_proposals(
    struct app *app, const struct evidence *by, const struct evidence_proposal *list, size_t count)
{
	static const struct print_column columns[] = { { "vulnerability", false }, { "component", false },
		{ "proposal", false }, { "why", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *table = print_table_new(columns);
	size_t of[ANSWERS] = { 0 };
	char hex[SHA256_HEX_SIZE];

	for (size_t i = 0; i < count; i++) {
		print_cell(table, list[i].vulnerability);
		print_cell(table, list[i].version);
		print_cell(
		    table, list[i].judgement.presence == CODE_NOT_PRESENT ? STR("not_affected") : STR("-"));
		print_cell(table, list[i].judgement.why);
	}
	print_table_write(table, app->out);
	count_answers(list, count, of);
	print_line(app->out,
	    "findings of " STR_FMT ": %zu; vulnerable_code_not_present %zu, compiled %zu, not told %zu",
	    STR_ARG(by->component), count, of[CODE_NOT_PRESENT], of[CODE_COMPILED], of[CODE_UNTOLD]);
	print_line(app->out, "evidence %lld: " STR_FMT ", %lld compiled files, sha256 %s", (long long)by->id,
	    STR_ARG(by->file), (long long)by->files, sha256_hex(&by->digest, hex));
}

static void write_proposals(
    struct app *app, const struct evidence *by, const struct evidence_proposal *list, size_t count)
{
	struct json_out *w = json_out_file(app->out, true);

	evidence_proposals_json(w, by, list, count);
	json_out_close(w);
}

static bool propose(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct evidence_target target;
	struct evidence_proposal *list;
	struct evidence by;
	struct date today;
	size_t count;

	if (!options_words(o, 0, 0, "no word", e) || !read_target(o, &target, e) ||
	    !session_open(o, DB_READ, &db, e) || !read_day(o, db, &today, e) ||
	    !evidence_propose(db, &target, today, &arena, &by, &list, &count, e))
		return false;
	if (session_wants_json(o))
		write_proposals(app, &by, list, count);
	else
		print_proposals(app, &by, list, count);
	return true;
}

static int run_propose(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, propose_specs, propose);
}

const struct command command_evidence_propose = {
	.name = "evidence propose",
	.synopsis = "--device NAME --release VERSION --component NAME [--store URL] [--format table|json] "
		    "[--today DATE]",
	.summary = "which findings touch code that was not compiled",
	.help = "For each finding of the component: the source files its CVE record names, against the "
		"newest list\n"
		"of compiled files. Where none of them was compiled, it proposes not_affected, with the\n"
		"justification vulnerable_code_not_present. Where one was, where the record names none for a "
		"part of\n"
		"what is affected, or where the list does not show files of that kind, it proposes nothing "
		"and says\n"
		"so. A person decides.\n",
	.options = propose_specs,
	.run = run_propose,
};

/* --- accept --- */

static bool accept(struct app *app, const struct options *o, struct err *e)
{
	const char *words[ACCEPTED_MOST];
	struct str vulnerabilities[ACCEPTED_MOST];
	int count = options_values(o, NULL, words, ACCEPTED_MOST);
	SCOPED_DB *db = NULL;
	struct evidence_target target;
	struct date today;
	size_t made;

	if (options_has(o, "all") ? !options_words(o, 0, 0, "no vulnerability beside --all", e)
				  : !options_words(o, 1, ACCEPTED_MOST, "a vulnerability, or --all", e))
		return false;
	for (int i = 0; i < count; i++)
		vulnerabilities[i] = str_of(words[i]);
	if (!read_target(o, &target, e) || !session_open(o, DB_CHANGE, &db, e) ||
	    !read_day(o, db, &today, e) ||
	    !evidence_accept(db, &target, vulnerabilities, (size_t)count, today, session_by(o), &made, e))
		return false;
	print_line(app->out, "statements made: %zu, not_affected, vulnerable_code_not_present", made);
	return true;
}

static int run_accept(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, accept_specs, accept);
}

const struct command command_evidence_accept = {
	.name = "evidence accept",
	.synopsis = "VULNERABILITY...|--all --device NAME --release VERSION --component NAME --why TEXT "
		    "[--by NAME] [--today DATE]",
	.summary = "agree to what the compiled files show",
	.help = "Makes statements of what aftercare evidence propose shows, for these vulnerabilities or for "
		"all\n"
		"of them: not_affected, vulnerable_code_not_present, for this finding alone, with the files, "
		"the\n"
		"list and its digest as evidence and --why as the reason. Each is a change with its entry in "
		"the\n"
		"audit trail; aftercare finding withdraw takes one back. What is not proposed is refused.\n",
	.options = accept_specs,
	.run = run_accept,
};
