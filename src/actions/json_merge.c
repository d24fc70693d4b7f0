#include "actions/json_merge.h"

#include <jansson.h>
#include <stdlib.h>

bool json_merge(struct str old, struct str new, struct arena *arena, struct str *out, struct err *e)
{
	json_t *base = json_loadb(old.ptr, old.len, 0, NULL), *over = json_loadb(new.ptr, new.len, 0, NULL);
	char *text = NULL;

	if (base && over && json_object_update(base, over) == 0)
		text = json_dumps(base, JSON_COMPACT);
	json_decref(base);
	json_decref(over);
	if (!text)
		return err_fail(e, ERR_STORE, "a record of the store is damaged");
	*out = arena_copy(arena, str_of(text));
	free(text);
	return true;
}
