/*
 * source_off - a source that a person has turned off: who, when and why.
 *
 * Its records stay in the store and new ones are taken; what they say is not matched, scored or counted. It
 * is told wherever an answer rests on sources: a source that is off is a blind spot that somebody chose.
 */
#pragma once
#include "base/arena.h"
#include "base/time.h"

/* All empty: it is not off. There is always a reason. */
struct source_off {
	struct instant at;
	struct str by, why;
};

static inline bool source_is_off(const struct source_off *off)
{
	return off->why.len > 0;
}

/* "nvd is turned off since 2026-11-29 by mvk (false alarms): what it says is not counted"; in the arena. */
struct str source_off_words(struct str source, const struct source_off *off, struct arena *arena);
