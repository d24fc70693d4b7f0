/*
 * feed_pipe - reads feeds on a thread of its own, ahead of whoever takes the records.
 *
 * Unpacking, parsing and the packing of raw records keep one core busy, storing the other. What is
 * read arrives in the order of the documents, in batches; some megabytes at most wait. What the taker gives
 * to be packed comes back as items of their own, some batches later.
 */
#pragma once
#include "sources/advisory.h"
#include "sources/lifecycle.h"
#include "store/raw_blocks.h"

enum pipe_kind {
	PIPE_DOCUMENT, /* a document that is a feed begins */
	PIPE_DOCUMENT_DONE,
	PIPE_OTHER,   /* a document that is no feed was passed over */
	PIPE_SKIPPED, /* a bad record (or a bad document that is one record) was passed over */
	PIPE_LIST_DATE,
	PIPE_ADVISORY,
	PIPE_KEV,
	PIPE_EPSS,
	PIPE_LIFECYCLE,
	PIPE_PACKED /* what feed_pipe_pack() was given */
};

/* Valid until the next one is asked for. */
struct pipe_item {
	enum pipe_kind kind;
	bool same_raw; /* advisory: raw is that of the advisory before it */
	union {
		struct advisory advisory; /* without its digest */
		struct kev_entry kev;
		struct epss_entry epss;
		struct lifecycle lifecycle;
		struct raw_block packed;
		struct err *why; /* skipped */
		struct {
			struct str name; /* of the document */
			const char *feed;
		} document;
		struct {
			struct str source;
			struct instant date;
		} list;
	} of;
};

struct feed_pipe;

/* Starts reading path. named: a document that is no feed, or is bad, is an error, as the path was named
 * itself. */
struct feed_pipe *feed_pipe_open(const char *path, bool named);
/* The next item, NULL at the end and on failure: feed_pipe_close tells which. */
const struct pipe_item *feed_pipe_next(struct feed_pipe *p);
/* To be packed (store/raw_blocks.h); pipe is a struct feed_pipe. Declines while reading is behind, so that
 * both cores have work. */
bool feed_pipe_pack(void *pipe, const struct raw_block *block);
/* Stops reading where it stands. False where reading failed before: *e says why. */
MUST_CHECK bool feed_pipe_close(struct feed_pipe *p, struct err *e);
