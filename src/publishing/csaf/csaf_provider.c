#include "publishing/csaf/csaf_provider.h"

#include "base/vec.h"
#include "publishing/csaf/csaf_check.h"

#define SCHEMA "https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json"

static const char *const labels[][2] = {
	[CSAF_WHITE] = { "white", "WHITE" },
	[CSAF_GREEN] = { "green", "GREEN" },
	[CSAF_AMBER] = { "amber", "AMBER" },
	[CSAF_RED] = { "red", "RED" },
};
_Static_assert(COUNT(labels) == CSAF_LABEL_COUNT, "a folder for every label");

const char *csaf_label_folder(enum csaf_label label)
{
	return labels[label][0];
}

const char *csaf_label_word(enum csaf_label label)
{
	return labels[label][1];
}

bool csaf_label_find(struct str word, enum csaf_label *out)
{
	for (int i = 0; i < CSAF_LABEL_COUNT; i++)
		if (str_eq(word, str_of(csaf_label_word((enum csaf_label)i)))) {
			*out = (enum csaf_label)i;
			return true;
		}
	return false;
}

struct str csaf_place_of(
    enum csaf_label label, struct instant initial_release, struct str id, struct arena *arena)
{
	int year, month, day;

	date_split(instant_date(initial_release, 0), &year, &month, &day);
	return arena_printf(
	    arena, "%s/%d/" STR_FMT, csaf_label_folder(label), year, STR_WHOLE(csaf_file_name(id, arena)));
}

bool csaf_listed_of(const struct json_node *root, struct arena *arena, struct csaf_listed *out, struct err *e)
{
	const struct json_node *document = json_node_get(root, STR("document"));
	const struct json_node *tracking = json_node_get(document, STR("tracking"));
	const struct json_node *tlp = json_node_get(json_node_get(document, STR("distribution")), STR("tlp"));
	struct csaf_listed l = { .id = json_node_field(tracking, STR("id")),
		.title = json_node_field(document, STR("title")),
		.publisher = json_node_get(document, STR("publisher")) };

	if (!csaf_label_find(json_node_field(tlp, STR("label")), &l.label))
		return err_fail(e, ERR_INPUT, "it has no TLP label");
	if (!instant_parse(json_node_field(tracking, STR("initial_release_date")), false, &l.published, e) ||
	    !instant_parse(json_node_field(tracking, STR("current_release_date")), false, &l.updated, e))
		return false;
	l.place = csaf_place_of(l.label, l.published, l.id, arena);
	l.path = str_from(l.place, strlen(csaf_label_folder(l.label)) + 1);
	*out = l;
	return true;
}

static int newest_first(const void *a, const void *b)
{
	const struct csaf_listed *left = a, *right = b;

	if (left->updated.us != right->updated.us)
		return left->updated.us > right->updated.us ? -1 : 1;
	return str_cmp(left->path, right->path);
}

void csaf_listed_sort(struct csaf_listed *all, size_t count)
{
	vec_sort(all, count, sizeof(*all), newest_first);
}

void csaf_index_write(const struct csaf_listed *all, size_t count, enum csaf_label label, struct buf *out)
{
	for (size_t i = 0; i < count; i++)
		if (all[i].label == label)
			buf_printf(out, STR_FMT "\n", STR_WHOLE(all[i].path));
}

/* Paths have letters, digits and -+_./ alone, so quotes are all there is to do. */
void csaf_changes_write(const struct csaf_listed *all, size_t count, enum csaf_label label, struct buf *out)
{
	char text[INSTANT_TEXT_SIZE];

	for (size_t i = 0; i < count; i++)
		if (all[i].label == label)
			buf_printf(out, "\"" STR_FMT "\",\"%s\"\n", STR_WHOLE(all[i].path),
			    instant_write(all[i].updated, text));
}

static void field_instant(struct json_out *w, const char *key, struct instant at)
{
	char text[INSTANT_TEXT_SIZE];

	json_field_text(w, key, str_of(instant_write(at, text)));
}

static void put_link(struct json_out *w, const char *rel, struct str href)
{
	json_open_object(w);
	json_field_text(w, "rel", str_of(rel));
	json_field_text(w, "href", href);
	json_close_object(w);
}

static struct str feed_url(struct str url, enum csaf_label label, struct arena *arena)
{
	return arena_printf(arena, STR_FMT "%s/csaf-feed-tlp-%s.json", STR_WHOLE(url),
	    csaf_label_folder(label), csaf_label_folder(label));
}

