/*
 * report_inspection - an inspection package, and its verification by whoever has got one.
 */
#include <inttypes.h>

#include "actions/reports/export_inspection.h"
#include "actions/reports/verify_package.h"
#include "base/number.h"
#include "cli/audit/key_input.h"
#include "cli/command.h"
#include "cli/output_file.h"
#include "cli/print.h"
#include "cli/session.h"
#include "cli/warnings.h"
#include "limits.h"

#define CASEFILES_MOST 1000

static const struct option_spec export_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "output", OPTION_VALUE, NULL },
	{ "key", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool read_numbers(const struct options *o, int64_t *ids, size_t *count, struct err *e)
{
	const char *words[CASEFILES_MOST];
	int given = options_values(o, NULL, words, CASEFILES_MOST);

	if (!options_words(o, 1, CASEFILES_MOST, "the casefiles' numbers", e))
		return false;
	for (int i = 0; i < given; i++)
		if (!number_parse(str_of(words[i]), "casefile number", 1, INT64_MAX, &ids[i], e))
			return false;
	*count = (size_t)given;
	return true;
}

static bool form_of(const char *path, enum archive_form *form, struct err *e)
{
	if (path && str_ends(str_of(path), STR(".zip")))
		*form = ARCHIVE_ZIP;
	else if (path && str_ends(str_of(path), STR(".tar.zst")))
		*form = ARCHIVE_TAR_ZST;
	else
		return err_fail(
		    e, ERR_USAGE, "--output is the name of a file that ends with .zip or .tar.zst");
	return true;
}

static bool write_file(const char *path, struct str bytes, struct err *e)
{
	SCOPED_OUTPUT_FILE *file = NULL;
	struct output_file *kept;

	if (!output_file_open_private(path, &file, e))
		return false;
	fwrite(bytes.ptr, 1, bytes.len, output_file_stream(file));
	kept = file;
	file = NULL;
	return output_file_keep(kept, e);
}

static bool warn_of_embargoes(
    struct app *app, struct db *db, const struct inspection_asked *asked, struct err *e)
{
	for (size_t i = 0; i < asked->count; i++)
		if (!warn_of_embargo(app, db, asked->casefiles[i], e))
			return false;
	return true;
}

static bool export_package(struct app *app, const struct options *o, struct err *e)
{
	const char *path = options_value(o, "output");
	SCOPED_BUF bytes = buf_new(LIMIT_INSPECTION_BYTES);
	int64_t ids[CASEFILES_MOST];
	struct inspection_asked asked = { .casefiles = ids };
	char hex[SHA256_HEX_SIZE];
	SCOPED_ED25519 *key = NULL;
	struct sha256 digest;
	SCOPED_DB *db = NULL;

	if (!read_numbers(o, ids, &asked.count, e) || !form_of(path, &asked.form, e) ||
	    (options_has(o, "key") && !key_input_private(options_value(o, "key"), &key, e)))
		return false;
	asked.key = key;
	if (!session_open(o, DB_CHANGE, &db, e) || !warn_of_embargoes(app, db, &asked, e) ||
	    !export_inspection(db, &asked, session_by(o), &bytes, &digest, e) ||
	    !write_file(path, buf_str(&bytes), e))
		return false;
	print_line(app->out, "%s  %s", sha256_hex(&digest, hex), path);
	return true;
}

static int run_export(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, export_specs, export_package);
}

static const struct option_spec verify_specs[] = {
	{ "digest", OPTION_VALUE, NULL },
	{ "key", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static void print_fault(void *ctx, const char *says)
{
	struct app *app = ctx;

	print_line(app->out, "%s", says);
}

static bool verify(
    struct app *app, const struct options *o, struct package_verification *result, struct err *e)
{
	const char *path = NULL, *hex = options_value(o, "digest"), *key_file = options_value(o, "key");
	struct ed25519_public key;
	struct sha256 digest;
	struct package_known known = { hex ? &digest : NULL, key_file ? &key : NULL };

	if (!options_words(o, 1, 1, "the package's file", e))
		return false;
	options_values(o, NULL, &path, 1);
	if (hex && !sha256_parse(str_of(hex), &digest))
		return err_fail(e, ERR_INPUT, "--digest \"%s\" is no SHA-256 of 64 hexadecimal digits", hex);
	if (key_file && !key_input_public(key_file, &key, e))
		return false;
	return verify_package(path, &known, (struct package_sink){ app, print_fault }, result, e);
}

static int run_verify(struct app *app, int argc, char **argv)
{
	struct package_verification v;
	SCOPED_OPTIONS o = { 0 };
	struct err e = { 0 };

	if (!options_parse(argc, argv, verify_specs, &o, &e) || !verify(app, &o, &v, &e))
		return command_fails(app, &e);
	print_line(app->out,
	    "%" PRId64 " file%s, %" PRId64 " entr%s of the trail, %" PRId64 " of them whole: %s", v.files,
	    PLURAL(v.files), v.entries, v.entries == 1 ? "y" : "ies", v.whole,
	    v.faults	 ? "the package is NOT as it was made"
	    : v.is_bound ? "the package is as it was made"
			 : "the package is whole in itself; --digest or --key tells whether it is the one "
			   "that was made");
	return v.faults ? 1 : 0;
}

const struct command command_report_inspection = {
	.name = "report inspection",
	.synopsis = "CASEFILE... --output FILE.zip|FILE.tar.zst [--key FILE]",
	.summary = "an inspection package: casefiles for people and machines, the trail, how it is verified",
	.help = "Prints the SHA-256 of the file, which the audit trail keeps too. Entries of the trail about "
		"other "
		"things are\nwithheld but for their seals. --key: signs its last entry with an "
		"Ed25519 key, as audit checkpoint does,\nso that whoever has the public key knows that no "
		"file was "
		"put in the place of another.\n",
	.options = export_specs,
	.run = run_export,
};

const struct command command_audit_package = {
	.name = "audit package",
	.synopsis = "FILE [--digest SHA-256] [--key FILE]",
	.summary = "is an inspection package as it was made: names what was changed",
	.help = "Needs no store. --digest: of the file, as it was told by whoever made it. --key: the public "
		"key that "
		"it was\nsigned with. Without either, a package that somebody made anew in all its parts is "
		"not told from the one "
		"that\nwas made. Exit 1 if anything is wrong.\n",
	.options = verify_specs,
	.run = run_verify,
};
