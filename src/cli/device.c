#include "actions/register.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "formats/json_write.h"
#include "store/devices.h"

static const struct option_spec add_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "common-name", OPTION_VALUE, NULL },
	{ "class", OPTION_VALUE, "I|II|III" },
	{ "pathway", OPTION_VALUE, "510k|pma|pdp|denovo|hde|exempt|preamendment|bla|nda" },
	{ "product-code", OPTION_VALUE, NULL },
	{ "udi-di", OPTION_VALUE, NULL },
	{ "support", OPTION_VALUE, "supported|limited|end_of_support" },
	{ "cyber-device", OPTION_VALUE, "yes|no" },
	{ "combination-product", OPTION_VALUE, "yes|no" },
	{ "approved-on", OPTION_DATE, NULL },
	{ "periodic-report", OPTION_VALUE, "yes|no" },
	{ "expected-life-years", OPTION_NUMBER, NULL },
	{ "last-distributed-on", OPTION_DATE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec read_specs[] = {
	SESSION_STORE_OPTION,
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

/* The device's part of a facts document: what is stated, and nothing else. */
static bool write_facts(const struct options *o, struct buf *out, struct err *e)
{
	static const char *const answers[][2] = { { "cyber-device", "cyber_device" },
		{ "combination-product", "combination_product" }, { "periodic-report", "periodic_report" } };
	static const char *const texts[][2] = { { "pathway", "pathway" }, { "class", "class" },
		{ "support", "support" }, { "approved-on", "approved_on" },
		{ "last-distributed-on", "last_distributed_on" } };
	struct json_out *w = json_out_buf(out, false);
	int64_t life = 0;
	bool good = options_number(o, "expected-life-years", 0, 200, &life, e);

	json_open_object(w);
	json_field_bool(w, "marketed", true);
	for (size_t i = 0; i < COUNT(texts); i++)
		if (options_has(o, texts[i][0]))
			json_field_text(w, texts[i][1], options_text(o, texts[i][0]));
	for (size_t i = 0; i < COUNT(answers); i++)
		if (options_has(o, answers[i][0]))
			json_field_bool(w, answers[i][1], str_eq(options_text(o, answers[i][0]), STR("yes")));
	if (options_has(o, "expected-life-years"))
		json_field_int(w, "expected_life_years", life);
	json_close_object(w);
	json_out_close(w);
	return good;
}

static bool add(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_BUF facts = buf_new(4096);
	SCOPED_DB *db = NULL;
	struct device d;
	const char *name;
	int64_t id;

	if (!options_words(o, 1, 1, "the device's name", e) || !write_facts(o, &facts, e))
		return false;
	options_values(o, NULL, &name, 1);
	d = (struct device){ .name = str_of(name),
		.common_name = options_text(o, "common-name"),
		.device_class = options_text(o, "class"),
		.pathway = options_text(o, "pathway"),
		.product_code = options_text(o, "product-code"),
		.udi_di = options_text(o, "udi-di"),
		.support = options_text(o, "support"),
		.facts = buf_str(&facts) };
	if (!session_open(o, DB_WRITE, &db, e) || !register_device(db, &d, session_by(o), &id, e))
		return false;
	fprintf(app->out, "device %lld: %s\n", (long long)id, name);
	return true;
}

static int run_add(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, add_specs, add);
}

const struct command command_device_add = {
	.name = "device add",
	.synopsis =
	    "NAME [--common-name TEXT] [--class I|II|III] [--pathway 510k|pma|...] [--udi-di DI]\n"
	    "       [--product-code XYZ] [--support supported|limited|end_of_support]\n"
	    "       [--cyber-device yes|no] [--combination-product yes|no] [--approved-on DATE]\n"
	    "       [--periodic-report yes|no] [--expected-life-years N] [--last-distributed-on DATE]",
	.summary = "register a marketed product",
	.help = "What is not stated stays unknown; a determination that needs it says so.\n",
	.run = run_add,
};

static void print_devices(struct app *app, const struct device *devices, size_t count)
{
	static const struct print_column columns[] = { { "device", false }, { "common name", false },
		{ "class", false }, { "pathway", false }, { "UDI-DI", false }, { "support", false },
		{ NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);

	for (size_t i = 0; i < count; i++) {
		print_cell(t, devices[i].name);
		print_cell(t, devices[i].common_name);
		print_cell(t, devices[i].device_class);
		print_cell(t, devices[i].pathway);
		print_cell(t, devices[i].udi_di);
		print_cell(t, devices[i].support);
	}
	print_table_write(t, app->out);
}

static void optional_field(struct json_out *w, const char *key, struct str text)
{
	json_field_text_or_null(w, key, text.len ? text : STR_NONE);
}

static void write_devices(struct app *app, const struct device *devices, size_t count)
{
	struct json_out *w = json_out_file(app->out, true);

	json_open_array(w);
	for (size_t i = 0; i < count; i++) {
		json_open_object(w);
		json_field_int(w, "id", devices[i].id);
		json_field_text(w, "name", devices[i].name);
		optional_field(w, "common_name", devices[i].common_name);
		optional_field(w, "class", devices[i].device_class);
		optional_field(w, "pathway", devices[i].pathway);
		optional_field(w, "product_code", devices[i].product_code);
		optional_field(w, "udi_di", devices[i].udi_di);
		optional_field(w, "support", devices[i].support);
		json_close_object(w);
	}
	json_close_array(w);
	json_out_close(w);
}

static bool list(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct device *devices;
	size_t count;

	if (!options_words(o, 0, 0, "nothing", e) || !session_open(o, DB_READ, &db, e) ||
	    !device_list(db, &arena, &devices, &count, e))
		return false;
	(session_wants_json(o) ? write_devices : print_devices)(app, devices, count);
	return true;
}

static int run_list(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, read_specs, list);
}

const struct command command_device_list = {
	.name = "device list",
	.synopsis = "[--format table|json]",
	.summary = "the products registered",
	.run = run_list,
};
