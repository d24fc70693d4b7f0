/*
 * leg - what one component answers for one leg of a configuration, and what all of them answer for many
 * releases at once.
 *
 * The set algebra is that of platform_judge() over numbered lists of components: a set a value, a bit a list.
 */
#pragma once
#include "base/bits.h"
#include "matching/match.h"
#include "matching/platform.h"

/* An identity of the leg's package met its range so. A list holds the strongest answer of its components;
 * without a component that names the package it is PLATFORM_UNKNOWN. */
enum platform_answer leg_answer(const struct affected *leg, bool vulnerable, enum meeting meeting);

/* Of the lists: which hold it, and which may. What may holds what does. */
struct leg_sets {
	struct bits yes, may;
};

/* Asked for each leg once. The sets are made in the arena by the callee, all of one size. */
struct leg_holders {
	void *ctx;
	bool (*holders)(void *ctx, const struct affected *leg, bool vulnerable, struct arena *arena,
	    struct leg_sets *out, struct err *e);
};

/* The configuration over all lists below count. domain: the lists that hold one of its vulnerable legs,
 * those apart that are only named to be denied. */
MUST_CHECK bool legs_judge(const struct config *config, size_t count, struct leg_holders of,
    struct arena *arena, struct leg_sets *out, struct bits *domain, struct err *e);
