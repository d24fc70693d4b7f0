#include "actions/casework/case_needed.h"

#include <jansson.h>

#include "assessment/case_fields.h"
#include "base/text.h"

/* Null, a list of nothing and a text of blanks state nothing. */
static bool is_stated(const json_t *facts, struct str key)
{
	const json_t *value = json_object_getn(facts, key.ptr, key.len);

	if (json_is_string(value))
		return text_says((struct str){ json_string_value(value), json_string_length(value) });
	return value && !json_is_null(value) && !(json_is_array(value) && json_array_size(value) == 0);
}

static const char *option_of(const struct case_record *r, struct str key)
{
	const struct case_field *f = case_fields_of(r->kind);

	while (f->option && !str_eq(str_of(f->key), key))
		f++;
	return f->option;
}

bool case_needed(const struct case_record *r, struct err *e)
{
	const char *needed = case_fields_needed(r->kind);
	struct str keys, key;
	bool good = true;
	json_t *facts;

	if (!needed)
		return true;
	keys = str_of(needed);
	facts = json_loadb(r->facts.ptr, r->facts.len, 0, NULL);
	while (good && str_next(&keys, '|', &key))
		good = is_stated(facts, key) || err_fail(e, ERR_INPUT, STR_FMT " is missing", STR_ARG(key)) ||
		       err_field(e, option_of(r, key));
	json_decref(facts);
	return good;
}
