#include "sources/providers/csaf_provider.h"

#include "formats/json_tree.h"

struct places {
	struct arena *arena;
	struct csaf_place *items;
	size_t count, room;
};

static void add(struct places *p, struct str url, bool is_feed)
{
	if (url.len == 0)
		return;
	p->items = arena_room(p->arena, p->items, p->count, &p->room, sizeof(*p->items));
	p->items[p->count++] = (struct csaf_place){ arena_copy(p->arena, url), is_feed };
}

/* What is not for everybody needs a client's certificate, or a word that is not ours. */
static bool is_for_everybody(struct str tlp)
{
	return tlp.len == 0 || str_is_among(tlp, "WHITE|CLEAR|UNLABELED");
}

static void add_feeds(struct places *p, const struct json_node *distributions)
{
	for (const struct json_node *one = distributions->first; one; one = one->next) {
		const struct json_node *feeds = json_node_get(json_node_get(one, STR("rolie")), STR("feeds"));

		for (const struct json_node *feed = feeds ? feeds->first : NULL; feed; feed = feed->next)
			if (is_for_everybody(json_node_field(feed, STR("tlp_label"))))
				add(p, json_node_field(feed, STR("url")), true);
	}
}

static void add_folders(struct places *p, const struct json_node *distributions)
{
	for (const struct json_node *one = distributions->first; one; one = one->next)
		add(p, json_node_field(one, STR("directory_url")), false);
}

bool csaf_provider_read(
    struct input *in, struct str url, struct arena *arena, struct csaf_places *out, struct err *e)
{
	const struct json_node *root, *distributions;
	struct places p = { .arena = arena };

	if (!json_tree_read(in, arena, &root, e))
		return false;
	distributions = json_node_get(root, STR("distributions"));
	if (json_node_get(root, STR("feed"))) {
		add(&p, url, true);
	} else if (distributions) {
		add_feeds(&p, distributions);
		if (p.count == 0)
			add_folders(&p, distributions);
	}
	*out = (struct csaf_places){ p.items, p.count };
	return p.count > 0 ||
	       err_fail(e, ERR_INPUT,
		   STR_FMT ": expected distributions with a ROLIE feed or a folder that anybody may read",
		   STR_ARG(input_name(in)));
}
