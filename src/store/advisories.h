/*
 * advisories - taking advisories into the store.
 *
 * A record that stands already (same bytes) is left alone, an older revision than the one that stands is
 * passed over, a newer one replaces it. Ranges and texts are gathered and written in batches;
 * advisories_finish() writes what is left, joins aliases and brings the sources up to date.
 */
#pragma once
#include "sources/advisory.h"
#include "store/packages.h"
#include "store/texts.h"
#include "store/touched.h"

struct advisories;

enum put_result { PUT_NEW, PUT_CHANGED, PUT_UNCHANGED, PUT_OLDER, PUT_RESULT_COUNT };

/* now: when the import began; kept with the sources. */
struct advisories *advisories_new(struct db *db, struct instant now);
void advisories_free(struct advisories *a);

/* Remembers in touched, which is borrowed, what is changed from here on. */
void advisories_watch(struct advisories *a, struct touched *touched);

MUST_CHECK bool advisories_put(
    struct advisories *a, const struct advisory *adv, enum put_result *result, struct err *e);
/* As texts_hand_out() and texts_take_packed(): raw records are packed elsewhere. */
void advisories_hand_out(struct advisories *a, struct raw_hand hand);
MUST_CHECK bool advisories_take_packed(struct advisories *a, const struct raw_block *packed, struct err *e);
/* As packages_merge_by(). */
void advisories_merge_by(struct advisories *a, struct merge_hand hand);
MUST_CHECK bool advisories_put_kev(
    struct advisories *a, const struct kev_entry *k, enum put_result *result, struct err *e);
MUST_CHECK bool advisories_put_epss(
    struct advisories *a, const struct epss_entry *p, enum put_result *result, struct err *e);
struct lifecycle;
MUST_CHECK bool advisories_put_lifecycle(
    struct advisories *a, const struct lifecycle *l, enum put_result *result, struct err *e);
/* Begins a list (KEV, EPSS, life cycles): its date becomes the newest of its source; the entries of a list
 * older than the one that stands are passed over. */
MUST_CHECK bool advisories_list_date(
    struct advisories *a, struct str source, struct instant date, struct err *e);
MUST_CHECK bool advisories_finish(struct advisories *a, struct err *e);

static inline void advisories_scoped_free(struct advisories **a)
{
	advisories_free(*a);
}
#define SCOPED_ADVISORIES __attribute__((cleanup(advisories_scoped_free))) struct advisories
