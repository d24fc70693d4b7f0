#include "actions/duties/due_calendar.h"
#include "actions/duties/due_json.h"

#include "actions/clock.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "reports/casefile_words.h"

static const struct option_spec specs[] = {
	SESSION_STORE_OPTION,
	{ "within", OPTION_VALUE, NULL },
	{ "undated", OPTION_FLAG, NULL },
	{ "kept", OPTION_FLAG, NULL },
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

static void print_day(struct print_table *t, struct date day)
{
	char text[DATE_TEXT_SIZE];

	print_cell(t, date_is_known(day) ? str_of(date_write(day, text)) : STR("-"));
}

static void print_whose(struct print_table *t, const struct due_row *row)
{
	char whose[32];

	if (row->signal)
		snprintf(whose, sizeof(whose), "signal %lld", (long long)row->signal);
	else
		snprintf(whose, sizeof(whose), "%lld", (long long)row->casefile.id);
	print_cell(t, str_of(whose));
	print_cell(t, row->vulnerability.len ? row->vulnerability : STR("-"));
	print_cell(t, row->device.len ? row->device : STR("-"));
}

static void print_rows(struct app *app, const struct due_row *rows, size_t count)
{
	static const struct print_column columns[] = { { "due", false }, { "state", false },
		{ "what", false }, { "to", false }, { "casefile", true }, { "vulnerability", false },
		{ "device", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);

	for (size_t i = 0; i < count; i++) {
		const struct obligation *o = &rows[i].obligation;

		print_day(t, o->due);
		print_cell(t, str_of(obligation_state_word(o->state)));
		print_cell(t, str_of(obligation_kind_word(o->kind)));
		print_cell(t, str_of(obligation_to(o->kind)));
		print_whose(t, &rows[i]);
	}
	print_table_write(t, app->out);
}

static void print_kept(struct app *app, const struct due_row *rows, size_t count)
{
	static const struct print_column columns[] = { { "kept until", false }, { "what", false },
		{ "casefile", true }, { "vulnerability", false }, { "device", false }, { "how long", false },
		{ "basis", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);

	for (size_t i = 0; i < count; i++) {
		const struct obligation *o = &rows[i].obligation;

		print_day(t, o->until);
		print_cell(t, str_of(obligation_kind_word(o->kind)));
		print_whose(t, &rows[i]);
		print_cell(t, str_of(words_besides(o)));
		print_cell(t, str_of(obligation_cites(o)));
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

static bool read_asked(const struct options *o, struct due_asked *asked, struct err *e)
{
	*asked = (struct due_asked){ .undated = options_has(o, "undated"), .kept = options_has(o, "kept") };
	if (asked->undated && asked->kept)
		return err_fail(e, ERR_USAGE, "--undated and --kept are two lists: ask for one");
	if ((asked->undated || asked->kept) && str_eq(options_text(o, "format"), STR("ics")))
		return err_fail(e, ERR_USAGE, "a calendar is of what is due on a day, not of what is %s",
		    asked->kept ? "kept" : "undated");
	return last_day(o, options_date(o, "today"), &asked->until, e);
}

/* What the table does not show: the day that holds where FDA's discretion lapses, and what has no day. */
static void print_beside(struct app *app, const struct due_found *found)
{
	char day[DATE_TEXT_SIZE];

	for (size_t i = 0; i < found->lapse_count; i++)
		fprintf(app->out, "casefile %lld: if a condition fails, the 806 report is due by %s%s\n",
		    (long long)found->lapses[i].casefile, date_write(found->lapses[i].on, day),
		    found->lapses[i].over ? ", which has passed: at once" : "");
	if (found->undated)
		fprintf(app->out, "%zu owed without a day: aftercare due --undated\n", found->undated);
}

static void print_found(struct app *app, const struct due_found *found, const struct due_asked *asked)
{
	if (found->count && asked->kept)
		print_kept(app, found->rows, found->count);
	else if (found->count)
		print_rows(app, found->rows, found->count);
	else
		fputs(asked->kept ? "nothing is to be kept\n" : "nothing is due\n", app->out);
	if (!asked->kept && !asked->undated)
		print_beside(app, found);
}

static bool show(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct date today = options_date(o, "today");
	struct due_asked asked;
	struct due_found found;

	if (!options_words(o, 0, 0, "nothing", e) || !read_asked(o, &asked, e) ||
	    !session_open(o, DB_READ, &db, e) ||
	    !due_list(db, today, instant_now(), asked, &arena, &found, e))
		return false;
	if (session_wants_json(o))
		write_rows(app, found.rows, found.count);
	else if (str_eq(options_text(o, "format"), STR("ics")))
		write_calendar(app, found.rows, found.count, &arena);
	else
		print_found(app, &found, &asked);
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, show);
}

const struct command command_due = {
	.name = "due",
	.synopsis = "[--undated] [--kept] [--within 30d] [--today DATE] [--format table|json|ics]",
	.summary = "what is owed, to whom, by when: soonest first, over all casefiles and signals",
	.help =
	    "Beneath stand the days on which an 806 report is due if FDA's discretion, still provisional, "
	    "is\n"
	    "lost, and how much is owed without a day. --undated lists what is owed without a day instead,\n"
	    "--kept what is to be kept and through which day: of closed casefiles too; with --within what "
	    "may\n"
	    "go within that time. ics is a calendar (RFC 5545): a whole day each, with alarms 7 days and 1 "
	    "day\n"
	    "before; read again it moves what has another day by now.\n",
	.options = specs,
	.run = run,
};
