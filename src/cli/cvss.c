/*
 * aftercare cvss - scores vectors; docs/stages/assessment.md.
 */
#include "assessment/cvss.h"
#include "cli/names.h"

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

static void put_score(struct json_out *w, const char *key, int tenths)
{
	json_key(w, key);
	if (tenths < 0)
		json_put_null(w);
	else
		json_put_decimal(w, tenths, 1);
}

static void print_score(struct print_table *t, int tenths)
{
	char text[16] = "-";

	if (tenths >= 0)
		snprintf(text, sizeof(text), "%d.%d", tenths / 10, tenths % 10);
	print_cell(t, str_of(text));
}

static void put_object(struct json_out *w, struct str text, const struct cvss *c, const struct cvss_scores *s)
{
	json_open_object(w);
	json_field_text(w, "vector", text);
	json_field_text(w, "version", str_of(cvss_version_name(c->version)));
	put_score(w, "base", s->base);
	put_score(w, "temporal", s->temporal);
	put_score(w, "environmental", s->environmental);
	put_score(w, "score", s->score);
	json_field_text(w, "severity", str_of(cvss_band_name(cvss_band(c->version, s->score))));
	json_close_object(w);
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
		put_object(w, text, &c, &s);
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
	.run = run,
};
