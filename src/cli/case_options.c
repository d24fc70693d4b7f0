#include "cli/case_options.h"

#include <assert.h>

#include "base/number.h"
#include "cli/session.h"
#include "formats/json_write.h"

#define VALUES_MOST 64

void case_option_specs(
    const struct case_field *fields, const char *amends, struct option_spec specs[CASE_OPTIONS_MOST])
{
	const struct option_spec common[] = { SESSION_CHANGE_OPTIONS, { amends, OPTION_NUMBER, NULL } };
	static const enum option_kind kinds[] = { [CASE_TEXT] = OPTION_VALUE,
		[CASE_DATE] = OPTION_DATE,
		[CASE_WHEN] = OPTION_WHEN,
		[CASE_ANSWER] = OPTION_VALUE,
		[CASE_JUDGED] = OPTION_VALUE,
		[CASE_NUMBER] = OPTION_NUMBER,
		[CASE_FLAG] = OPTION_FLAG,
		[CASE_TEXTS] = OPTION_MANY };
	size_t count = 0;

	for (const struct case_field *f = fields; f->option; f++) {
		const char *choices = f->choices;

		if (f->value == CASE_ANSWER)
			choices = "yes|no";
		if (f->value == CASE_JUDGED)
			choices = "yes|no|unknown";
		assert(count + COUNT(common) + 1 < CASE_OPTIONS_MOST);
		specs[count++] = (struct option_spec){ f->option, kinds[f->value], choices };
	}
	for (size_t i = 0; i < COUNT(common); i++)
		specs[count++] = common[i];
	specs[count] = (struct option_spec){ NULL, OPTION_FLAG, NULL }; /* amends may be NULL too */
}

const struct option_spec *case_options_of(
    const struct case_field *fields, const char *amends, struct arena *arena)
{
	struct option_spec *specs = arena_alloc(arena, CASE_OPTIONS_MOST, sizeof(*specs));

	case_option_specs(fields, amends, specs);
	return specs;
}

static void write_texts(struct json_out *w, const struct options *o, const char *option)
{
	const char *values[VALUES_MOST];
	int count = options_values(o, option, values, VALUES_MOST);

	json_open_array(w);
	for (int i = 0; i < count && i < VALUES_MOST; i++)
		json_put_text(w, str_of(values[i]));
	json_close_array(w);
}

static bool write_value(
    struct json_out *w, const struct case_field *f, const struct options *o, struct err *e)
{
	const char *value = options_value(o, f->option);
	int64_t n;

	json_key(w, f->key);
	switch (f->value) {
	case CASE_JUDGED:
		if (strcmp(value, "unknown") == 0) {
			json_put_text(w, STR("unknown"));
			return true;
		}
		json_put_bool(w, strcmp(value, "yes") == 0);
		return true;
	case CASE_ANSWER:
		json_put_bool(w, strcmp(value, "yes") == 0);
		return true;
	case CASE_TEXT:
	case CASE_DATE:
	case CASE_WHEN:
		json_put_text(w, str_of(value));
		return true;
	case CASE_FLAG:
		json_put_bool(w, true);
		return true;
	case CASE_TEXTS:
		write_texts(w, o, f->option);
		return true;
	case CASE_NUMBER:
		if (!number_parse(str_of(value), f->option, 0, INT64_MAX, &n, e)) {
			json_put_null(w);
			return false;
		}
		json_put_int(w, n);
		return true;
	}
	return true;
}

bool case_write_options(
    const struct case_field *fields, const struct options *o, bool more, struct buf *out, struct err *e)
{
	struct json_out *w = json_out_buf(out, false);
	bool good = true;

	json_open_object(w);
	for (const struct case_field *f = fields; f->option; f++)
		if (f->more == more && options_has(o, f->option))
			good &= write_value(w, f, o, e);
	json_close_object(w);
	json_out_close(w);
	return good;
}
