#include "actions/casework/restate_release.h"
#include "actions/field/device_view_json.h"
#include "actions/field/register.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "limits.h"

static const struct option_spec add_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "device", OPTION_VALUE, NULL },
	{ "units", OPTION_NUMBER, NULL },
	{ "released-on", OPTION_DATE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec set_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "device", OPTION_VALUE, NULL },
	{ "units", OPTION_NUMBER, NULL },
	{ "counted-on", OPTION_DATE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec list_specs[] = {
	SESSION_STORE_OPTION,
	{ "device", OPTION_VALUE, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static const char *const needed[] = { "device", NULL };

static bool read_release(const struct options *o, struct release *r, struct err *e)
{
	const char *version;

	if (!options_words(o, 1, 1, "the release's version", e))
		return false;
	options_values(o, NULL, &version, 1);
	*r = (struct release){
		.version = str_of(version), .units = -1, .released_on = options_date(o, "released-on")
	};
	return options_number(o, "units", 0, LIMIT_UNITS, &r->units, e);
}

static bool add(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct device d;
	struct release r;
	int64_t id;

	if (!read_release(o, &r, e) || !options_needed(o, needed, e) || !session_open(o, DB_CHANGE, &db, e) ||
	    !device_get(db, options_text(o, "device"), &arena, &d, e))
		return false;
	r.device_id = d.id;
	if (!register_release(db, &r, session_by(o), &id, e))
		return false;
	print_line(app->out, "release %lld: " STR_FMT " " STR_FMT, (long long)id, STR_ARG(d.name),
	    STR_ARG(r.version));
	return true;
}

static int run_add(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, add_specs, add);
}

const struct command command_release_add = {
	.name = "release add",
	.synopsis = "VERSION --device NAME [--units N] [--released-on DATE]",
	.summary = "register a software version of a device that is in the field",
	.options = add_specs,
	.run = run_add,
};

static bool set(struct app *app, const struct options *o, struct err *e)
{
	static const char *const all[] = { "device", "units", "counted-on", "why", NULL };
	struct release_count c = { .device = options_text(o, "device"),
		.counted_on = options_date(o, "counted-on") };
	SCOPED_DB *db = NULL;
	const char *version;

	if (!options_words(o, 1, 1, "the release's version", e) || !options_needed(o, all, e) ||
	    !options_number(o, "units", 0, LIMIT_UNITS, &c.units, e))
		return false;
	options_values(o, NULL, &version, 1);
	c.version = str_of(version);
	if (!session_open(o, DB_CHANGE, &db, e) || !restate_release(db, &c, session_by(o), e))
		return false;
	print_line(app->out, "release " STR_FMT ": %lld units", STR_ARG(c.version), (long long)c.units);
	return true;
}

static int run_set(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, set_specs, set);
}

const struct command command_release_set = {
	.name = "release set",
	.synopsis = "VERSION --device NAME --units N --counted-on DATE --why TEXT",
	.summary = "state anew how many units of a release there are",
	.help = "The day of the count and the reason stand in the trail, and so does what moves of what is "
		"owed in\n"
		"casefiles.\n",
	.options = set_specs,
	.run = run_set,
};

static void put_units(struct print_table *t, int64_t units)
{
	if (units >= 0)
		print_cell_int(t, units);
	else
		print_cell(t, STR("-"));
}

static void print_releases(struct app *app, const struct release_listing *l)
{
	static const struct print_column columns[] = { { "release", false }, { "units", true },
		{ "in lots", true }, { "held", true }, { "released on", false }, { "SBOM", false },
		{ NULL, false } };
	const struct release *releases = l->releases;
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	char date[DATE_TEXT_SIZE];

	for (size_t i = 0; i < l->count; i++) {
		print_cell(t, releases[i].version);
		put_units(t, releases[i].units);
		put_units(t, l->units[i].in_lots);
		put_units(t, l->units[i].held);
		print_cell(t, date_is_known(releases[i].released_on)
				  ? str_of(date_write(releases[i].released_on, date))
				  : STR("-"));
		print_cell(t, releases[i].list_id ? STR("yes") : STR("none"));
	}
	print_table_write(t, app->out);
}

static void write_releases(struct app *app, const struct release_listing *l)
{
	struct json_out *w = json_out_file(app->out, true);

	release_listing_json(w, l);
	json_out_close(w);
}

static bool list(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct release_listing l;
	SCOPED_DB *db = NULL;

	if (!options_words(o, 0, 0, "nothing", e) || !options_needed(o, needed, e) ||
	    !session_open(o, DB_READ, &db, e) ||
	    !release_listing(db, options_text(o, "device"), &arena, &l, e))
		return false;
	(session_wants_json(o) ? write_releases : print_releases)(app, &l);
	return true;
}

static int run_list(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, list_specs, list);
}

const struct command command_release_list = {
	.name = "release list",
	.synopsis = "--device NAME [--format table|json]",
	.summary = "the releases of a device",
	.help = "units: as stated; in lots: the sum of its lots; held: sent and not returned, by shipments "
		"that name the\n"
		"release.\n",
	.options = list_specs,
	.run = run_list,
};