static void put_entry(struct json_out *w, const struct csaf_listed *l, struct str url, struct arena *arena)
{
	struct str self = arena_printf(
	    arena, STR_FMT "%s/" STR_FMT, STR_WHOLE(url), csaf_label_folder(l->label), STR_WHOLE(l->path));

	json_open_object(w);
	json_field_text(w, "id", l->id);
	json_field_text(w, "title", l->title);
	json_key(w, "link");
	json_open_array(w);
	put_link(w, "self", self);
	put_link(w, "hash", arena_printf(arena, STR_FMT ".sha256", STR_WHOLE(self)));
	put_link(w, "hash", arena_printf(arena, STR_FMT ".sha512", STR_WHOLE(self)));
	json_close_array(w);
	field_instant(w, "published", l->published);
	field_instant(w, "updated", l->updated);
	json_key(w, "content");
	json_open_object(w);
	json_field_text(w, "type", STR("application/json"));
	json_field_text(w, "src", self);
	json_close_object(w);
	json_key(w, "format");
	json_open_object(w);
	json_field_text(w, "schema", STR(SCHEMA));
	json_field_text(w, "version", STR("2.0"));
	json_close_object(w);
	json_close_object(w);
}

/* Of the newest of the label. */
static struct instant updated_at(const struct csaf_listed *all, size_t count, enum csaf_label label)
{
	for (size_t i = 0; i < count; i++)
		if (all[i].label == label)
			return all[i].updated;
	return INSTANT_NONE;
}

void csaf_feed_write(const struct csaf_listed *all, size_t count, enum csaf_label label, struct str url,
    struct arena *arena, struct json_out *w)
{
	json_open_object(w);
	json_key(w, "feed");
	json_open_object(w);
	json_field_text(w, "id", arena_printf(arena, "csaf-feed-tlp-%s", csaf_label_folder(label)));
	json_field_text(w, "title", arena_printf(arena, "CSAF documents (TLP:%s)", csaf_label_word(label)));
	json_key(w, "link");
	json_open_array(w);
	put_link(w, "self", feed_url(url, label, arena));
	json_close_array(w);
	json_key(w, "category");
	json_open_array(w);
	json_open_object(w);
	json_field_text(w, "scheme", STR("urn:ietf:params:rolie:category:information-type"));
	json_field_text(w, "term", STR("csaf"));
	json_close_object(w);
	json_close_array(w);
	field_instant(w, "updated", updated_at(all, count, label));
	json_key(w, "entry");
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		if (all[i].label == label)
			put_entry(w, &all[i], url, arena);
	json_close_array(w);
	json_close_object(w);
	json_close_object(w);
}

static void put_feeds(
    const struct csaf_listed *all, size_t count, struct str url, struct arena *arena, struct json_out *w)
{
	json_key(w, "rolie");
	json_open_object(w);
	json_key(w, "feeds");
	json_open_array(w);
	for (int i = 0; i < CSAF_LABEL_COUNT; i++) {
		enum csaf_label label = (enum csaf_label)i;

		if (!instant_is_known(updated_at(all, count, label)))
			continue;
		json_open_object(w);
		json_field_text(w, "tlp_label", str_of(csaf_label_word(label)));
		json_field_text(w, "url", feed_url(url, label, arena));
		json_close_object(w);
	}
	json_close_array(w);
	json_close_object(w);
}

static void put_distributions(
    const struct csaf_listed *all, size_t count, struct str url, struct arena *arena, struct json_out *w)
{
	json_key(w, "distributions");
	json_open_array(w);
	for (int i = 0; i < CSAF_LABEL_COUNT; i++) {
		enum csaf_label label = (enum csaf_label)i;

		if (!instant_is_known(updated_at(all, count, label)))
			continue;
		json_open_object(w);
		json_field_text(w, "directory_url",
		    arena_printf(arena, STR_FMT "%s/", STR_WHOLE(url), csaf_label_folder(label)));
		json_close_object(w);
	}
	json_open_object(w);
	put_feeds(all, count, url, arena, w);
	json_close_object(w);
	json_close_array(w);
}

/* A provider signs nothing: that is for trusted providers (7.2.3). The publisher is that of the newest. */
void csaf_metadata_write(
    const struct csaf_listed *all, size_t count, struct str url, struct arena *arena, struct json_out *w)
{
	json_open_object(w);
	json_field_text(
	    w, "canonical_url", arena_printf(arena, STR_FMT "provider-metadata.json", STR_WHOLE(url)));
	put_distributions(all, count, url, arena, w);
	field_instant(w, "last_updated", all[0].updated);
	json_field_bool(w, "list_on_CSAF_aggregators", true);
	json_field_text(w, "metadata_version", STR("2.0"));
	json_field_bool(w, "mirror_on_CSAF_aggregators", true);
	json_key(w, "publisher");
	json_open_object(w);
	for (const struct json_node *at = all[0].publisher ? all[0].publisher->first : NULL; at;
	     at = at->next)
		if (at->kind == JSON_TEXT) {
			json_key_str(w, at->key);
			json_put_text(w, at->text);
		}
	json_close_object(w);
	json_field_text(w, "role", STR("csaf_provider"));
	json_close_object(w);
}
