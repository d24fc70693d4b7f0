#include "cli/field/device_options.h"

#include <assert.h>

char *device_option_name(const char *name, struct arena *arena)
{
	char *option = arena_text(arena, str_of(name));

	for (char *c = option; *c; c++)
		if (*c == '_')
			*c = '-';
	return option;
}

static enum option_kind kind_of(enum device_form form)
{
	switch (form) {
	case DEVICE_DATE:
		return OPTION_DATE;
	case DEVICE_WHOLE:
		return OPTION_NUMBER;
	case DEVICE_TEXT:
	case DEVICE_WORD:
	case DEVICE_ANSWER:
	case DEVICE_REGULATION:
	case DEVICE_ESTABLISHMENT:
		break;
	}
	return OPTION_VALUE;
}

void device_option_specs(struct option_spec specs[DEVICE_OPTIONS_MOST], size_t count, struct arena *arena)
{
	assert(count + DEVICE_FIELD_COUNT + DEVICE_LIST_COUNT < DEVICE_OPTIONS_MOST);
	for (const struct device_field *f = device_fields; f->name; f++)
		specs[count++] =
		    (struct option_spec){ device_option_name(f->name, arena), kind_of(f->form), f->words };
	for (enum device_list list = 0; list < DEVICE_LIST_COUNT; list++)
		specs[count++] = (struct option_spec){ device_option_name(device_list_name(list), arena),
			OPTION_MANY, NULL };
	specs[count] = (struct option_spec){ NULL, OPTION_FLAG, NULL };
}

static bool read_list(const struct options *o, enum device_list list, bool further, struct device_profile *p,
    struct arena *arena, struct err *e)
{
	char *name = device_option_name(device_list_name(list), arena);
	int count = options_values(o, name, NULL, 0);
	const char **values = arena_alloc(arena, (size_t)count + 1, sizeof(*values));

	if (count && !further)
		p->lists[list] = (struct device_numbers){ 0 };
	options_values(o, name, values, count);
	for (int i = 0; i < count; i++)
		if (!device_list_add(p, list, str_of(values[i]), arena, e))
			return false;
	return true;
}

bool device_options_read(
    const struct options *o, bool further, struct device_profile *p, struct arena *arena, struct err *e)
{
	for (const struct device_field *f = device_fields; f->name; f++) {
		const char *name = device_option_name(f->name, arena);

		if (options_has(o, name) && !device_field_set(&p->device, f, options_text(o, name), arena, e))
			return false;
	}
	for (enum device_list list = 0; list < DEVICE_LIST_COUNT; list++)
		if (!read_list(o, list, further, p, arena, e))
			return false;
	return true;
}

bool device_options_clear(struct str name, struct device_profile *p, struct err *e)
{
	SCOPED_ARENA arena = { 0 };

	for (const struct device_field *f = device_fields; f->name; f++)
		if (str_eq(name, str_of(device_option_name(f->name, &arena)))) {
			device_field_put(&p->device, f, STR(""));
			return true;
		}
	for (enum device_list list = 0; list < DEVICE_LIST_COUNT; list++)
		if (str_eq(name, str_of(device_option_name(device_list_name(list), &arena)))) {
			p->lists[list] = (struct device_numbers){ 0 };
			return true;
		}
	return err_fail(e, ERR_USAGE, "--clear: nothing that is stated of a device is called \"" STR_FMT "\"",
	    STR_ARG(name));
}
