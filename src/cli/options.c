#include "cli/options.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "base/utf8.h"

#define DATE_LENGTH 10 /* of YYYY-MM-DD */

void options_clear(struct options *o)
{
	free(o->values);
	free(o->which);
	o->values = NULL;
	o->which = NULL;
	o->count = 0;
}

static int find_spec(const struct option_spec *specs, struct str name)
{
	for (int i = 0; specs[i].name; i++)
		if (str_eq(str_of(specs[i].name), name))
			return i;
	return -1;
}

static void add(struct options *o, const char *value, int which)
{
	o->values[o->count] = value;
	o->which[o->count++] = which;
}

static bool given(const struct options *o, int which)
{
	for (int i = 0; i < o->count; i++)
		if (o->which[i] == which)
			return true;
	return false;
}

/* Can it be read as what it should be? */
static bool check_form(const struct option_spec *spec, const char *value, struct err *e)
{
	struct instant instant;
	struct date date;
	int64_t number;

	switch (spec->kind) {
	case OPTION_DATE:
		return date_parse(str_of(value), &date, e);
	case OPTION_INSTANT:
		return instant_parse(str_of(value), false, &instant, e);
	case OPTION_WHEN:
		return strlen(value) > DATE_LENGTH ? instant_parse(str_of(value), false, &instant, e)
						   : date_parse(str_of(value), &date, e);
	case OPTION_NUMBER:
		return number_parse(str_of(value), "number", INT64_MIN, INT64_MAX, &number, e);
	case OPTION_FLAG:
	case OPTION_VALUE:
	case OPTION_MANY:
	case OPTION_LIST:
		break;
	}
	return true;
}

static bool is_single(enum option_kind kind)
{
	return kind != OPTION_FLAG && kind != OPTION_MANY && kind != OPTION_LIST;
}

static bool take_value(struct options *o, int which, const char *value, struct err *e)
{
	const struct option_spec *spec = &o->specs[which];

	if (spec->choices && !str_is_among(str_of(value), spec->choices))
		return err_fail(
		    e, ERR_USAGE, "--%s is one of %s, not \"%s\"", spec->name, spec->choices, value);
	if (is_single(spec->kind) && given(o, which))
		return err_fail(e, ERR_USAGE, "--%s is given twice", spec->name);
	if (!check_form(spec, value, e))
		return err_within(e, "--%s", spec->name);
	add(o, value, which);
	return true;
}

/* argv[*i] begins with two dashes; moves *i over what it takes. */
static bool take_option(struct options *o, int argc, char **argv, int *i, struct err *e)
{
	struct str word = str_from(str_of(argv[*i]), 2), name = word;
	const char *value = NULL;
	size_t equals = str_index(word, '=');
	int which;

	if (equals < word.len) {
		name = str_first(word, equals);
		value = word.ptr + equals + 1;
	}
	which = find_spec(o->specs, name);
	if (which < 0)
		return err_fail(e, ERR_USAGE, "there is no option --" STR_FMT, STR_ARG(name));
	if (o->specs[which].kind == OPTION_FLAG) {
		if (value)
			return err_fail(e, ERR_USAGE, "--" STR_FMT " takes no value", STR_ARG(name));
		add(o, NULL, which);
		return true;
	}
	if (value)
		return take_value(o, which, value, e);
	if (*i + 1 >= argc)
		return err_fail(e, ERR_USAGE, "--" STR_FMT " needs a value", STR_ARG(name));
	if (!take_value(o, which, argv[++*i], e))
		return false;
	if (o->specs[which].kind == OPTION_LIST)
		while (*i + 1 < argc && strncmp(argv[*i + 1], "--", 2) != 0)
			add(o, argv[++*i], which);
	return true;
}

bool options_parse(int argc, char **argv, const struct option_spec *specs, struct options *out, struct err *e)
{
	struct options o = { .specs = specs };
	bool words_only = false;

	o.values = memory_alloc((size_t)argc + 1, sizeof(*o.values));
	o.which = memory_alloc((size_t)argc + 1, sizeof(*o.which));
	for (int i = 0; i < argc; i++) {
		if (!words_only && strcmp(argv[i], "--") == 0) {
			words_only = true;
		} else if (words_only || strncmp(argv[i], "--", 2) != 0) {
			add(&o, argv[i], -1);
		} else if (!take_option(&o, argc, argv, &i, e)) {
			options_clear(&o);
			return false;
		}
	}
	*out = o;
	return true;
}

bool options_are_text(const struct options *o, struct err *e)
{
	for (int i = 0; i < o->count; i++) {
		const char *value = o->values[i] ? o->values[i] : "";
		size_t good = utf8_valid_prefix(str_of(value));

		if (!value[good] || access(value, F_OK) == 0)
			continue;
		err_fail(e, ERR_INPUT, "byte %zu, 0x%02X, is no UTF-8", good + 1, (unsigned char)value[good]);
		return o->which[i] < 0 ? false : err_within(e, "--%s", o->specs[o->which[i]].name);
	}
	return true;
}

bool options_has(const struct options *o, const char *name)
{
	return options_values(o, name, NULL, 0) > 0;
}

const char *options_value(const struct options *o, const char *name)
{
	const char *value = NULL;

	options_values(o, name, &value, 1);
	return value;
}

struct str options_text(const struct options *o, const char *name)
{
	const char *value = options_value(o, name);

	return value ? str_of(value) : STR("");
}

/* The three below read again what options_parse() could read. */
struct date options_date(const struct options *o, const char *name)
{
	struct date date = DATE_NONE;
	struct err none;

	return options_has(o, name) && date_parse(options_text(o, name), &date, &none) ? date : DATE_NONE;
}

struct instant options_instant(const struct options *o, const char *name, struct instant unset)
{
	struct instant instant;
	struct err none;

	return options_has(o, name) && instant_parse(options_text(o, name), false, &instant, &none) ? instant
												    : unset;
}

bool options_number(
    const struct options *o, const char *name, int64_t least, int64_t most, int64_t *out, struct err *e)
{
	return !options_has(o, name) || number_parse(options_text(o, name), "number", least, most, out, e) ||
	       err_within(e, "--%s", name);
}

bool options_word_number(const struct options *o, const char *what, int64_t *out, struct err *e)
{
	return number_parse(options_text(o, NULL), what, 1, INT64_MAX, out, e);
}

bool options_needed(const struct options *o, const char *const *names, struct err *e)
{
	for (; *names; names++) {
		if (!options_has(o, *names))
			return err_fail(e, ERR_USAGE, "--%s is missing", *names);
		if (!text_says(options_text(o, *names)))
			return err_fail(e, ERR_INPUT, "--%s is empty", *names);
	}
	return true;
}

int options_values(const struct options *o, const char *name, const char **to, int room)
{
	int which = name ? find_spec(o->specs, str_of(name)) : -1, count = 0;

	if (name && which < 0)
		return 0; /* a command without that option */
	for (int i = 0; i < o->count; i++) {
		if (o->which[i] != which)
			continue;
		if (count < room)
			to[count] = o->values[i];
		count++;
	}
	return count;
}

bool options_words(const struct options *o, int least, int most, const char *expected, struct err *e)
{
	int count = options_values(o, NULL, NULL, 0);

	if (count < least)
		return err_fail(e, ERR_USAGE, "%s is missing", expected);
	if (count > most) {
		int seen = 0;

		for (int i = 0; i < o->count; i++)
			if (o->which[i] < 0 && seen++ == most)
				return err_fail(e, ERR_USAGE, "unexpected word \"%s\"", o->values[i]);
	}
	return true;
}
