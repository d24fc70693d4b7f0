#include "actions/matching/caveats_json.h"

void caveats_json(struct json_out *w, const struct caveats *c)
{
	json_key(w, "warnings");
	json_open_array(w);
	for (size_t i = 0; i < c->count; i++)
		json_put_text(w, c->items[i].text);
	json_close_array(w);
}
