#include "cli/options.h"

#include <stdlib.h>

#include "base/memory.h"

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

static bool is_choice(const char *choices, const char *value)
{
	struct str rest = str_of(choices), one;

	while (choices && str_next(&rest, '|', &one))
		if (str_eq(one, str_of(value)))
			return true;
	return choices == NULL;
}

static bool given(const struct options *o, int which)
{
	for (int i = 0; i < o->count; i++)
		if (o->which[i] == which)
			return true;
	return false;
}

static bool take_value(struct options *o, int which, const char *value, struct err *e)
{
	const struct option_spec *spec = &o->specs[which];

	if (!is_choice(spec->choices, value))
		return err_fail(
		    e, ERR_USAGE, "--%s is one of %s, not \"%s\"", spec->name, spec->choices, value);
	if (spec->kind == OPTION_VALUE && given(o, which))
		return err_fail(e, ERR_USAGE, "--%s is given twice", spec->name);
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
