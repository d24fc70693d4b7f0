#include "actions/field/register.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "formats/json_write.h"
#include "limits.h"
#include "store/devices.h"
#include "store/lots.h"

static const struct option_spec add_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "device", OPTION_VALUE, NULL },
	{ "units", OPTION_NUMBER, NULL },
	{ "released-on", OPTION_DATE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec list_specs[] = {
	SESSION_STORE_OPTION,
	{ "device", OPTION_VALUE, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static bool named_device(
    struct db *db, const struct options *o, struct arena *arena, struct device *out, struct err *e)
{
	static const char *const needed[] = { "device", NULL };

	return options_needed(o, needed, e) && device_get(db, options_text(o, "device"), arena, out, e);
}

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

	if (!read_release(o, &r, e) || !session_open(o, DB_CHANGE, &db, e) ||
	    !named_device(db, o, &arena, &d, e))
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
	.run = run_add,
};

/* The releases of a device, and how many units are known to run each. */
struct listed {
	const struct release *releases;
	const struct release_units *units;
	size_t count;
};

static void put_units(struct print_table *t, int64_t units)
{
	if (units >= 0)
		print_cell_int(t, units);
	else
		print_cell(t, STR("-"));
}

static void print_releases(struct app *app, const struct listed *l)
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

static void units_field(struct json_out *w, const char *key, int64_t units)
{
	if (units >= 0)
		json_field_int(w, key, units);
	else
		json_field_null(w, key);
}

static void write_releases(struct app *app, const struct listed *l)
{
	struct json_out *w = json_out_file(app->out, true);
	const struct release *releases = l->releases;
	char date[DATE_TEXT_SIZE];

	json_open_array(w);
	for (size_t i = 0; i < l->count; i++) {
		json_open_object(w);
		json_field_int(w, "id", releases[i].id);
		json_field_text(w, "version", releases[i].version);
		units_field(w, "units", releases[i].units);
		units_field(w, "units_in_lots", l->units[i].in_lots);
		units_field(w, "units_held", l->units[i].held);
		json_field_text_or_null(w, "released_on",
		    date_is_known(releases[i].released_on) ? str_of(date_write(releases[i].released_on, date))
							   : STR_NONE);
		json_field_bool(w, "sbom", releases[i].list_id != 0);
		json_close_object(w);
	}
	json_close_array(w);
	json_out_close(w);
}

static bool list(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct release_units *units;
	struct release *releases;
	struct device d;
	size_t count;

	if (!options_words(o, 0, 0, "nothing", e) || !session_open(o, DB_READ, &db, e) ||
	    !named_device(db, o, &arena, &d, e) || !release_list(db, d.id, &arena, &releases, &count, e) ||
	    !release_units(db, releases, count, &arena, &units, e))
		return false;
	(session_wants_json(o) ? write_releases : print_releases)(
	    app, &(struct listed){ releases, units, count });
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
	.run = run_list,
};
