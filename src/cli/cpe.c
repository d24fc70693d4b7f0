/*
 * aftercare cpe - reads CPE names and shows their attributes.
 */
#include "cli/names.h"
#include "reports/name_json.h"

static const struct print_column columns[] = {
	{ "PART", false },
	{ "VENDOR", false },
	{ "PRODUCT", false },
	{ "VERSION", false },
	{ "UPDATE", false },
	{ "EDITION", false },
	{ "LANGUAGE", false },
	{ "SW_EDITION", false },
	{ "TARGET_SW", false },
	{ "TARGET_HW", false },
	{ "OTHER", false },
	{ "CPE", false },
	{ NULL, false },
};

static void add_row(struct print_table *t, const struct cpe *c)
{
	SCOPED_BUF written = buf_new(CPE_WRITTEN_BYTES);
	SCOPED_ARENA arena = { 0 };

	for (int i = 0; i < CPE_ATTRIBUTE_COUNT; i++)
		print_cell(t, cpe_unescape(c->attribute[i], &arena));
	cpe_write(c, &written);
	print_cell(t, buf_str(&written));
}

static bool show(struct str text, struct print_table *t, struct json_out *w, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct cpe c;

	if (!cpe_parse(text, &arena, &c, e))
		return false;
	if (w)
		cpe_json(w, &c);
	else
		add_row(t, &c);
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	static const struct names names = { "TEXT", "text", columns, show };

	return names_run(app, argc, argv, &names);
}

const struct command command_cpe = {
	.name = "cpe",
	.synopsis = "[--format table|json] TEXT...",
	.summary = "parse CPE names and show their attributes",
	.help = "Each TEXT is a 2.3 formatted string (cpe:2.3:...) or a 2.2 URI (cpe:/...). Values are shown "
		"without\n"
		"escapes, * for any and - for not applicable; CPE is the 2.3 form with escapes. A text that "
		"cannot\n"
		"be read is reported with what is wrong, the rest is shown, and the exit status is 3.\n",
	.options = names_options,
	.run = run,
};
