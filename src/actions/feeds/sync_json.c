#include "actions/feeds/sync_json.h"

#include "actions/feeds/feed_json.h"

void sync_done_json(struct json_out *w, const struct sync_done *done, size_t count)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++) {
		json_open_object(w);
		json_field_text(w, "provider", done[i].provider);
		json_field_int(w, "fetched", (int64_t)done[i].fetched);
		json_field_int(w, "unchanged", (int64_t)done[i].unchanged);
		json_field_int(w, "bytes", done[i].bytes);
		json_key(w, "imported");
		import_report_json(w, &done[i].imported);
		if (done[i].failure.len)
			json_field_text(w, "failure", done[i].failure);
		json_close_object(w);
	}
	json_close_array(w);
}

static void put_row(struct json_out *w, const struct provider_sync *row)
{
	json_field_instant(w, "asked", row->asked);
	if (instant_is_known(row->done))
		json_field_instant(w, "done", row->done);
	if (instant_is_known(row->failing_since))
		json_field_instant(w, "failing_since", row->failing_since);
	if (row->failure.len)
		json_field_text(w, "failure", row->failure);
}

void providers_json(
    struct json_out *w, const struct providers *all, const struct provider_sync *rows, size_t count)
{
	json_open_array(w);
	for (size_t i = 0; i < all->count; i++) {
		const struct provider *p = &all->items[i];

		json_open_object(w);
		json_field_text(w, "provider", p->name);
		json_field_text(w, "kind", str_of(provider_kinds[p->kind]));
		json_field_text(w, "url", p->kind == PROVIDER_DOCUMENTS ? p->items[0] : p->url);
		for (size_t k = 0; k < count; k++)
			if (str_eq(rows[k].provider, p->name))
				put_row(w, &rows[k]);
		json_close_object(w);
	}
	json_close_array(w);
}
