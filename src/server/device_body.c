#include "server/device_body.h"

const char *device_body_keys(struct arena *arena)
{
	struct str keys = STR("name|why");

	for (const struct device_field *f = device_fields; f->name; f++)
		keys = arena_printf(arena, "%.*s|%s", (int)keys.len, keys.ptr, f->name);
	for (enum device_list list = 0; list < DEVICE_LIST_COUNT; list++)
		keys = arena_printf(arena, "%.*s|%s", (int)keys.len, keys.ptr, device_list_name(list));
	return keys.ptr;
}

/* As the terminal takes it: "yes" of true, nothing of null. */
static bool text_of(const struct json_node *at, struct str *out, struct err *e)
{
	switch (at->kind) {
	case JSON_NULL:
		*out = STR("");
		return true;
	case JSON_BOOL:
		*out = str_eq(at->text, STR("true")) ? STR("yes") : STR("no");
		return true;
	case JSON_TEXT:
	case JSON_NUMBER:
		*out = at->text;
		return true;
	case JSON_ARRAY:
	case JSON_OBJECT:
	case JSON_NOTHING:
		break;
	}
	return err_fail(e, ERR_INPUT, "a text, a number, true or false is expected");
}

static bool put_list(const struct json_node *at, struct device_profile *p, enum device_list list,
    struct arena *arena, struct err *e)
{
	if (at->kind != JSON_ARRAY && at->kind != JSON_NULL)
		return err_fail(e, ERR_INPUT, "an array is expected");
	p->lists[list] = (struct device_numbers){ 0 };
	for (const struct json_node *in = at->first; in; in = in->next)
		if (in->kind != JSON_TEXT)
			return err_fail(e, ERR_INPUT, "a text is expected") ||
			       err_within(e, "%zu", in->place);
		else if (!device_list_add(p, list, in->text, arena, e))
			return err_within(e, "%zu", in->place);
	return true;
}

bool device_body_put(const struct body *b, struct device_profile *p, struct arena *arena, struct err *e)
{
	const struct json_node *at;
	struct str text;

	if (!body_text(b, "name", &text, e))
		return false;
	if (text.ptr)
		p->device.name = text;
	for (const struct device_field *f = device_fields; f->name; f++) {
		at = json_node_get(b->root, str_of(f->name));
		if (at && (!text_of(at, &text, e) || !device_field_set(&p->device, f, text, arena, e)))
			return err_within(e, "body: /%s", f->name);
	}
	for (enum device_list list = 0; list < DEVICE_LIST_COUNT; list++) {
		at = json_node_get(b->root, str_of(device_list_name(list)));
		if (at && !put_list(at, p, list, arena, e))
			return err_within(e, "body: /%s", device_list_name(list));
	}
	return true;
}
