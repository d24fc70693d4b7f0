#include "actions/casework/restate_register.h"
#include "actions/field/import_consignees.h"
#include "actions/reports/consignee_list.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "inventory/lot.h"
#include "store/consignees.h"

static const struct option_spec import_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec list_specs[] = {
	SESSION_STORE_OPTION,
	{ "device", OPTION_VALUE, NULL },
	{ "release", OPTION_VALUE, NULL },
	{ "casefile", OPTION_NUMBER, NULL },
	{ "without-personal-data", OPTION_FLAG, NULL },
	{ "format", OPTION_VALUE, "table|json|csv" },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec show_specs[] = {
	SESSION_STORE_OPTION,
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static void say_counts(struct app *app, const char *what, const struct import_counts *c)
{
	print_line(
	    app->out, "%s: %zu new, %zu changed, %zu unchanged", what, c->added, c->changed, c->unchanged);
}

static bool import(struct app *app, const struct options *o, struct err *e)
{
	struct consignee_import done;
	SCOPED_DB *db = NULL;
	const char *path;

	if (!options_words(o, 1, 1, "one file", e))
		return false;
	options_values(o, NULL, &path, 1);
	if (!session_open(o, DB_CHANGE, &db, e) || !restate_consignees(db, path, session_by(o), &done, e))
		return false;
	say_counts(app, "consignees", &done.consignees);
	say_counts(app, "shipments", &done.shipments);
	return true;
}

static int run_import(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, import_specs, import);
}

const struct command command_consignee_import = {
	.name = "consignee import",
	.synopsis = "FILE.csv",
	.summary = "read where devices went: who received how many of which release, lot and serial number",
	.help =
	    "Columns, found by their names in the header: account (needed: your own number of the "
	    "consignee), kind,\n"
	    "name, role, contact, address, city, region, postal_code, country, telephone, email; and for a "
	    "shipment device,\n"
	    "release, shipment (your own number of it), lot, serial or serial_from and serial_to, "
	    "shipped_on, quantity,\n"
	    "returned. Importing a list again updates, and never counts anything twice; a list with an "
	    "error changes nothing.\n",
	.options = import_specs,
	.run = run_import,
};

/* "3.2.0: 12, not known: 4": the units by release, in the order they come. */
static struct str releases_cell(const struct consignee_holdings *c, bool devices, struct arena *arena)
{
	SCOPED_BUF out = buf_new(4096);

	for (size_t i = 0; i < c->count; i++) {
		const struct holding *h = &c->items[i];
		int64_t units = 0;
		bool first = true;

		for (size_t k = 0; k < c->count; k++) {
			if (!str_eq(c->items[k].release, h->release) ||
			    !str_eq(c->items[k].device, h->device))
				continue;
			first = first && k >= i;
			units += c->items[k].shipment.quantity - c->items[k].shipment.returned;
		}
		if (!first || units == 0)
			continue;
		buf_printf(&out, "%s", out.len ? ", " : "");
		if (devices)
			buf_printf(&out, STR_FMT " ", STR_ARG(h->device));
		buf_printf(&out, STR_FMT ": %lld",
		    STR_ARG(h->release.len ? h->release : STR("release not known")), (long long)units);
	}
	return arena_copy(arena, buf_str(&out));
}

static void print_listing(struct app *app, const struct consignee_listing *l, bool devices)
{
	static const struct print_column columns[] = { { "account", false }, { "name", false },
		{ "country", false }, { "units", true }, { "of them by release", false }, { "state", false },
		{ NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	SCOPED_ARENA arena = { 0 };

	for (size_t i = 0; i < l->report.count; i++) {
		const struct consignee_holdings *c = &l->report.consignees[i];

		print_cell(t, c->consignee.account);
		print_cell(t, c->consignee.name);
		print_cell(t, c->consignee.country);
		print_cell_int(t, c->units);
		print_cell(t, releases_cell(c, devices, &arena));
		print_cell(t, str_of(holding_state_name(c->state)));
	}
	print_table_write(t, app->out);
}

/* For a casefile: which releases those listed hold, and which were left out. */
static void say_releases(struct app *app, const struct consignee_listing *l)
{
	static const char *const words[] = { [RELEASE_NOT_AFFECTED] = "not affected, left out",
		[RELEASE_NOT_TOLD] = "not known whether affected, listed",
		[RELEASE_AFFECTED] = "affected" };

	if (l->not_affected_why.len) {
		print_line(app->err, "aftercare: nobody is listed: " STR_FMT, STR_ARG(l->not_affected_why));
		return;
	}
	for (size_t i = 0; i < l->release_count; i++)
		print_line(app->err, "aftercare: release " STR_FMT ": %s (" STR_FMT ")",
		    STR_ARG(l->releases[i].release.version), words[l->releases[i].bearing],
		    STR_ARG(l->releases[i].why));
}

static void say_sum(struct app *app, const struct consignee_report *r, bool by_casefile)
{
	size_t foreign = 0, not_told = 0, without_country = 0;

	for (size_t i = 0; i < r->count; i++) {
		const struct consignee *c = &r->consignees[i].consignee;

		without_country += c->country.len == 0;
		foreign += c->country.len && !consignee_is_domestic(c);
		not_told += r->consignees[i].state == HOLDING_NOT_TOLD;
	}
	print_line(app->err, "aftercare: %zu consignee%s, %lld units; %zu foreign", r->count,
	    r->count == 1 ? "" : "s", (long long)r->units, foreign);
	if (without_country)
		print_line(app->err, "aftercare: of %zu no country is known", without_country);
	if (not_told)
		print_line(app->err, "aftercare: of %zu it is not known %s", not_told,
		    by_casefile ? "that what they have is affected" : "that they have this release");
}

static bool read_query(const struct options *o, struct consignee_query *q, struct err *e)
{
	*q = (struct consignee_query){ .device = options_text(o, "device"),
		.release = options_text(o, "release"),
		.now = session_by(o).at };
	if (!options_words(o, 0, 0, "nothing", e) ||
	    !options_number(o, "casefile", 1, INT64_MAX, &q->casefile, e))
		return false;
	if (q->casefile && q->device.len)
		return err_fail(e, ERR_USAGE, "--casefile has its device: --device is not given beside it");
	return !q->release.len || q->device.len ||
	       err_fail(e, ERR_USAGE, "--release needs the --device that it is of");
}

static void write_report(struct app *app, const struct consignee_report *r, bool personal)
{
	struct json_out *w = json_out_file(app->out, true);

	consignee_report_json(r, personal, w);
	json_out_close(w);
}

static bool list(struct app *app, const struct options *o, struct err *e)
{
	bool personal = !options_has(o, "without-personal-data");
	struct str format = options_text(o, "format");
	struct consignee_listing l;
	struct consignee_query q;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;

	if (!read_query(o, &q, e) || !session_open(o, DB_READ, &db, e) ||
	    !consignee_listing(db, &q, &arena, &l, e))
		return false;
	if (str_eq(format, STR("json")))
		write_report(app, &l.report, personal);
	else if (str_eq(format, STR("csv")) && !consignee_report_csv(&l.report, personal, app->out))
		return err_fail(e, ERR_IO, "the list could not be written");
	else if (!str_eq(format, STR("csv")))
		print_listing(app, &l, !q.device.len && !q.casefile);
	fflush(app->out);
	if (q.casefile)
		say_releases(app, &l);
	say_sum(app, &l.report, q.casefile != 0);
	return true;
}

static int run_list(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, list_specs, list);
}

const struct command command_consignee_list = {
	.name = "consignee list",
	.synopsis = "[--device NAME [--release VERSION] | --casefile N] [--without-personal-data]\n"
		    "       [--format table|json|csv]",
	.summary = "who received devices; with a casefile, whom its communication must reach",
	.help = "--casefile: those who have units of a release that is affected by the casefile's "
		"vulnerability, or of which\n"
		"that is not known; your own decision that a release is not affected takes it out, a "
		"supplier's does not.\n"
		"The CSV is read by consignee import. It names the columns that are personal data, as the "
		"JSON does.\n",
	.options = list_specs,
	.run = run_list,
};

static void print_field(struct app *app, const char *name, struct str text)
{
	SCOPED_ARENA arena = { 0 };

	if (text.len)
		print_line(app->out, "%-12s %s", name, arena_text(&arena, text));
}

static void print_shipments(struct app *app, const struct consignee_holdings *c)
{
	static const struct print_column columns[] = { { "shipped on", false }, { "device", false },
		{ "release", false }, { "lot", false }, { "serial numbers", false }, { "quantity", true },
		{ "returned", true }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	SCOPED_ARENA arena = { 0 };
	char day[DATE_TEXT_SIZE];

	for (size_t i = 0; i < c->count; i++) {
		const struct shipment *s = &c->items[i].shipment;
		print_cell(
		    t, date_is_known(s->shipped_on) ? str_of(date_write(s->shipped_on, day)) : STR("-"));
		print_cell(t, c->items[i].device);
		print_cell(t, c->items[i].release.len ? c->items[i].release : STR("-"));
		print_cell(t, s->lot);
		print_cell(t, serial_range_text(s->serial_from, s->serial_to, &arena));
		print_cell_int(t, s->quantity);
		print_cell_int(t, s->returned);
	}
	print_table_write(t, app->out);
}

static bool show(struct app *app, const struct options *o, struct err *e)
{
	struct consignee_report report = { 0 };
	struct consignee_holdings c;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	const char *account;

	if (!options_words(o, 1, 1, "the consignee's account", e))
		return false;
	options_values(o, NULL, &account, 1);
	if (!session_open(o, DB_READ, &db, e) || !consignee_holdings(db, str_of(account), &arena, &c, e))
		return false;
	report = (struct consignee_report){ &c, 1, c.units };
	if (session_wants_json(o)) {
		write_report(app, &report, true);
		return true;
	}
	print_field(app, "account", c.consignee.account);
	for (const struct consignee_field *f = consignee_fields; f->name; f++)
		print_field(app, f->name, consignee_text(&c.consignee, f));
	print_shipments(app, &c);
	return true;
}

static int run_show(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, show_specs, show);
}

const struct command command_consignee_show = {
	.name = "consignee show",
	.synopsis = "ACCOUNT [--format table|json]",
	.summary = "a consignee and all shipments to it",
	.options = show_specs,
	.run = run_show,
};
