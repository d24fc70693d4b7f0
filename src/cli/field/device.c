#include "actions/casework/restate_device.h"
#include "actions/field/device_view_json.h"
#include "actions/field/register_device.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/field/device_options.h"
#include "cli/print.h"
#include "cli/session.h"
#include "sources/product_codes.h"

static const struct option_spec read_specs[] = {
	SESSION_STORE_OPTION,
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

/* What a command that states something of a device has beside the fields of one. */
static const struct option_spec add_own[] = {
	SESSION_CHANGE_OPTIONS,
	{ "product-codes", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};
static const struct option_spec set_own[] = {
	SESSION_CHANGE_OPTIONS,
	{ "product-codes", OPTION_VALUE, NULL },
	{ "name", OPTION_VALUE, NULL },
	{ "add", OPTION_FLAG, NULL },
	{ "clear", OPTION_MANY, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

/* of: the command's last word. */
static const struct option_spec *stating_options(const char *of, struct arena *arena)
{
	struct option_spec *specs = arena_alloc(arena, DEVICE_OPTIONS_MOST, sizeof(*specs));
	const struct option_spec *own = strcmp(of, "set") == 0 ? set_own : add_own;
	size_t count = 0;

	for (; own[count].name; count++)
		specs[count] = own[count];
	device_option_specs(specs, count, arena);
	return specs;
}

static bool one_name(const struct options *o, struct str *out, struct err *e)
{
	const char *name;

	if (!options_words(o, 1, 1, "the device's name", e))
		return false;
	options_values(o, NULL, &name, 1);
	*out = str_of(name);
	return true;
}

/* What FDA calls the product code, where the user has the table and it is not stated. */
static bool name_classification(
    const struct options *o, struct device_profile *p, struct arena *arena, struct err *e)
{
	const struct device_numbers *codes = &p->lists[DEVICE_PRODUCT_CODE];
	const char *path = options_value(o, "product-codes");
	SCOPED_INPUT *in = NULL;

	if (!path || codes->count == 0 || p->device.classification_name.len)
		return true;
	return input_open_file(path, &in, e) &&
	       product_codes_find(in, codes->items[0], arena, &p->device.classification_name, e);
}

static bool add(struct app *app, const struct options *o, struct err *e)
{
	/* what is registered is on the market, unless it is said not to be */
	struct device_profile p = { .device.marketed = STR("yes") };
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	int64_t id;

	if (!one_name(o, &p.device.name, e) || !device_options_read(o, false, &p, &arena, e) ||
	    !name_classification(o, &p, &arena, e) || !session_open(o, DB_WRITE, &db, e) ||
	    !register_device(db, &p, session_by(o), &id, e))
		return false;
	print_line(app->out, "device %lld: " STR_FMT, (long long)id, STR_ARG(p.device.name));
	return true;
}

static int run_add(struct app *app, int argc, char **argv)
{
	SCOPED_ARENA arena = { 0 };

	return command_with(app, argc, argv, stating_options("add", &arena), add);
}

#define STATED                                                                                               \
	"What may be stated, of a list several times:\n"                                                     \
	"  what it is:      --common-name --classification-name --intended-use TEXT, --class I|II|III,\n"    \
	"                   --product-code ABC ..., --regulation-number 880.5725, --model-number N ...,\n"   \
	"                   --catalog-number N ..., --udi-di DI ... (the check digit must hold)\n"           \
	"  its marketing:   --pathway 510k|pma|pdp|denovo|hde|exempt|preamendment|bla|nda, --approved-on "   \
	"DATE,\n"                                                                                            \
	"                   --marketing-number K123456|DEN123456|P123456[/S001]|H123456|preamendments "      \
	"...,\n"                                                                                             \
	"                   --listing-number D123456 ..., --marketed yes|no, --investigational yes|no\n"     \
	"  its rules:       --cyber-device --combination-product --constituent-part-applicant yes|no,\n"     \
	"                   --periodic-report yes|no, --periodic-report-on DATE, "                           \
	"--periodic-interval-months N\n"                                                                     \
	"  its life:        --support supported|limited|end_of_support, --end-of-support-on DATE,\n"         \
	"                   --end-of-support-communicated yes|no, --end-of-support-communicated-on DATE,\n"  \
	"                   --expected-life-years N, --last-distributed-on DATE\n"                           \
	"  its maker, where another firm reports: --manufacturer-name --manufacturer-address\n"              \
	"                   --manufacturer-telephone --manufacturer-contact TEXT, --manufacturer-number N\n" \
	"--product-codes FILE: FDA's table, product_code and name with tabs between them; it gives the "     \
	"classification\n"                                                                                   \
	"name of the first product code, where none is stated.\n"

const struct command command_device_add = {
	.name = "device add",
	.synopsis = "NAME [--common-name TEXT] [--class I|II|III] [--pathway 510k|pma|...] [--udi-di DI]... "
		    "[...]",
	.summary = "register a marketed product",
	.help = STATED "What is not stated stays unknown; a determination that needs it says so.\n",
	.options_made = stating_options,
	.options_of = "add",
	.run = run_add,
};

/* What "device set" was told. */
struct setting {
	const struct options *o;
};

static bool alter(void *ctx, struct device_profile *p, struct arena *arena, struct err *e)
{
	const struct options *o = ((const struct setting *)ctx)->o;
	int count = options_values(o, "clear", NULL, 0);
	const char **names = arena_alloc(arena, (size_t)count + 1, sizeof(*names));

	options_values(o, "clear", names, count);
	for (int i = 0; i < count; i++)
		if (!device_options_clear(str_of(names[i]), p, e))
			return false;
	if (options_has(o, "name"))
		p->device.name = arena_copy(arena, options_text(o, "name"));
	return device_options_read(o, options_has(o, "add"), p, arena, e) &&
	       name_classification(o, p, arena, e);
}

static bool set(struct app *app, const struct options *o, struct err *e)
{
	struct setting setting = { o };
	SCOPED_DB *db = NULL;
	struct str name;
	size_t altered;

	if (!one_name(o, &name, e) || !session_open(o, DB_CHANGE, &db, e) ||
	    !restate_device(db, name, (struct device_change){ &setting, alter }, session_by(o), &altered, e))
		return false;
	if (altered == 0)
		print_line(app->out, STR_FMT ": nothing is different", STR_ARG(name));
	else
		print_line(app->out, STR_FMT ": %zu changed", STR_ARG(name), altered);
	return true;
}

static int run_set(struct app *app, int argc, char **argv)
{
	SCOPED_ARENA arena = { 0 };

	return command_with(app, argc, argv, stating_options("set", &arena), set);
}

const struct command command_device_set = {
	.name = "device set",
	.synopsis =
	    "NAME [--name NEW] [--add] [--clear OPTION]... [--support WORD] [--marketing-number TEXT]... "
	    "[...]",
	.summary = "state of a product what has changed; the trail keeps what stood before",
	.help = "A value stands in the place of the one before, those of a list in the place of all; with "
		"--add they are\n"
		"added to the list. --clear intended-use: it is not stated any more.\n\n" STATED,
	.options_made = stating_options,
	.options_of = "set",
	.run = run_set,
};

static void print_fact(struct app *app, const char *name, struct str text)
{
	SCOPED_ARENA arena = { 0 };
	char *words = arena_text(&arena, str_of(name));

	for (char *c = words; *c; c++)
		if (*c == '_')
			*c = ' ';
	print_line(app->out, "%-31s %s", words, arena_text(&arena, text));
}

static void print_profile(struct app *app, const struct device_view *d)
{
	const struct device_profile *p = &d->profile;

	print_fact(app, "name", p->device.name);
	for (const struct device_field *f = device_fields; f->name; f++)
		if (device_field_text(&p->device, f).len)
			print_fact(app, f->name, device_field_text(&p->device, f));
	for (enum device_list list = 0; list < DEVICE_LIST_COUNT; list++)
		for (size_t i = 0; i < p->lists[list].count; i++)
			print_fact(app, device_list_name(list), p->lists[list].items[i]);
}

static void print_shown(struct app *app, const struct device_view *d)
{
	char number[NUMBER_TEXT_SIZE];

	print_profile(app, d);
	for (size_t i = 0; i < d->release_count; i++)
		print_fact(app, "release", d->releases[i].version);
	print_fact(app, "consignees", number_write(d->shipped.consignees, number));
	print_fact(app, "units shipped", number_write(d->shipped.units, number));
	if (d->shipped.returned)
		print_fact(app, "of them returned", number_write(d->shipped.returned, number));
}

static void write_shown(struct app *app, const struct device_view *d)
{
	struct json_out *w = json_out_file(app->out, true);

	device_view_json(w, d);
	json_out_close(w);
}

static bool show(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct str name;
	struct device_view d;

	if (!one_name(o, &name, e) || !session_open(o, DB_READ, &db, e) ||
	    !device_view(db, name, &arena, &d, e))
		return false;
	(session_wants_json(o) ? write_shown : print_shown)(app, &d);
	return true;
}

static int run_show(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, read_specs, show);
}

const struct command command_device_show = {
	.name = "device show",
	.synopsis = "NAME [--format table|json]",
	.summary = "all that is stated of a product, its releases and how far it went",
	.options = read_specs,
	.run = run_show,
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

static void write_devices(struct app *app, const struct device *devices, size_t count)
{
	struct json_out *w = json_out_file(app->out, true);

	device_list_json(w, devices, count);
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
	.options = read_specs,
	.run = run_list,
};
