/*
 * aftercare cvss - scores vectors; docs/stages/assessment.md.
 */
#include "cli/names.h"
#include "reports/name_json.h"

static const struct print_column columns[] = {
	{ "VERSION", false },
	{ "BASE", true },
	{ "TEMPORAL", true },
	{ "ENVIRONMENTAL", true },
	{ "SCORE", true },
	{ "SEVERITY", false },
	{ "VECTOR", false },
	{ NULL, false },
};

static void print_score(struct print_table *t, int tenths)
{
	char text[16] = "-";

	if (tenths >= 0)
		snprintf(text, sizeof(text), "%d.%d", tenths / 10, tenths % 10);
	print_cell(t, str_of(text));
}

static void add_row(struct print_table *t, struct str text, const struct cvss *c, const struct cvss_scores *s)
{
	print_cell(t, str_of(cvss_version_name(c->version)));
	print_score(t, s->base);
	print_score(t, s->temporal);
	print_score(t, s->environmental);
	print_score(t, s->score);
	print_cell(t, str_of(cvss_band_name(cvss_band(c->version, s->score))));
	print_cell(t, text);
}

static bool show(struct str text, struct print_table *t, struct json_out *w, struct err *e)
{
	struct cvss c;
	struct cvss_scores s;

	if (!cvss_parse(text, &c, e))
		return t ? err_within(e, "\"" STR_FMT "\"", STR_ARG(text)) : false;
	cvss_score(&c, &s);
	if (w)
		cvss_json(w, text, &c, &s);
	else
		add_row(t, text, &c, &s);
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	static const struct names names = { "VECTOR", "vector", columns, show };

	return names_run(app, argc, argv, &names);
}

const struct command command_cvss = {
	.name = "cvss",
	.synopsis = "[--format table|json] VECTOR...",
	.summary = "score CVSS vectors: 2.0, 3.0, 3.1 and 4.0",
	.help =
	    "The temporal and environmental scores are there only where a metric of theirs is defined. "
	    "SCORE\n"
	    "is that of the whole vector: environmental, else temporal, else base; for 4.0 the one score "
	    "with\n"
	    "all its metrics, while BASE is that of the base metrics alone. SEVERITY is the band of SCORE.\n"
	    "A 2.0 vector has no prefix and may stand in parentheses. A vector that cannot be read is\n"
	    "reported with what is wrong, the rest is scored, and the exit status is 3.\n",
	.options = names_options,
	.run = run,
};
