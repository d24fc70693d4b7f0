#include "actions/matching/alias_json.h"

void alias_rule_json(struct json_out *w, const struct package_alias *rule, struct arena *arena)
{
	json_open_object(w);
	json_field_int(w, "rule", rule->id);
	json_field_text(w, "package", alias_words(rule->left, arena));
	json_field_text(w, "is_also", alias_words(rule->right, arena));
	json_field_instant(w, "at", rule->at);
	json_field_text(w, "by", rule->who);
	json_field_text(w, "why", rule->why);
	json_close_object(w);
}

void alias_rules_json(
    struct json_out *w, const struct package_alias *rules, size_t count, struct arena *arena)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		alias_rule_json(w, &rules[i], arena);
	json_close_array(w);
}

static void put_shipped(struct json_out *w, size_t rule, struct arena *arena)
{
	struct alias_name names[ALIAS_SHIPPED_NAMES_MOST];
	const char *why;
	size_t count = alias_shipped(rule, names, COUNT(names), &why);

	json_open_object(w);
	json_key(w, "names");
	json_open_array(w);
	for (size_t i = 0; i < count && i < COUNT(names); i++)
		json_put_text(w, alias_words(names[i], arena));
	json_close_array(w);
	json_field_text(w, "why", str_of(why));
	json_close_object(w);
}

void alias_shipped_json(struct json_out *w, size_t from, size_t count, struct arena *arena)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		put_shipped(w, from + i, arena);
	json_close_array(w);
}

void alias_check_json(struct json_out *w, const struct alias_place *places, size_t count, struct arena *arena)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++) {
		json_open_object(w);
		json_field_text(w, "package", alias_words(places[i].name, arena));
		json_field_bool(w, "records", places[i].known);
		json_field_text(w, "through", places[i].through);
		json_close_object(w);
	}
	json_close_array(w);
}
