/*
 * sync_csaf - the advisories of a CSAF provider: each document in the state that the provider's list names.
 * Source: CSAF 2.0, section 7.1.
 */
#include "actions/feeds/sync_kinds.h"
#include "limits.h"
#include "sources/providers/csaf_provider.h"
#include "sources/providers/listed.h"

struct listing {
	struct sync_work *work;
	struct str base; /* of a folder; empty: what is listed are whole addresses */
	struct str of;	 /* the list's own address */
};

/* Whoever serves the list over TLS may not send us elsewhere without. */
static bool is_fit(const struct listing *l, struct str url)
{
	return !str_starts(l->of, STR("https:")) || str_starts(url, STR("https:"));
}

static bool take(void *ctx, const struct listed *one, struct err *e)
{
	struct listing *l = ctx;
	struct sync_work *w = l->work;
	struct str url = arena_join(w->arena, l->base, one->what);
	struct fetched_document known;

	if (!is_fit(l, url))
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is no https address", STR_ARG(url));
	if (sync_is_over(w))
		return true;
	known = sync_known(w, url);
	if (instant_is_known(known.through) && known.through.us == one->at.us)
		w->unchanged++;
	else
		sync_record(w, url, one->at);
	return true;
}

static void sync_place(struct sync_work *w, const struct csaf_place *place)
{
	struct str slash = str_ends(place->url, STR("/")) ? STR("") : STR("/");
	struct str parts[] = { place->url, slash, STR("changes.csv") };
	struct str url = place->is_feed ? place->url : arena_join_all(w->arena, parts, COUNT(parts));
	struct listing l = { .work = w,
		.base = place->is_feed ? STR("") : arena_join(w->arena, place->url, slash),
		.of = url };
	struct fetched_document list;
	SCOPED_INPUT *in = NULL;
	size_t failures = w->failures;
	struct err e = { 0 };

	sync_list(w, url, &list, &in);
	if (!in)
		return;
	if (!(place->is_feed ? csaf_feed_read : csaf_changes_read)(in, (struct listed_sink){ &l, take }, &e))
		sync_fails(w, &e);
	sync_note(w, &list, INSTANT_NONE, w->failures == failures && !sync_is_over(w));
}

void sync_csaf(struct sync_work *w)
{
	struct fetched_document known;
	SCOPED_INPUT *in = NULL;
	struct csaf_places places;
	struct err e = { 0 };

	sync_list(w, w->provider->url, &known, &in);
	if (!in)
		return;
	if (!csaf_provider_read(in, w->provider->url, w->arena, &places, &e)) {
		sync_fails(w, &e);
		return;
	}
	for (size_t i = 0; i < places.count && !sync_is_over(w); i++)
		sync_place(w, &places.items[i]);
}
