#include "actions/matching/name_json.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"

static const struct option_spec change_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec list_specs[] = {
	SESSION_STORE_OPTION,
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static bool refuse(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_DB *db = NULL;
	struct name_said what;
	const char *words[3];
	int64_t number;

	if (!options_words(o, 3, 3, "a source, the id of its record, and the name that it gives", e))
		return false;
	options_values(o, NULL, words, 3);
	what = (struct name_said){ str_of(words[0]), str_of(words[1]), str_of(words[2]), NULL };
	if (!session_open(o, DB_CHANGE, &db, e) || !refuse_name(db, &what, session_by(o), &number, e))
		return false;
	print_line(app->out, "refusal %lld: " STR_FMT " of " STR_FMT " is not " STR_FMT, (long long)number,
	    STR_ARG(what.record), STR_ARG(what.source), STR_ARG(what.name));
	return true;
}

static int run_refuse(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, change_specs, refuse);
}

const struct command command_name_refuse = {
	.name = "name refuse",
	.synopsis = "SOURCE RECORD NAME --why TEXT [--store URL] [--by NAME]",
	.summary = "refuse that a record is about what goes by another name",
	.help = "A record says that it is the same as other names: GHSA-... that it is CVE-.... Who does not "
		"believe one\n"
		"refuses it; name list VULNERABILITY shows what records say. It holds for later revisions of "
		"the record.\n"
		"Findings are grouped again at once, and match --events tells which came or went.\n",
	.options = change_specs,
	.run = run_refuse,
};

static bool accept(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_DB *db = NULL;
	int64_t number;

	if (!options_words(o, 1, 1, "the refusal's number", e) ||
	    !options_word_number(o, "number of a refusal", &number, e) ||
	    !session_open(o, DB_CHANGE, &db, e) || !accept_name(db, number, session_by(o), e))
		return false;
	fprintf(app->out, "refusal %lld is taken back\n", (long long)number);
	return true;
}

static int run_accept(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, change_specs, accept);
}

const struct command command_name_accept = {
	.name = "name accept",
	.synopsis = "NUMBER --why TEXT [--store URL] [--by NAME]",
	.summary = "take back the refusal of a name",
	.help = "The trail keeps that it was there.\n",
	.options = change_specs,
	.run = run_accept,
};

static void print_said(struct app *app, const struct name_said *said, size_t count)
{
	static const struct print_column columns[] = { { "source", false }, { "record", false },
		{ "says it is", false }, { "refused", true }, { "since", false }, { "by", false },
		{ "why", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	char text[DATE_TEXT_SIZE];

	for (size_t i = 0; i < count; i++) {
		const struct refused_name *r = said[i].refused;

		print_cell(t, said[i].source);
		print_cell(t, said[i].record);
		print_cell(t, said[i].name);
		if (r)
			print_cell_int(t, r->id);
		else
			print_cell(t, STR("-"));
		print_cell(t, r ? str_of(date_write(instant_date(r->at, 0), text)) : STR(""));
		print_cell(t, r ? r->by : STR(""));
		print_cell(t, r ? r->why : STR(""));
	}
	print_table_write(t, app->out);
}

/* All that are refused. */
static bool find_refused(
    struct db *db, struct arena *arena, struct name_said **out, size_t *count, struct err *e)
{
	struct refused_names all;

	if (!refused_names_read(db, arena, &all, e))
		return false;
	*out = arena_alloc(arena, all.count, sizeof(**out));
	for (size_t i = 0; i < all.count; i++)
		(*out)[i] = (struct name_said){ all.list[i].source, all.list[i].record, all.list[i].name,
			&all.list[i] };
	*count = all.count;
	return true;
}

static bool list(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	const char *vulnerability = NULL;
	struct name_said *said;
	struct json_out *w;
	size_t count;

	if (!options_words(o, 0, 1, "a vulnerability", e))
		return false;
	options_values(o, NULL, &vulnerability, 1);
	if (!session_open(o, DB_READ, &db, e) ||
	    !(vulnerability ? names_said(db, str_of(vulnerability), &arena, &said, &count, e)
			    : find_refused(db, &arena, &said, &count, e)))
		return false;
	if (!session_wants_json(o)) {
		print_said(app, said, count);
		return true;
	}
	w = json_out_file(app->out, true);
	names_said_json(w, said, count);
	json_out_close(w);
	return true;
}

static int run_list(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, list_specs, list);
}

const struct command command_name_list = {
	.name = "name list",
	.synopsis = "[VULNERABILITY] [--store URL] [--format table|json]",
	.summary = "which records give a vulnerability which names, and which of them are refused",
	.help = "Without a vulnerability: all that are refused.\n",
	.options = list_specs,
	.run = run_list,
};
