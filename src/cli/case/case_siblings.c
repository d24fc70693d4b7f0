/*
 * case siblings - one vulnerability, many devices: the casefiles on it, and what it concerns.
 */
#include "actions/casework/case_siblings_json.h"

#include "actions/clock.h"
#include "cli/case_options.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "cli/warnings.h"

static const struct option_spec specs[] = {
	SESSION_STORE_OPTION,
	{ "today", OPTION_DATE, NULL },
	{ "stale-after", OPTION_VALUE, NULL },
	{ "fail-on", OPTION_VALUE, "missing" },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static struct str day_of(struct date d, char text[DATE_TEXT_SIZE])
{
	return date_is_known(d) ? str_of(date_write(d, text)) : STR_NONE;
}

static void print_cell_or_dash(struct print_table *t, struct str s)
{
	print_cell(t, s.len ? s : STR("-"));
}

static void print_casefiles(struct app *app, const struct case_siblings *s)
{
	static const struct print_column columns[] = { { "casefile", true }, { "device", false },
		{ "learned", false }, { "assessed", false }, { "risk", false }, { "closed", false },
		{ NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	char day[DATE_TEXT_SIZE], learned[DATE_TEXT_SIZE];

	for (size_t i = 0; i < s->count; i++) {
		print_cell_int(t, s->casefiles[i].casefile.id);
		print_cell(t, s->casefiles[i].device);
		print_cell_or_dash(t, day_of(s->casefiles[i].learned_on, learned));
		print_cell_or_dash(t, day_of(s->casefiles[i].assessed_on, day));
		print_cell(t, str_of(risk_word(s->casefiles[i].risk)));
		print_cell_or_dash(t, day_of(s->casefiles[i].casefile.closed_on, day));
	}
	print_table_write(t, app->out);
}

static void print_places(struct app *app, const struct case_siblings *s)
{
	static const struct print_column columns[] = { { "device", false }, { "release", false },
		{ "component", false }, { "version", false }, { "state", false }, { "casefile", true },
		{ NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	char number[32];

	for (size_t i = 0; i < s->place_count; i++) {
		const struct where_row *at = &s->places[i];

		print_cell(t, at->device.name);
		print_cell(t, at->release.version);
		print_cell(t, at->component.name);
		print_cell(t, at->component.version);
		print_cell(t, at->state);
		snprintf(number, sizeof(number), "%lld", (long long)s->place_casefile[i]);
		print_cell(t, s->place_casefile[i] ? str_of(number) : STR("none"));
	}
	print_table_write(t, app->out);
}

/* The firm learns of a vulnerability once: in another device it is not news (A1). */
static void print_later(struct app *app, const struct case_siblings *s)
{
	struct date first = DATE_NONE;
	char early[DATE_TEXT_SIZE], late[DATE_TEXT_SIZE];

	for (size_t i = 0; i < s->count; i++)
		if (date_is_known(s->casefiles[i].learned_on) &&
		    (!date_is_known(first) || s->casefiles[i].learned_on.days < first.days))
			first = s->casefiles[i].learned_on;
	for (size_t i = 0; i < s->count; i++)
		if (date_is_known(s->casefiles[i].learned_on) && s->casefiles[i].learned_on.days > first.days)
			print_line(app->out,
			    "LEARNED LATER: casefile %lld says %s, another %s: the firm learns of it once",
			    (long long)s->casefiles[i].casefile.id,
			    date_write(s->casefiles[i].learned_on, late), date_write(first, early));
}

static void print_all(struct app *app, const struct case_siblings *s)
{
	print_casefiles(app, s);
	print_later(app, s);
	fputc('\n', app->out);
	print_places(app, s);
	if (!s->told)
		print_line(app->out, "no record in the store says what has it: look for it in every device");
	else if (s->place_count == 0)
		print_line(app->out, "nothing with an SBOM has it");
	for (size_t i = 0; i < s->missing_count; i++)
		print_line(app->out, "NO CASEFILE: " STR_FMT " is concerned", STR_ARG(s->missing[i]));
}

static void write_all(struct app *app, const struct case_siblings *s)
{
	struct json_out *w = json_out_file(app->out, true);

	case_siblings_json(w, s);
	json_out_close(w);
}

static bool show(struct app *app, const struct options *o, int *status, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct case_siblings s;
	int64_t id;

	if (!case_id_of(o, &id, e) || !session_open(o, DB_READ, &db, e) ||
	    !case_siblings(db, id, options_date(o, "today"), instant_now(), &arena, &s, e) ||
	    !warn_of_age(app, o, db, e) || !warn_of_store(app, db, true, e))
		return false;
	(session_wants_json(o) ? write_all : print_all)(app, &s);
	*status = options_has(o, "fail-on") && s.missing_count;
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	SCOPED_OPTIONS o = { 0 };
	struct err e = { 0 };
	int status = 0;

	if (!options_parse(argc, argv, specs, &o, &e) || !show(app, &o, &status, &e))
		return command_fails(app, &e);
	return status;
}

const struct command command_case_siblings = {
	.name = "case siblings",
	.synopsis = "CASEFILE [--fail-on missing] [--today DATE] [--stale-after DAYS] [--format table|json]",
	.summary = "one vulnerability, many devices: the casefiles on it, where it is, who has no casefile",
	.help = "Each device is judged in a casefile of its own; nothing is copied from one to the other. "
		"--fail-on missing:\n"
		"exit 1 where a device is concerned and has no casefile.\n",
	.options = specs,
	.run = run,
};
