#include "cli/finding/scan_output.h"

#include <unistd.h>

#include "actions/clock.h"
#include "cli/output_file.h"
#include "cli/print.h"
#include "cli/session.h"
#include "cli/warnings.h"

/* A scheme, and no blanks (RFC 3986); whoever reads the document sees the rest. */
static bool is_uri(struct str s)
{
	size_t colon = str_index(s, ':');

	for (size_t i = 0; i < s.len; i++)
		if (i < colon ? !char_is_alnum(s.ptr[i])
			      : (s.ptr[i] <= ' ' || strchr("<>\"{}|\\^`", s.ptr[i])))
			return false;
	return colon > 0 && colon + 1 < s.len && char_is_alpha(s.ptr[0]);
}

/* Who states what a document of statements says, and when. */
static bool read_vex_edition(struct app *app, const struct options *o, const struct scan *s,
    struct instant sbom_created, struct vex_edition *out, struct err *e)
{
	if (!scan_format_is_vex(options_value(o, "format")))
		return true;
	out->author = str_of(options_value(o, "author"));
	out->author_space = str_of(options_value(o, "namespace"));
	if (out->author_space.len && !is_uri(out->author_space))
		return err_fail(e, ERR_INPUT,
		    "--namespace is a URI such as https://example.com, not \"" STR_FMT "\"",
		    STR_ARG(out->author_space));
	out->at = options_instant(o, "at", scan_newest(s, sbom_created));
	if (!instant_is_known(out->at))
		return err_fail(e, ERR_USAGE, "neither the SBOM nor the records state a time: give --at");
	if (out->author.len == 0)
		print_line(
		    app->err, "aftercare: the document names no author: give --author before others read it");
	return true;
}

static bool print(const struct scan_edition *edition, const char *path, const struct scan *s,
    struct scan_rows rows, struct scan_counts *counts, struct err *e)
{
	SCOPED_OUTPUT_FILE *file = NULL;
	struct output_file *whole;

	if (!output_file_open(path, &file, e) ||
	    !scan_print(s, rows, edition, output_file_stream(file), counts, e))
		return false;
	whole = file;
	file = NULL;
	return output_file_keep(whole, e);
}

/* A list of findings alone would be silent about what nobody looked for. */
static void warn_beside(struct app *app, const struct scan_edition *edition, const struct scan *s)
{
	struct unseen u = scan_unseen(s);

	if (!scan_format_tells_unseen(edition->format))
		warn_of_unseen(app, &u);
}

bool scan_output(struct app *app, const struct options *o, const struct scan *s, struct scan_rows rows,
    struct scan_rows hints, struct instant made, struct scan_counts *counts, struct err *e)
{
	struct scan_edition edition = {
		.format = options_value(o, "format"), .now = INSTANT_NONE, .hints = hints
	};
	const char *path = options_value(o, "output");

	if (!read_vex_edition(app, o, s, made, &edition.vex, e))
		return false;
	warn_beside(app, &edition, s);
	if (path)
		return print(&edition, path, s, rows, counts, e);
	if (isatty(fileno(app->out)))
		edition.now = instant_now();
	return scan_print(s, rows, &edition, app->out, counts, e);
}
