#include "cli/manual/option_text.h"

static bool is_name_byte(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/* The word in capitals behind "--name " in the synopsis. */
static struct str named_in_synopsis(const struct command *c, const char *name, struct arena *arena)
{
	struct str wanted = arena_printf(arena, "--%s ", name), all = str_of(c->synopsis);
	size_t at = str_find(all, wanted), len = 0;
	struct str word = str_from(all, at + wanted.len);

	while (len < word.len && is_name_byte(word.ptr[len]))
		len++;
	return str_first(word, len);
}

static const char *name_of_kind(enum option_kind kind)
{
	switch (kind) {
	case OPTION_DATE:
		return "DATE";
	case OPTION_INSTANT:
		return "INSTANT";
	case OPTION_WHEN:
		return "DATE|INSTANT";
	case OPTION_NUMBER:
		return "N";
	case OPTION_FLAG:
	case OPTION_VALUE:
	case OPTION_MANY:
	case OPTION_LIST:
		break;
	}
	return "TEXT";
}

const struct option_spec *option_table(const struct command *c, struct arena *arena)
{
	return c->options_made ? c->options_made(c->options_of, arena) : c->options;
}

struct str option_value_name(const struct command *c, const struct option_spec *o, struct arena *arena)
{
	struct str named;

	if (o->kind == OPTION_FLAG)
		return STR_NONE;
	if (o->choices)
		return str_of(o->choices);
	if (strcmp(o->name, "store") == 0)
		return STR("URL");
	if (strcmp(o->name, "by") == 0)
		return STR("NAME");
	named = named_in_synopsis(c, o->name, arena);
	return named.len ? named : str_of(name_of_kind(o->kind));
}

bool option_is_path(struct str value_name)
{
	static const char *const paths[] = { "FILE", "FOLDER", "PATH", "SBOM", "URL" };

	for (size_t i = 0; i < COUNT(paths); i++)
		if (str_starts(value_name, str_of(paths[i])))
			return true;
	return false;
}
