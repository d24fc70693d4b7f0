/*
 * sync_work - one provider while it is asked: what was fetched lies in a folder, what is known of it waits to
 * be kept until the records are in the store. For the files named sync_ alone.
 *
 * What fails is remembered, the first of it with its words, and the rest goes on: a provider of a thousand
 * documents is not given up for one. After some failures one behind the other it is.
 */
#pragma once
#include "actions/feeds/providers.h"
#include "actions/feeds/sync_feeds.h"
#include "formats/input.h"
#include "store/providers.h"
#include "transfer/download.h"

struct sync_work {
	struct db *db; /* read only */
	const struct provider *provider;
	struct downloader *downloader;
	struct arena *arena;
	const char *folder;
	struct instant now;
	const struct sync_talk *talk;

	size_t fetched, unchanged; /* documents */
	int64_t bytes;
	size_t failures, failures_running; /* running: one behind the other */
	struct err failed;		   /* the first; no code: none */
	struct fetched_document *noted;	   /* to be kept with the records */
	size_t noted_count, noted_room;
};

/* Fetches a document into records/ of the folder, where it is another than the store knows, and notes what is
 * known of it from then on. False where it failed, or is to end. */
bool sync_document(struct sync_work *w, struct str url);
/* The same without regard to what is known: one of many, in the state of an instant, which is noted with it;
 * INSTANT_NONE: nothing is. */
bool sync_record(struct sync_work *w, struct str url, struct instant at);
/* Fetches a list, to be read and closed by the caller: *in is NULL where it failed, or is as it was when all
 * of it was taken. known: what the store knows of it. */
void sync_list(struct sync_work *w, struct str url, struct fetched_document *known, struct input **in);
/* Notes that of a list everything up to a change was taken; or not everything: then it is read again. */
void sync_note(struct sync_work *w, const struct fetched_document *known, struct instant through, bool all);
/* What the store knows of a document; nothing, where it cannot say. */
struct fetched_document sync_known(struct sync_work *w, struct str url);
/* Too much has failed for more to be worth while, or it is to end. */
bool sync_is_over(const struct sync_work *w);
/* Remembers why, the first time. False. */
bool sync_fails(struct sync_work *w, const struct err *why);
