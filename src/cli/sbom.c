#include "actions/register.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "cli/vex_print.h"

static const struct option_spec specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "device", OPTION_VALUE, NULL },
	{ "release", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool import(struct app *app, const struct options *o, struct err *e)
{
	const char *device = options_value(o, "device"), *release = options_value(o, "release"), *path;
	SCOPED_ARENA arena = { 0 };
	SCOPED_LOADED_SBOM sbom = { 0 };
	SCOPED_DB *db = NULL;
	struct sbom_registered done;

	if (!options_words(o, 1, 1, "the SBOM", e))
		return false;
	if (!device || !release)
		return err_fail(e, ERR_USAGE, "--%s is missing", device ? "release" : "device");
	options_values(o, NULL, &path, 1);
	if (!session_open(o, DB_CHANGE, &db, e) ||
	    !register_sbom(db, str_of(device), str_of(release), path, session_by(o), &sbom, &done, &arena, e))
		return false;
	for (size_t i = 0; i < sbom.warning_count; i++)
		print_line(app->err, "aftercare: " STR_FMT, STR_ARG(sbom.warnings[i]));
	fprintf(app->out, "%s %s: " STR_FMT ", %zu components, %zu of them new\n", device, release,
	    STR_ARG(sbom.head.format), sbom.count, done.added);
	if (done.vex)
		vex_print_report(done.vex, app->out);
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, import);
}

const struct command command_sbom_import = {
	.name = "sbom import",
	.synopsis = "SBOM --device NAME --release VERSION",
	.summary = "make an SBOM the content of a release",
	.help =
	    "CycloneDX 1.0-1.7 in JSON or XML, SPDX 2.2 or 2.3 in JSON or tag-value, SPDX 3.0 in JSON, a "
	    "SWID\n"
	    "tag, or CSV; compressed is fine.\n"
	    "The document is kept as it came. The release is made if the device has none of that version.\n"
	    "What it says of vulnerabilities itself is taken as a supplier's claim, and reported as vex "
	    "import\n"
	    "does; what patches in it are said to resolve is proposed (aftercare finding list --proposals).\n"
	    "An SBOM that cannot be read changes nothing.\n",
	.run = run,
};
