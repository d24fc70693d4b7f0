/*
 * context - what the world said of a vulnerability when it was assessed, and how that differs from what it
 * says now: the watch that tells when an assessment rests on what no longer holds.
 *
 * Not every context speaks of exploits: those of before they were watched do not, and then none of them is
 * new.
 *
 * A context is a list of statements, each of one subject: "kev" is "listed", "score" of "nvd 3.1" is "9.8
 * CVSS:3.1/...", "release" "2.1" is "affected". Nothing of it decides anything: people assess again.
 */
#pragma once
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

#define CONTEXT_KEV "kev"
#define CONTEXT_EPSS "epss"
#define CONTEXT_EXPLOIT "exploit"
#define CONTEXT_SCORE "score"
#define CONTEXT_ADVISORY "advisory"
#define CONTEXT_RELEASE "release"
#define CONTEXT_RUBRIC "rubric"
#define CONTEXT_POLICY "policy"
#define CONTEXT_CHOICES "kev|epss|exploit|score|advisory|release|rubric|policy"

struct context_item {
	const char *what; /* one of the above */
	struct str name;  /* of which: may be empty */
	struct str value;
};

struct context {
	struct context_item *items;
	size_t count, room;
};

/* Texts are borrowed. */
void context_add(struct context *c, const char *what, struct str name, struct str value, struct arena *arena);

/* "release 2.1 = affected"; in the arena. */
struct str context_item_write(const struct context_item *item, struct arena *arena);
/* Borrows from text. False where it is none. */
bool context_item_read(struct str text, struct context_item *out);

/* When a probability has changed so much that it is told: millionths, and times. */
struct context_limits {
	int64_t epss_threshold; /* passed, upwards or downwards */
	int64_t epss_factor;	/* as many times as high, and at least EPSS_LEAST */
};
#define CONTEXT_EPSS_LEAST 10000
struct context_limits context_limits_default(void);

struct context_change {
	const char *what;
	struct str name, before, after; /* no pointer: it was not there, or is not any more */
};

/* What differs, by subject. *out is in the arena and borrows from both; both are put in order. */
void context_compare(struct context *before, struct context *after, const struct context_limits *limits,
    struct arena *arena, struct context_change **out, size_t *count);

/* In words: "EPSS rose from 0.02 to 0.34"; in the arena. */
struct str context_change_says(const struct context_change *change, struct arena *arena);
