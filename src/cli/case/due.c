#include "actions/duties/due_calendar.h"
#include "actions/duties/due_json.h"

#include "actions/clock.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"

static const struct option_spec specs[] = {
	SESSION_STORE_OPTION,
	{ "within", OPTION_VALUE, NULL },
	{ "today", OPTION_DATE, NULL },
	{ "format", OPTION_VALUE, "table|json|ics" },
	{ NULL, OPTION_FLAG, NULL },
};

/* "30d", counted from today by UTC's calendar where no today is given. */
static bool last_day(const struct options *o, struct date today, struct date *until, struct err *e)
{
	const char *within = options_value(o, "within");
	struct str text = within ? str_of(within) : STR("");
	int64_t days;

	*until = DATE_NONE;
	if (!within)
		return true;
	if (!str_ends(text, STR("d")) ||
	    !number_parse(str_first(text, text.len - 1), "number of days", 0, 36500, &days, e))
		return err_fail(e, ERR_INPUT, "--within \"%s\" is not of the form 30d", within);
	if (!date_is_known(today))
		today = instant_date(instant_now(), 0);
	*until = date_plus(today, (int32_t)days);
	return true;
}

static void print_rows(struct app *app, const struct due_row *rows, size_t count)
{
	static const struct print_column columns[] = { { "due", false }, { "state", false },
		{ "what", false }, { "to", false }, { "casefile", true }, { "vulnerability", false },
		{ "device", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	char date[DATE_TEXT_SIZE], whose[32];

	for (size_t i = 0; i < count; i++) {
		const struct obligation *o = &rows[i].obligation;

		print_cell(t, str_of(date_write(o->due, date)));
		print_cell(t, str_of(obligation_state_word(o->state)));
		print_cell(t, str_of(obligation_kind_word(o->kind)));
		print_cell(t, str_of(obligation_to(o->kind)));
		if (rows[i].signal)
			snprintf(whose, sizeof(whose), "signal %lld", (long long)rows[i].signal);
		else
			snprintf(whose, sizeof(whose), "%lld", (long long)rows[i].casefile.id);
		print_cell(t, str_of(whose));
		print_cell(t, rows[i].vulnerability.len ? rows[i].vulnerability : STR("-"));
		print_cell(t, rows[i].device.len ? rows[i].device : STR("-"));
	}
	print_table_write(t, app->out);
}

static void write_rows(struct app *app, const struct due_row *rows, size_t count)
{
	struct json_out *w = json_out_file(app->out, true);

	due_json(w, rows, count);
	json_out_close(w); /* whether the stream failed is told by main */
}

static void write_calendar(struct app *app, const struct due_row *rows, size_t count, struct arena *arena)
{
	struct ics_out *w = ics_out_file(app->out, STR(DUE_CALENDAR_PRODUCT));

	due_calendar(w, rows, count, instant_now(), arena);
	ics_out_close(w); /* whether the stream failed is told by main */
}

static bool show(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct date today = options_date(o, "today"), until;
	struct due_row *rows;
	size_t count;

	if (!options_words(o, 0, 0, "nothing", e) || !last_day(o, today, &until, e) ||
	    !session_open(o, DB_READ, &db, e) ||
	    !due_list(
		db, today, instant_now(), (struct due_asked){ .until = until }, &arena, &rows, &count, e))
		return false;
	if (session_wants_json(o))
		write_rows(app, rows, count);
	else if (str_eq(options_text(o, "format"), STR("ics")))
		write_calendar(app, rows, count, &arena);
	else if (count)
		print_rows(app, rows, count);
	else
		fputs("nothing is due\n", app->out);
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, show);
}

const struct command command_due = {
	.name = "due",
	.synopsis = "[--within 30d] [--today DATE] [--format table|json|ics]",
	.summary = "what is owed, to whom, by when: soonest first, over all casefiles and signals",
	.help = "What has no day, such as a record to be kept, stands in the casefile's report. ics is a "
		"calendar "
		"(RFC 5545):\na whole day each, with alarms 7 days and 1 day before; read again it moves "
		"what has "
		"another day by now.\n",
	.options = specs,
	.run = run,
};
