#include "actions/field/add_consignee.h"
#include "cli/command.h"
#include "cli/field/device_options.h"
#include "cli/print.h"
#include "cli/session.h"
#include "inventory/consignee.h"

static const struct option_spec specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "name", OPTION_VALUE, NULL },
	{ "kind", OPTION_VALUE, CONSIGNEE_KINDS },
	{ "role", OPTION_VALUE, CONSIGNEE_ROLES },
	{ "contact", OPTION_VALUE, NULL },
	{ "address", OPTION_VALUE, NULL },
	{ "city", OPTION_VALUE, NULL },
	{ "region", OPTION_VALUE, NULL },
	{ "postal-code", OPTION_VALUE, NULL },
	{ "country", OPTION_VALUE, NULL },
	{ "telephone", OPTION_VALUE, NULL },
	{ "email", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool add(struct app *app, const struct options *o, struct err *e)
{
	static const char *const needed[] = { "name", NULL };
	struct consignee_row row = { 0 };
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	const char *account;

	if (!options_words(o, 1, 1, "the account, your own number of the consignee", e) ||
	    !options_needed(o, needed, e))
		return false;
	options_values(o, NULL, &account, 1);
	row.account = str_trim(str_of(account));
	for (const struct consignee_field *f = consignee_fields; f->name; f++)
		*(struct str *)((char *)&row + f->row) =
		    str_trim(options_text(o, device_option_name(f->name, &arena)));
	if (!session_open(o, DB_CHANGE, &db, e) || !add_consignee(db, &row, session_by(o), e))
		return false;
	print_line(app->out, "consignee " STR_FMT ": " STR_FMT, STR_ARG(row.account), STR_ARG(row.name));
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, add);
}

const struct command command_consignee_add = {
	.name = "consignee add",
	.synopsis =
	    "ACCOUNT --name TEXT [--kind firm|person] [--role ROLE] [--contact TEXT] [--address TEXT]\n"
	    "       [--city TEXT] [--region TEXT] [--postal-code TEXT] [--country CC] [--telephone TEXT]\n"
	    "       [--email TEXT]",
	.summary = "state one who received devices, by hand",
	.help = "ROLE is direct_account, distributor, importer, user_facility, practitioner, user or other. "
		"What went there,\n"
		"and what is stated otherwise later, is read by consignee import, a list of one row too.\n",
	.options = specs,
	.run = run,
};
