/*
 * aftercare purl - reads package URLs and shows their parts.
 */
#include "cli/names.h"
#include "reports/name_json.h"

static const struct print_column columns[] = {
	{ "TYPE", false },
	{ "NAMESPACE", false },
	{ "NAME", false },
	{ "VERSION", false },
	{ "QUALIFIERS", false },
	{ "SUBPATH", false },
	{ "PURL", false },
	{ NULL, false },
};

static void add_row(struct print_table *t, const struct purl *p)
{
	SCOPED_BUF written = buf_new(PURL_WRITTEN_BYTES), qualifiers = buf_new(PURL_WRITTEN_BYTES);

	for (size_t i = 0; i < p->qualifier_count; i++) {
		if (i)
			buf_byte(&qualifiers, ' ');
		buf_add(&qualifiers, p->qualifiers[i].key);
		buf_byte(&qualifiers, '=');
		buf_add(&qualifiers, p->qualifiers[i].value);
	}
	purl_write(p, &written);
	print_cell(t, p->type);
	print_cell(t, p->namespace);
	print_cell(t, p->name);
	print_cell(t, p->version);
	print_cell(t, buf_str(&qualifiers));
	print_cell(t, p->subpath);
	print_cell(t, buf_str(&written));
}

static bool show(struct str text, struct print_table *t, struct json_out *w, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct purl p;

	if (!purl_parse(text, &arena, &p, e))
		return false;
	if (w)
		purl_json(w, &p);
	else
		add_row(t, &p);
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	static const struct names names = { "TEXT", "text", columns, show };

	return names_run(app, argc, argv, &names);
}

const struct command command_purl = {
	.name = "purl",
	.synopsis = "[--format table|json] TEXT...",
	.summary = "parse package URLs and show their parts",
	.help = "Each TEXT is read as the package URL specification asks for, with the rules of its type. "
		"What is\n"
		"shown is decoded and normalised; PURL is the canonical form. A text that cannot be read is\n"
		"reported with what is wrong, the rest is shown, and the exit status is 3.\n",
	.options = names_options,
	.run = run,
};
