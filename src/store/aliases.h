/*
 * aliases - which vulnerability an advisory is about.
 *
 * A CVE id is a vulnerability. An advisory that is named by one is about it alone; one that names CVE ids
 * among its aliases is about those; one that names none is about those that the advisories sharing a name
 * with it name; and where there is no CVE id at all, the advisories sharing names are one vulnerability,
 * called by the first of their names in byte order. A name that a person refuses of a record
 * (store/refused_names.h) is none of its names. Two CVE ids are never joined into one: an advisory about
 * two gives two.
 */
#pragma once
#include "base/arena.h"
#include "sources/advisory.h"
#include "store/db.h"
#include "store/touched.h"

struct aliases;

struct aliases *aliases_new(struct db *db);
void aliases_free(struct aliases *a);

/* Remembers in touched, which is borrowed, the advisories decided from here on. */
void aliases_watch(struct aliases *a, struct touched *touched);

/* Records the names of an advisory: its id, and those of its aliases that are not refused. */
MUST_CHECK bool aliases_put(
    struct aliases *a, int64_t advisory_id, const struct advisory *adv, struct err *e);
/* Decides for all advisories put, and those they share names with. */
MUST_CHECK bool aliases_resolve(struct aliases *a, struct err *e);

/* The vulnerabilities an advisory is about: at most room ids into out, their number into *count. name is the
 * advisory's own. */
MUST_CHECK bool aliases_vulnerabilities(struct db *db, int64_t advisory_id, struct str name, int64_t *out,
    size_t room, size_t *count, struct err *e);
/* The name of a vulnerability, in the arena. */
MUST_CHECK bool aliases_name(
    struct db *db, int64_t vulnerability_id, struct arena *arena, struct str *name, struct err *e);
/* The id that a name stands for: a CVE id, or another name known to the store; 0 if it is not known. */
MUST_CHECK bool aliases_find(struct db *db, struct str name, int64_t *vulnerability_id, struct err *e);
