/*
 * devices - devices and releases in the store. Writing is for actions/, within a change.
 */
#pragma once
#include "base/arena.h"
#include "inventory/device.h"
#include "store/db.h"

MUST_CHECK bool device_add(struct db *db, const struct device_profile *p, int64_t *id, struct err *e);
/* In the place of what was stated of the device of that id. */
MUST_CHECK bool device_set(struct db *db, const struct device_profile *p, struct err *e);
/* As device_get, with the lists. */
MUST_CHECK bool device_profile_get(
    struct db *db, struct str name, struct arena *arena, struct device_profile *out, struct err *e);
/* By name or UDI-DI, without its leading zeros or in the UDI of a label too; id 0 where there is none. Texts
 * in the arena. */
MUST_CHECK bool device_find(
    struct db *db, struct str name, struct arena *arena, struct device *out, struct err *e);
/* As device_find; ERR_INPUT where there is none. */
MUST_CHECK bool device_get(
    struct db *db, struct str name, struct arena *arena, struct device *out, struct err *e);
MUST_CHECK bool device_by_id(
    struct db *db, int64_t id, struct arena *arena, struct device *out, struct err *e);
/* By name; the array is in the arena. */
MUST_CHECK bool device_list(
    struct db *db, struct arena *arena, struct device **out, size_t *count, struct err *e);
/* At most so many of them, from the name from on. */
MUST_CHECK bool device_page(struct db *db, struct str from, size_t most, struct arena *arena,
    struct device **out, size_t *count, struct err *e);
MUST_CHECK bool device_count(struct db *db, int64_t *count, struct err *e);

/* What a device is searched for by; valid for the call that it is given in. */
struct device_words {
	int64_t id;
	struct str name, common_name;
	bool has_udi; /* as its first one */
};
struct device_words_sink {
	void *ctx;
	void (*take)(void *ctx, const struct device_words *words);
	const bool *enough; /* those behind are not wanted */
};
/* By name. */
MUST_CHECK bool device_words_each(
    struct db *db, struct str udi, struct device_words_sink sink, struct err *e);

MUST_CHECK bool release_add(struct db *db, const struct release *r, int64_t *id, struct err *e);
/* id 0 where there is none. */
MUST_CHECK bool release_set_units(struct db *db, int64_t id, int64_t units, struct err *e);
MUST_CHECK bool release_find(struct db *db, int64_t device_id, struct str version, struct arena *arena,
    struct release *out, struct err *e);
/* id 0 where there is none. */
MUST_CHECK bool release_by_id(
    struct db *db, int64_t id, struct arena *arena, struct release *out, struct err *e);
/* In the order they were added. */
MUST_CHECK bool release_list(struct db *db, int64_t device_id, struct arena *arena, struct release **out,
    size_t *count, struct err *e);
/* Those that consist of a component list. */
MUST_CHECK bool release_of_list(
    struct db *db, int64_t list_id, struct arena *arena, struct release **out, size_t *count, struct err *e);
/* How many releases have no SBOM. */
MUST_CHECK bool release_count_bare(struct db *db, int64_t *count, struct err *e);
