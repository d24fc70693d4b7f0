#include "actions/sboms/diff_sboms.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/sbom/diff_print.h"
#include "cli/session.h"
#include "formats/json_write.h"
#include "reports/sbom_diff_json.h"

static const struct option_spec specs[] = {
	SESSION_STORE_OPTION,
	{ "device", OPTION_VALUE, NULL },
	{ "from", OPTION_VALUE, NULL },
	{ "to", OPTION_VALUE, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static void print_diff(struct app *app, struct str from, struct str to, const struct sbom_diff *d)
{
	diff_print_rows(app->out, "", d);
	if (d->count > 0)
		fputc('\n', app->out);
	print_line(app->out, STR_FMT " -> " STR_FMT ": %zu added, %zu removed, %zu changed, %zu unchanged",
	    STR_ARG(from), STR_ARG(to), d->added, d->removed, d->changed, d->unchanged);
}

static bool show(struct app *app, const struct options *o, const struct sbom_side *from,
    const struct sbom_side *to, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct json_out *w;
	struct sbom_diff d;

	diff_sboms(from, to, &arena, &d);
	if (!session_wants_json(o)) {
		print_diff(app, from->name, to->name, &d);
		return true;
	}
	w = json_out_file(app->out, true);
	sbom_diff_write(from->name, to->name, &d, w);
	return json_out_close(w) || err_fail(e, ERR_IO, "the output could not be written");
}

static void warn(struct app *app, const struct loaded_sbom *sbom)
{
	for (size_t i = 0; i < sbom->warning_count; i++)
		print_line(app->err, "aftercare: " STR_FMT, STR_ARG(sbom->warnings[i]));
}

static bool diff_files(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_LOADED_SBOM from = { 0 }, to = { 0 };
	struct sbom_side sides[2];
	const char *paths[2];

	options_values(o, NULL, paths, 2);
	if (!load_sbom(paths[0], &arena, &from, e) || !load_sbom(paths[1], &arena, &to, e))
		return false;
	warn(app, &from);
	warn(app, &to);
	sides[0] = sbom_side_of_document(&from);
	sides[1] = sbom_side_of_document(&to);
	return show(app, o, &sides[0], &sides[1], e);
}

static bool diff_releases(struct app *app, const struct options *o, struct err *e)
{
	struct str device = options_text(o, "device"), from = options_text(o, "from"),
		   to = options_text(o, "to");
	struct sbom_side sides[2];
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;

	if (!device.len || !from.len || !to.len)
		return err_fail(e, ERR_USAGE, "two SBOMs, or --device, --from and --to, are needed");
	return session_open(o, DB_READ, &db, e) &&
	       sbom_side_of_release(db, device, from, &arena, &sides[0], e) &&
	       sbom_side_of_release(db, device, to, &arena, &sides[1], e) &&
	       show(app, o, &sides[0], &sides[1], e);
}

static bool diff(struct app *app, const struct options *o, struct err *e)
{
	bool releases = options_has(o, "device") || options_has(o, "from") || options_has(o, "to");

	if (!options_words(o, releases ? 0 : 2, releases ? 0 : 2, "the second SBOM", e))
		return false;
	return releases ? diff_releases(app, o, e) : diff_files(app, o, e);
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, diff);
}

const struct command command_sbom_diff = {
	.name = "sbom diff",
	.synopsis = "A B | --device NAME --from VERSION --to VERSION  [--format table|json]",
	.summary = "what was added, removed and changed between two SBOMs or releases",
	.help =
	    "Components are the same by their package, else by their name. Of what is in both, changes of\n"
	    "version, supplier, level and end of support are told. + added, - removed, ~ changed.\n",
	.options = specs,
	.run = run,
};
