/*
 * aftercare cpe - reads CPE names and shows their attributes.
 */
#include "identity/cpe.h"
#include "cli/names.h"
#include "limits.h"

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

static bool show(struct str text, struct print_table *t, struct json_out *w, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF written = buf_new(2 * LIMIT_CPE_BYTES + 64); /* a URI has one byte where two are written */
	struct cpe c;

	if (!cpe_parse(text, &arena, &c, e))
		return false;
	cpe_write(&c, &written);
	if (w) {
		json_open_object(w);
		json_field_text(w, "cpe", buf_str(&written));
	}
	for (int i = 0; i < CPE_ATTRIBUTE_COUNT; i++) {
		struct str value = cpe_unescape(c.attribute[i], &arena);

		if (w)
			json_field_text(w, cpe_attribute_name((enum cpe_attribute)i), value);
		else
			print_cell(t, value);
	}
	if (w)
		json_close_object(w);
	else
		print_cell(t, buf_str(&written));
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
	.run = run,
};
