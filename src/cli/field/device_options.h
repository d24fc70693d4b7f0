/*
 * device_options - the options that state something of a device, made from the table of its fields.
 */
#pragma once
#include "cli/options.h"
#include "inventory/device.h"

#define DEVICE_OPTIONS_MOST 48

/* Behind the count specs that are there; ended. Names are in the arena. */
void device_option_specs(struct option_spec specs[DEVICE_OPTIONS_MOST], size_t count, struct arena *arena);

/* What is given, into p: a field in the place of what it was, the values of a list in the place of all that
 * it had, or behind them where further. */
MUST_CHECK bool device_options_read(
    const struct options *o, bool further, struct device_profile *p, struct arena *arena, struct err *e);
/* The field or list of that name, as an option is called, is emptied. */
MUST_CHECK bool device_options_clear(struct str name, struct device_profile *p, struct err *e);

/* "expected_life_years" is "expected-life-years"; in the arena. */
char *device_option_name(const char *name, struct arena *arena);
