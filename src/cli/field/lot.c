#include "actions/field/device_view_json.h"
#include "actions/field/import_lots.h"
#include "actions/field/register_lot.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "limits.h"

#define LOT_OPTIONS                                                                                          \
	{ "release", OPTION_VALUE, NULL }, { "model-number", OPTION_VALUE, NULL },                           \
	    { "manufactured-on", OPTION_DATE, NULL }, { "expires-on", OPTION_DATE, NULL },                   \
	{                                                                                                    \
		"quantity", OPTION_NUMBER, NULL                                                              \
	}

static const struct option_spec add_specs[] = {
	SESSION_CHANGE_OPTIONS,
	LOT_OPTIONS,
	{ "device", OPTION_VALUE, NULL },
	{ "lot", OPTION_VALUE, NULL },
	{ "serial-from", OPTION_VALUE, NULL },
	{ "serial-to", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec set_specs[] = {
	SESSION_CHANGE_OPTIONS,
	LOT_OPTIONS,
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec list_specs[] = {
	SESSION_STORE_OPTION,
	{ "device", OPTION_VALUE, NULL },
	{ "release", OPTION_VALUE, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static bool add(struct app *app, const struct options *o, struct err *e)
{
	static const char *const needed[] = { "device", "release", NULL };
	struct lot l = { .lot = str_trim(options_text(o, "lot")),
		.serial_from = str_trim(options_text(o, "serial-from")),
		.serial_to = str_trim(options_text(o, "serial-to")),
		.model_number = str_trim(options_text(o, "model-number")),
		.manufactured_on = options_date(o, "manufactured-on"),
		.expires_on = options_date(o, "expires-on"),
		.quantity = -1 };
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct release release;

	if (!options_words(o, 0, 0, "nothing", e) || !options_needed(o, needed, e) ||
	    !options_number(o, "quantity", 0, LIMIT_UNITS, &l.quantity, e) ||
	    !session_open(o, DB_CHANGE, &db, e) ||
	    !release_named(db, options_text(o, "device"), options_text(o, "release"), &arena, &release, e))
		return false;
	l.release_id = release.id;
	if (!register_lot(db, &l, session_by(o), &l.id, e))
		return false;
	print_line(app->out, "lot %lld: of release " STR_FMT, (long long)l.id, STR_ARG(release.version));
	return true;
}

static int run_add(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, add_specs, add);
}

const struct command command_lot_add = {
	.name = "lot add",
	.synopsis =
	    "--device NAME --release VERSION [--lot TEXT] [--serial-from TEXT --serial-to TEXT]\n"
	    "       [--model-number TEXT] [--manufactured-on DATE] [--expires-on DATE] [--quantity N]",
	.summary = "state which units went out with a release",
	.help = "A lot, a range of serial numbers, or both. A shipment that names no release runs the one of "
		"its lot or\n"
		"serial numbers.\n",
	.options = add_specs,
	.run = run_add,
};

static const struct option_spec import_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "device", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool import(struct app *app, const struct options *o, struct err *e)
{
	struct lot_import what = { .device = options_text(o, "device") };
	struct import_counts counts;
	SCOPED_DB *db = NULL;

	if (!options_words(o, 1, 1, "one file", e))
		return false;
	options_values(o, NULL, &what.path, 1);
	if (!session_open(o, DB_CHANGE, &db, e) || !import_lots(db, &what, session_by(o), &counts, e))
		return false;
	print_line(app->out, "lots: %zu new, %zu changed, %zu unchanged", counts.added, counts.changed,
	    counts.unchanged);
	return true;
}

static int run_import(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, import_specs, import);
}

const struct command command_lot_import = {
	.name = "lot import",
	.synopsis = "FILE.csv [--device NAME]",
	.summary = "read which units went out with which release",
	.help = "Columns, found by their names in the header: release (needed), device (or --device), lot, "
		"serial or\n"
		"serial_from and serial_to, model_number, manufactured_on, expires_on, quantity. Importing a "
		"list again\n"
		"updates; a list with an error changes nothing.\n",
	.options = import_specs,
	.run = run_import,
};

static bool set(struct app *app, const struct options *o, struct err *e)
{
	struct lot_change c = { .release = options_text(o, "release"),
		.model_number = str_trim(options_text(o, "model-number")),
		.manufactured_on = options_date(o, "manufactured-on"),
		.expires_on = options_date(o, "expires-on"),
		.quantity = -1 };
	SCOPED_DB *db = NULL;

	if (!options_words(o, 1, 1, "the lot's number, which lot list shows", e) ||
	    !options_word_number(o, "lot number", &c.id, e) ||
	    !options_number(o, "quantity", 0, LIMIT_UNITS, &c.quantity, e) ||
	    !session_open(o, DB_CHANGE, &db, e) || !restate_lot(db, &c, session_by(o), e))
		return false;
	print_line(app->out, "lot %lld: changed", (long long)c.id);
	return true;
}

static int run_set(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, set_specs, set);
}

const struct command command_lot_set = {
	.name = "lot set",
	.synopsis =
	    "NUMBER [--release VERSION] [--model-number TEXT] [--manufactured-on DATE] [--expires-on DATE]\n"
	    "       [--quantity N]",
	.summary = "units run another release, or were stated wrongly",
	.options = set_specs,
	.run = run_set,
};

static void put_day(struct print_table *t, struct date d)
{
	char text[DATE_TEXT_SIZE];

	print_cell(t, date_is_known(d) ? str_of(date_write(d, text)) : STR("-"));
}

static void print_lots(struct app *app, const struct lot_row *rows, size_t count)
{
	static const struct print_column columns[] = { { "number", true }, { "release", false },
		{ "lot", false }, { "serial numbers", false }, { "model", false },
		{ "manufactured on", false }, { "expires on", false }, { "units", true }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	SCOPED_ARENA arena = { 0 };

	for (size_t i = 0; i < count; i++) {
		const struct lot *lot = &rows[i].lot;

		print_cell_int(t, lot->id);
		print_cell(t, rows[i].release);
		print_cell(t, lot->lot);
		print_cell(t, serial_range_text(lot->serial_from, lot->serial_to, &arena));
		print_cell(t, lot->model_number);
		put_day(t, lot->manufactured_on);
		put_day(t, lot->expires_on);
		if (lot->quantity >= 0)
			print_cell_int(t, lot->quantity);
		else
			print_cell(t, STR("-"));
	}
	print_table_write(t, app->out);
}

static void write_lots(struct app *app, const struct lot_row *rows, size_t count)
{
	struct json_out *w = json_out_file(app->out, true);

	lot_listing_json(w, rows, count);
	json_out_close(w);
}

static bool list(struct app *app, const struct options *o, struct err *e)
{
	static const char *const needed[] = { "device", NULL };
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct lot_row *rows;
	size_t count;

	if (!options_words(o, 0, 0, "nothing", e) || !options_needed(o, needed, e) ||
	    !session_open(o, DB_READ, &db, e) ||
	    !lot_listing(db, options_text(o, "device"), options_text(o, "release"), &arena, &rows, &count, e))
		return false;
	(session_wants_json(o) ? write_lots : print_lots)(app, rows, count);
	return true;
}

static int run_list(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, list_specs, list);
}

const struct command command_lot_list = {
	.name = "lot list",
	.synopsis = "--device NAME [--release VERSION] [--format table|json]",
	.summary = "which units went out with which release",
	.options = list_specs,
	.run = run_list,
};
