/*
 * csaf_provider - the lists beside a provider's CSAF documents (CSAF 2.0, 7.1): what there is, since when,
 * and where it is told of.
 *
 * Documents of one TLP label stand in one folder, "white", in it those of a year in "2026". The lists are
 * made of the documents alone, so they are the same whenever they are made anew.
 */
#pragma once
#include "base/arena.h"
#include "base/time.h"
#include "formats/json_tree.h"
#include "formats/json_write.h"

enum csaf_label { CSAF_WHITE, CSAF_GREEN, CSAF_AMBER, CSAF_RED, CSAF_LABEL_COUNT };

/* "white": the folder; "WHITE": the label */
const char *csaf_label_folder(enum csaf_label label);
const char *csaf_label_word(enum csaf_label label);
bool csaf_label_find(struct str word, enum csaf_label *out);

struct csaf_listed {
	enum csaf_label label;
	struct str place; /* where it belongs: "white/2026/ac-2026-0001.json" */
	struct str path;  /* the same below the label's folder: "2026/ac-2026-0001.json" */
	struct str id, title;
	struct instant published, updated; /* the initial and the current release */
	const struct json_node *publisher;
};

/* What a document says of itself; ERR_INPUT where it has no label or no dates. Borrows from root. */
MUST_CHECK bool csaf_listed_of(
    const struct json_node *root, struct arena *arena, struct csaf_listed *out, struct err *e);
struct str csaf_place_of(
    enum csaf_label label, struct instant initial_release, struct str id, struct arena *arena);

/* The newest first, as changes.csv and the feed have them. */
void csaf_listed_sort(struct csaf_listed *all, size_t count);
/* index.txt, changes.csv (7.1.12, 7.1.13) of the documents of a label. */
void csaf_index_write(const struct csaf_listed *all, size_t count, enum csaf_label label, struct buf *out);
void csaf_changes_write(const struct csaf_listed *all, size_t count, enum csaf_label label, struct buf *out);
/* The ROLIE feed of a label (7.1.15), and provider-metadata.json (7.1.7); url ends with a slash. */
void csaf_feed_write(const struct csaf_listed *all, size_t count, enum csaf_label label, struct str url,
    struct arena *arena, struct json_out *w);
void csaf_metadata_write(
    const struct csaf_listed *all, size_t count, struct str url, struct arena *arena, struct json_out *w);
