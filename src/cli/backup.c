/*
 * backup - the whole of a store in one file, its verification, and a store made from it.
 */
#include <inttypes.h>

#include "actions/backup/restore.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"

static void print_fault(void *ctx, const char *says)
{
	struct app *app = ctx;

	print_line(app->err, "%s", says);
}

static void print_counts(FILE *to, const struct backup_manifest *m)
{
	char at[INSTANT_TEXT_SIZE];

	fprintf(to, "as of %s, aftercare %s, schema %" PRId64 ": entries of the trail %" PRId64,
	    instant_write(m->at, at), m->program, m->schema, m->entries);
	for (int i = 0; i < BACKUP_COUNT_COUNT; i++)
		if (m->counts[i])
			fprintf(to, ", %s %" PRId64, backup_count_names[i], m->counts[i]);
	fputc('\n', to);
}

/* The line that sha256sum -c takes, and what is in the file. */
static void print_backup(struct app *app, const char *path, const struct backup *b)
{
	char hex[SHA256_HEX_SIZE];

	print_line(app->out, "%s  %s", sha256_hex(&b->file, hex), path);
	print_counts(app->err, &b->manifest);
}

/* 1 where the store is not what its trail tells: then so is the backup. */
static int status_of(struct app *app, const struct backup *b)
{
	if (b->manifest.faults)
		fprintf(app->err, "%" PRId64 " time%s the store is NOT what the trail tells\n",
		    b->manifest.faults, PLURAL(b->manifest.faults));
	return b->manifest.faults ? 1 : 0;
}

static bool one_file(const struct options *o, const char **path, struct err *e)
{
	if (!options_words(o, 1, 1, "the backup's file", e))
		return false;
	options_values(o, NULL, path, 1);
	return true;
}

static const struct option_spec backup_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ NULL, OPTION_FLAG, NULL },
};

/* A backup is of the store as it is: an older one is not brought up to date for it. */
static bool check_schema(const struct options *o, struct err *e)
{
	SCOPED_DB *db = NULL;

	return session_open(o, DB_READ, &db, e);
}

static bool back_up(struct app *app, const struct options *o, struct backup *b, struct err *e)
{
	const char *path = NULL;
	SCOPED_DB *db = NULL;

	if (!one_file(o, &path, e) || !check_schema(o, e) || !session_open(o, DB_CHANGE, &db, e) ||
	    !backup_make(db, path, session_by(o), (struct db_copying){ 0 },
		(struct verify_sink){ app, print_fault }, b, e))
		return false;
	print_backup(app, path, b);
	return true;
}

static int run_backup(struct app *app, int argc, char **argv)
{
	SCOPED_OPTIONS o = { 0 };
	struct backup b = { 0 };
	struct err e = { 0 };

	if (!options_parse(argc, argv, backup_specs, &o, &e) || !back_up(app, &o, &b, &e))
		return command_fails(app, &e);
	return status_of(app, &b);
}

static const struct option_spec verify_specs[] = {
	{ "digest", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool check_digest(const char *hex, const struct backup *b, const char *path, struct err *e)
{
	struct sha256 expected;

	if (!hex)
		return true;
	if (!sha256_parse(str_of(hex), &expected))
		return err_fail(e, ERR_INPUT, "--digest \"%s\" is no SHA-256 of 64 hexadecimal digits", hex);
	return sha256_same(&expected, &b->file) ||
	       err_fail(e, ERR_INPUT, "%s: this is another backup: its bytes do not give that digest", path);
}

static bool verify(struct app *app, const struct options *o, struct backup *b, struct err *e)
{
	const char *path = NULL;
	bool verified;

	if (!one_file(o, &path, e) ||
	    !backup_verify(path, (struct verify_sink){ app, print_fault }, b, &verified, e) ||
	    !check_digest(options_value(o, "digest"), b, path, e))
		return false;
	print_backup(app, path, b);
	if (!verified)
		fputs("its schema is another than this program's: its bytes are as they were made, what they "
		      "hold is "
		      "verified when it is restored\n",
		    app->err);
	return true;
}

static int run_verify(struct app *app, int argc, char **argv)
{
	SCOPED_OPTIONS o = { 0 };
	struct backup b = { 0 };
	struct err e = { 0 };

	if (!options_parse(argc, argv, verify_specs, &o, &e) || !verify(app, &o, &b, &e))
		return command_fails(app, &e);
	return status_of(app, &b);
}

static const struct option_spec restore_specs[] = {
	SESSION_STORE_OPTION,
	{ "why", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool restore(struct app *app, const struct options *o, struct backup *b, struct err *e)
{
	const char *file = NULL, *url, *path;
	SCOPED_ARENA arena = { 0 };
	struct change_by by = session_by(o);

	by.who = session_system_user();
	if (!one_file(o, &file, e) || !session_url(o, &arena, &url, e) || !db_path(url, &path, e) ||
	    !backup_restore(file, path, by, (struct verify_sink){ app, print_fault }, b, e))
		return false;
	print_line(app->out, "%s: restored from %s", path, file);
	print_counts(app->err, &b->manifest);
	return true;
}

static int run_restore(struct app *app, int argc, char **argv)
{
	SCOPED_OPTIONS o = { 0 };
	struct backup b = { 0 };
	struct err e = { 0 };

	if (!options_parse(argc, argv, restore_specs, &o, &e) || !restore(app, &o, &b, &e))
		return command_fails(app, &e);
	return status_of(app, &b);
}

const struct command command_backup = {
	.name = "backup",
	.synopsis = "FILE [--store URL] [--by NAME] [--why TEXT]",
	.summary = "the whole of a store in one file, while it is in use, read back and verified",
	.help =
	    "FILE is there whole in the end, or not at all; a file that is there already is not overwritten. "
	    "Its\n"
	    "SHA-256 is printed, as sha256sum -c takes it, and kept in the audit trail. FILE is a store too: "
	    "every\n"
	    "command that only reads takes it as --store. Exit 1 where the store is not what its trail "
	    "tells; "
	    "then\n"
	    "so is the backup.\n",
	.options = backup_specs,
	.run = run_backup,
};

const struct command command_backup_verify = {
	.name = "backup verify",
	.synopsis = "FILE [--digest SHA-256]",
	.summary = "is a backup as it was made: its bytes, its store, the audit trail in it",
	.help = "--digest: what \"aftercare backup\" printed, kept elsewhere. Exit 3 where a part is missing "
		"or was\n"
		"altered.\n",
	.options = verify_specs,
	.run = run_verify,
};

const struct command command_restore = {
	.name = "restore",
	.synopsis = "FILE [--store URL] [--why TEXT]",
	.summary = "make a store from a backup, verified before and after",
	.help = "Where there is a store already nothing is done: move it away first. An older schema is "
		"brought up "
		"to\n"
		"date. The audit trail goes on with an entry of the system's user who restores; users, their "
		"secrets and\n"
		"tokens are again what they were when the backup was made.\n",
	.options = restore_specs,
	.run = run_restore,
};
