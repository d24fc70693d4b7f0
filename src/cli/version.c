#include <stdlib.h>

#include "cli/command.h"
#include "cli/options.h"
#include "identity/version_key.h"
#include "limits.h"

#define KEY_MOST (4 * LIMIT_VERSION_BYTES + 16)

static const struct option_spec specs[] = {
	{ "batch", OPTION_FLAG, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

/* Two keys, used again for each pair. */
struct pair {
	struct buf a, b;
};

static char sign_of(int sign)
{
	return sign < 0 ? '<' : sign > 0 ? '>' : '=';
}

static bool compare(
    enum version_scheme scheme, struct str a, struct str b, struct pair *keys, char *sign, struct err *e)
{
	buf_clear(&keys->a);
	buf_clear(&keys->b);
	if (!version_key(scheme, a, &keys->a, e) || !version_key(scheme, b, &keys->b, e))
		return false;
	*sign = sign_of(str_cmp(buf_str(&keys->a), buf_str(&keys->b)));
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

static int run_batch(struct app *app, struct pair *keys)
{
	char *line = NULL;
	size_t room = 0;
	ssize_t len;

	while ((len = getline(&line, &room, app->in)) >= 0) {
		struct str text = { line, (size_t)len };

		if (text.len && text.ptr[text.len - 1] == '\n')
			text.len--;
		putc(line_sign(text, keys), app->out);
		putc('\n', app->out);
	}
	free(line);
	return 0;
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

static int run(struct app *app, int argc, char **argv)
{
	struct pair keys = { buf_new(KEY_MOST), buf_new(KEY_MOST) };
	SCOPED_OPTIONS o = { 0 };
	struct err e = { 0 };
	int status = 0;
	char sign;

	if (!options_parse(argc, argv, specs, &o, &e)) {
		status = command_fails(app, &e);
	} else if (options_has(&o, "batch") && options_words(&o, 0, 0, "", &e)) {
		status = run_batch(app, &keys);
	} else if (e.code == ERR_NONE && compare_words(&o, &keys, &sign, &e)) {
		fprintf(app->out, "%c\n", sign);
	} else {
		status = command_fails(app, &e);
	}
	buf_free(&keys.a);
	buf_free(&keys.b);
	return status;
}

const struct command command_version = {
	.name = "version",
	.synopsis = "SCHEME A B | --batch",
	.summary = "compare two versions by the order of a scheme: prints <, = or >",
	.help =
	    "Schemes: semver (npm, cargo, go), dpkg, rpm, pep440 (Python), generic (CPE and anything else),\n"
	    "literal (equality only).\n\n"
	    "--batch reads lines SCHEME<TAB>A<TAB>B and prints a sign a line, ! where a version cannot be "
	    "read.\n",
	.run = run,
};
