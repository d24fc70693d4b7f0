#include "publishing/publication_csaf_parts.h"

#define GUDID "https://accessgudid.nlm.nih.gov/devices/"

struct str csaf_product_id(struct csaf_writing *out, const struct publication_product *p)
{
	return p->release ? arena_printf(out->arena, "RELEASE-%lld", (long long)p->release) : STR("DEVICE");
}

void csaf_put_texts(struct json_out *w, const char *key, const struct str *texts, size_t count)
{
	if (count == 0)
		return;
	json_key(w, key);
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		json_put_text(w, texts[i]);
	json_close_array(w);
}

/* Models, catalogue numbers, and the UDI-DIs as addresses of AccessGUDID. */
static void put_helper(struct csaf_writing *out)
{
	const struct device_numbers *udi = &out->p->device.lists[DEVICE_UDI_DI];
	const struct device_numbers *models = &out->p->device.lists[DEVICE_MODEL_NUMBER];
	const struct device_numbers *catalog = &out->p->device.lists[DEVICE_CATALOG_NUMBER];
	struct json_out *w = out->json;

	if (udi->count + models->count + catalog->count == 0)
		return;
	json_key(w, "product_identification_helper");
	json_open_object(w);
	csaf_put_texts(w, "model_numbers", models->items, models->count);
	csaf_put_texts(w, "skus", catalog->items, catalog->count);
	if (udi->count) {
		json_key(w, "x_generic_uris");
		json_open_array(w);
		for (size_t i = 0; i < udi->count; i++) {
			SCOPED_BUF uri = buf_new(1024);

			buf_add(&uri, STR(GUDID));
			buf_escape(&uri, udi->items[i], "");
			json_open_object(w);
			json_field_text(w, "namespace", STR(GUDID));
			json_field_text(w, "uri", buf_str(&uri));
			json_close_object(w);
		}
		json_close_array(w);
	}
	json_close_object(w);
}

static void put_product(struct csaf_writing *out, const struct publication_product *p)
{
	struct str device = out->p->device.device.name;
	struct json_out *w = out->json;

	json_key(w, "product");
	json_open_object(w);
	json_field_text(w, "name",
	    arena_printf(out->arena, STR_FMT "%s" STR_FMT, STR_WHOLE(device), p->version.len ? " " : "",
		STR_WHOLE(p->version)));
	json_field_text(w, "product_id", csaf_product_id(out, p));
	put_helper(out);
	json_close_object(w);
}

/* The last key of a branch that was opened, and its end. */
static void close_branch(struct json_out *w, const char *category, struct str name)
{
	json_field_text(w, "category", str_of(category));
	json_field_text(w, "name", name);
}

static void put_device_branch(struct csaf_writing *out)
{
	const struct publication *p = out->p;
	struct json_out *w = out->json;
	bool has_releases = p->products[0].release != 0;

	json_open_object(w);
	if (has_releases) {
		json_key(w, "branches");
		json_open_array(w);
		for (size_t i = 0; i < p->product_count; i++) {
			json_open_object(w);
			close_branch(w, "product_version", p->products[i].version);
			put_product(out, &p->products[i]);
			json_close_object(w);
		}
		json_close_array(w);
	}
	close_branch(w, "product_name", p->device.device.name);
	if (!has_releases)
		put_product(out, &p->products[0]);
	json_close_object(w);
}

/* Vendor, device, release (6.3.9). */
void csaf_put_product_tree(struct csaf_writing *out)
{
	const struct device *device = &out->p->device.device;
	struct json_out *w = out->json;

	json_key(w, "product_tree");
	json_open_object(w);
	json_key(w, "branches");
	json_open_array(w);
	json_open_object(w);
	json_key(w, "branches");
	json_open_array(w);
	put_device_branch(out);
	json_close_array(w);
	close_branch(
	    w, "vendor", device->manufacturer_name.len ? device->manufacturer_name : out->p->firm.name);
	json_close_object(w);
	json_close_array(w);
	json_close_object(w);
}
