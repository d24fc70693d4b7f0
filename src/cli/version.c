/*
 * aftercare version - compares versions by the order of a scheme: two, or many pairs from standard input;
 * says whether a version is in a range, and writes ranges as VERS.
 */
#include "cli/command.h"
#include "cli/options.h"
#include "identity/vers_native.h"
#include "identity/version_key.h"
#include "limits.h"

static const struct option_spec specs[] = {
	{ "batch", OPTION_FLAG, NULL },
	{ "in", OPTION_VALUE, NULL },
	{ "vers", OPTION_FLAG, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

/* Two keys, used again for each pair. */
struct pair {
	struct buf a, b;
};

static bool make_key(enum version_scheme scheme, struct str text, struct buf *key, struct err *e)
{
	buf_clear(key);
	key->most = 4 * text.len + 16;
	return version_key(scheme, text, key, e);
}

static bool compare(
    enum version_scheme scheme, struct str a, struct str b, struct pair *keys, char *sign, struct err *e)
{
	int order;

	if (!make_key(scheme, a, &keys->a, e) || !make_key(scheme, b, &keys->b, e))
		return false;
	order = str_cmp(buf_str(&keys->a), buf_str(&keys->b));
	*sign = (char)(order < 0 ? '<' : order > 0 ? '>' : '=');
	return true;
}

static char line_sign(struct str line, struct pair *keys)
{
	enum version_scheme scheme;
	struct str name, a;
	struct err unread;
	char sign;

	if (!str_cut(&line, '\t', &name) || !str_cut(&line, '\t', &a) ||
	    !version_scheme_find(name, &scheme) || !compare(scheme, a, line, keys, &sign, &unread))
		return '!';
	return sign;
}

/* Reads a line without its end, LF or CR LF; false at the end of the stream. A line that is too long is cut
 * and leaves the buf full. */
static bool read_line(FILE *from, struct buf *line)
{
	int c;

	buf_clear(line);
	while ((c = getc_unlocked(from)) != EOF && c != '\n')
		buf_byte(line, (char)c);
	if (line->len && line->ptr[line->len - 1] == '\r')
		line->len--;
	return c != EOF || line->len > 0;
}

static int run_batch(struct app *app, struct pair *keys, struct err *e)
{
	SCOPED_BUF line = buf_new(LIMIT_VERSION_LINE_BYTES);

	while (read_line(app->in, &line)) {
		putc_unlocked(buf_full(&line) ? '!' : line_sign(buf_str(&line), keys), app->out);
		putc_unlocked('\n', app->out);
	}
	if (!ferror(app->in))
		return 0;
	err_fail(e, ERR_IO, "standard input cannot be read");
	return command_fails(app, e);
}

static bool compare_words(const struct options *o, struct pair *keys, char *sign, struct err *e)
{
	enum version_scheme scheme;
	const char *words[3];

	if (!options_words(o, 3, 3, "SCHEME A B", e))
		return false;
	options_values(o, NULL, words, 3);
	if (!version_scheme_find(str_of(words[0]), &scheme))
		return err_fail(e, ERR_USAGE, "there is no version scheme \"%s\"", words[0]);
	return compare(scheme, str_of(words[1]), str_of(words[2]), keys, sign, e);
}

/* A range in VERS. */
static bool read_range(const char *text, struct arena *a, struct vers *v, struct err *e)
{
	return vers_parse(str_of(text), a, v, e) || err_within(e, "range");
}

static bool say_in(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA a = { 0 };
	const char *version;
	struct vers v;

	if (!options_words(o, 1, 1, "VERSION", e))
		return false;
	options_values(o, NULL, &version, 1);
	if (strlen(version) > LIMIT_VERSION_BYTES)
		return err_fail(
		    e, ERR_LIMIT, "a version of %zu bytes, limit %d", strlen(version), LIMIT_VERSION_BYTES);
	if (!read_range(options_value(o, "in"), &a, &v, e))
		return false;
	fputs(vers_holds(&v, str_of(version), &a) ? "in\n" : "out\n", app->out);
	return true;
}

static bool say_vers(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA a = { 0 };
	SCOPED_BUF text = buf_new(8 * LIMIT_VERS_BYTES);
	const char *words[2] = { NULL };
	struct vers v;

	if (!options_words(o, 1, 2, "[TYPE] RANGE", e))
		return false;
	options_values(o, NULL, words, 2);
	if (!words[1] && !read_range(words[0], &a, &v, e))
		return false;
	if (words[1] && !vers_native_parse(str_of(words[0]), str_of(words[1]), &a, &v, e))
		return err_within(e, "%s range", words[0]);
	vers_write(&v, &text);
	fprintf(app->out, "%.*s\n", (int)text.len, text.ptr);
	return true;
}

static bool say_one(struct app *app, const struct options *o, struct pair *keys, struct err *e)
{
	char sign;

	if (options_value(o, "in"))
		return say_in(app, o, e);
	if (options_has(o, "vers"))
		return say_vers(app, o, e);
	if (!compare_words(o, keys, &sign, e))
		return false;
	fprintf(app->out, "%c\n", sign);
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	struct pair keys = { buf_new(0), buf_new(0) };
	SCOPED_OPTIONS o = { 0 };
	struct err e = { 0 };
	int status = 0;

	if (!options_parse(argc, argv, specs, &o, &e) ||
	    (options_has(&o, "batch") && !options_words(&o, 0, 0, "nothing", &e))) {
		status = command_fails(app, &e);
	} else if (options_has(&o, "batch")) {
		status = run_batch(app, &keys, &e);
	} else if (!say_one(app, &o, &keys, &e)) {
		status = command_fails(app, &e);
	}
	buf_free(&keys.a);
	buf_free(&keys.b);
	return status;
}

const struct command command_version = {
	.name = "version",
	.synopsis = "SCHEME A B | --batch | --in VERS VERSION | --vers [TYPE] RANGE",
	.summary = "compare two versions by the order of a scheme: prints <, = or >",
	.help =
	    "SCHEME is one of\n"
	    "  semver   SemVer 2.0 (npm, cargo): a leading v is allowed, missing minor and patch are 0\n"
	    "  golang   the same, and the names of Go itself: go1.21rc2\n"
	    "  dpkg     Debian packages, [epoch:]upstream[-revision]\n"
	    "  rpm      RPM packages, [epoch:]version[-release]\n"
	    "  apk      Alpine packages\n"
	    "  alpm     Arch Linux packages, [epoch:]version[-release]\n"
	    "  ebuild   Gentoo packages\n"
	    "  pep440   Python\n"
	    "  maven    Maven\n"
	    "  gem      RubyGems\n"
	    "  nuget    NuGet: one to four numbers, labels without regard to case\n"
	    "  composer PHP packages\n"
	    "  conan    Conan packages\n"
	    "  generic  CPE and anything else: 1.0 = 1, 2.0-rc1 < 2.0 < 2.0k < 2.0.1\n"
	    "  literal  equality only; the order means nothing\n\n"
	    "--batch reads lines SCHEME<TAB>A<TAB>B from standard input and prints a sign a line, ! where a\n"
	    "version cannot be read or there is no such scheme.\n\n"
	    "--in says whether VERSION is in a range such as 'vers:npm/>=1.0.0|<2.0.0': in or out.\n"
	    "--vers writes such a range simplified and in order, or makes one of the notation of a package\n"
	    "manager: --vers npm '^1.2 || >=3.0.0'.\n",
	.options = specs,
	.run = run,
};
