#include "actions/field/import_gudid_json.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"

#define DIS_MOST 1000 /* of one command */

static const struct option_spec specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "di", OPTION_MANY, NULL },
	{ "device", OPTION_VALUE, NULL },
	{ "list", OPTION_FLAG, NULL },
	{ "company", OPTION_VALUE, NULL },
	{ "brand", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool one_path(const struct options *o, const char **path, struct err *e)
{
	if (!options_words(o, 1, 1, "one file of GUDID records", e))
		return false;
	options_values(o, NULL, path, 1);
	return true;
}

static size_t read_dis(const struct options *o, struct str *dis)
{
	const char *words[DIS_MOST];
	int count = options_values(o, "di", words, DIS_MOST);
	size_t taken = count < DIS_MOST ? (size_t)count : DIS_MOST;

	for (size_t i = 0; i < taken; i++)
		dis[i] = str_of(words[i]);
	return taken;
}

struct listing {
	struct app *app;
	struct print_table *table;
	size_t rows;
};

static bool list_device(void *ctx, const struct gudid_device *d, struct err *e)
{
	struct listing *l = ctx;

	(void)e;
	l->rows++;
	print_cell(l->table, d->di);
	print_cell(l->table, d->brand);
	print_cell(l->table, d->model);
	print_cell(l->table, d->company);
	print_cell(l->table, d->product_count ? d->products[0].code : STR("-"));
	print_cell(l->table, d->distribution);
	return true;
}

static void say_bad(void *ctx, const struct err *why)
{
	const struct listing *l = ctx;

	print_line(l->app->err, "aftercare: %s", why->text);
}

static bool list(struct app *app, const struct options *o, struct err *e)
{
	static const struct print_column columns[] = { { "DI", false }, { "brand", false },
		{ "model", false }, { "company", false }, { "product code", false }, { "status", false },
		{ NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	struct listing l = { .app = app, .table = t };
	struct str dis[DIS_MOST];
	struct gudid_filter filter = { .company = options_text(o, "company"),
		.brand = options_text(o, "brand"),
		.dis = dis,
		.di_count = read_dis(o, dis) };
	struct gudid_count count;
	const char *path;

	if (!one_path(o, &path, e) ||
	    !gudid_walk(path, &filter, (struct gudid_sink){ &l, list_device, say_bad }, &count, e))
		return false;
	print_table_write(t, app->out);
	fflush(app->out);
	print_line(app->err, "aftercare: %zu of %zu records", l.rows, count.records);
	if (count.bad)
		print_line(app->err, "aftercare: %zu more could not be read", count.bad);
	return true;
}

static void print_taken(struct app *app, const struct gudid_taken *taken, size_t count)
{
	static const struct print_column columns[] = { { "device", false }, { "what", false },
		{ "key", false }, { "GUDID says", false }, { "stated, or why not", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	size_t differ = 0;

	for (size_t i = 0; i < count; i++) {
		print_cell(t, taken[i].device);
		print_cell(t, str_of(gudid_fate_word(taken[i].fate)));
		print_cell(t, taken[i].key);
		print_cell(t, taken[i].says);
		print_cell(t, taken[i].stands);
		differ += taken[i].fate == GUDID_KEPT || taken[i].fate == GUDID_REFUSED;
	}
	print_table_write(t, app->out);
	fflush(app->out);
	if (count == 0)
		fputs("aftercare: nothing is different\n", app->err);
	else
		print_line(app->err, "aftercare: %zu taken, %zu not", count - differ, differ);
}

static bool import(struct app *app, const struct options *o, struct err *e)
{
	struct str dis[DIS_MOST];
	struct gudid_import what = { .device = options_text(o, "device"), .dis = dis };
	struct gudid_taken *taken;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	size_t count;

	what.di_count = read_dis(o, dis);
	if (!one_path(o, &what.path, e))
		return false;
	if (what.di_count == 0)
		return err_fail(e, ERR_USAGE, "--di says which records; --list shows what the file has");
	if (!session_open(o, DB_WRITE, &db, e) ||
	    !import_gudid(db, &what, session_by(o), &arena, &taken, &count, e))
		return false;
	print_taken(app, taken, count);
	return true;
}

static bool list_or_import(struct app *app, const struct options *o, struct err *e)
{
	return options_has(o, "list") ? list(app, o, e) : import(app, o, e);
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, list_or_import);
}

const struct command command_device_import = {
	.name = "device import",
	.synopsis = "FILE (--di DI... [--device NAME] | --list [--company TEXT] [--brand TEXT] [--di DI]...)",
	.summary = "take what FDA's GUDID says of your devices",
	.help =
	    "FILE: GUDID records as JSON lines or XML, plain or packed. A record is of the device that has "
	    "its DI, else of\n"
	    "the one called as its brand, else of a new one; --device names it. What is not stated is "
	    "filled, lists are\n"
	    "added to, and what is stated otherwise stays and is shown: device set changes it.\n",
	.options = specs,
	.run = run,
};
