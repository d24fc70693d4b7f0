#include "actions/casework/restate_register.h"
#include "actions/field/register_json.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/finding/vex_print.h"
#include "cli/print.h"
#include "cli/sbom/diff_print.h"
#include "cli/session.h"

static const struct option_spec specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "device", OPTION_VALUE, NULL },
	{ "release", OPTION_VALUE, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static void print_lost(struct app *app, const struct sbom_correction *c)
{
	for (size_t i = 0; i < c->lost_count; i++) {
		const struct lost_decision *l = &c->lost[i];

		print_line(app->out,
		    "  statement %lld has no finding in it any more: " STR_FMT ", " STR_FMT " in " STR_FMT
		    "%s" STR_FMT,
		    (long long)l->statement, STR_ARG(l->status), STR_ARG(l->vulnerability),
		    STR_ARG(l->component), l->version.len ? " " : "", STR_ARG(l->version));
	}
}

/* A release in the field has changed on paper: what went, and what that does to what was found and decided.
 */
static void print_correction(struct app *app, const struct sbom_correction *c)
{
	char at[INSTANT_TEXT_SIZE];

	if (!c->corrects)
		return;
	print_line(app->out,
	    "in place of " STR_FMT " of %s: %zu added, %zu removed, %zu changed, %zu unchanged",
	    STR_ARG(c->before.file), instant_write(c->before.imported_at, at), c->diff.added, c->diff.removed,
	    c->diff.changed, c->diff.unchanged);
	diff_print_rows(app->out, "  ", &c->diff);
	fprintf(
	    app->out, "findings: %zu new, %zu gone, %zu as before\n", c->appeared, c->vanished, c->stayed);
	print_lost(app, c);
}

static void print_made(
    struct app *app, const struct sbom_registration *what, const struct registered_sbom *made)
{
	print_line(app->out, STR_FMT " " STR_FMT ": " STR_FMT ", %zu component%s, %zu of them new",
	    STR_ARG(what->device), STR_ARG(what->version), STR_ARG(made->sbom.head.format), made->components,
	    PLURAL(made->components), made->added);
	print_correction(app, &made->correction);
	if (made->vex)
		vex_print_report(made->vex, app->out);
}

static void write_made(struct app *app, const struct registered_sbom *made)
{
	struct json_out *w = json_out_file(app->out, true);

	registered_sbom_json(w, made);
	json_out_close(w);
}

static bool import(struct app *app, const struct options *o, struct err *e)
{
	struct sbom_registration what = { .device = options_text(o, "device"),
		.version = options_text(o, "release") };
	SCOPED_ARENA arena = { 0 };
	static const char *const needed[] = { "device", "release", NULL };
	SCOPED_REGISTERED_SBOM made = { 0 };
	SCOPED_DB *db = NULL;

	if (!options_words(o, 1, 1, "the SBOM", e) || !options_needed(o, needed, e))
		return false;
	options_values(o, NULL, &what.path, 1);
	if (!session_open(o, DB_CHANGE, &db, e) || !restate_sbom(db, &what, session_by(o), &arena, &made, e))
		return false;
	for (size_t i = 0; i < made.sbom.warning_count; i++)
		print_line(app->err, "aftercare: " STR_FMT, STR_ARG(made.sbom.warnings[i]));
	if (session_wants_json(o))
		write_made(app, &made);
	else
		print_made(app, &what, &made);
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, import);
}

const struct command command_sbom_import = {
	.name = "sbom import",
	.synopsis = "SBOM --device NAME --release VERSION [--format table|json]",
	.summary = "make an SBOM the content of a release",
	.help =
	    "CycloneDX 1.0-1.7 in JSON or XML, SPDX 2.2 or 2.3 in JSON or tag-value, SPDX 3.0 in JSON, a "
	    "SWID\n"
	    "tag, or CSV; compressed is fine.\n"
	    "The document is kept as it came. The release is made if the device has none of that version.\n"
	    "What it says of vulnerabilities itself is taken as a supplier's claim, and reported as vex "
	    "import\n"
	    "does; what patches in it are said to resolve is proposed (aftercare finding list --proposals).\n"
	    "Of a release that has an SBOM, it is said what the new one adds, removes and changes, what that "
	    "does to\n"
	    "findings, and which decisions have no finding any more; --why says why it is corrected.\n"
	    "An SBOM that cannot be read changes nothing.\n",
	.options = specs,
	.run = run,
};
