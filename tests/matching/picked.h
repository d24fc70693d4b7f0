/*
 * picked - the records that labels speak of, picked by id out of the feeds.
 *
 * "nvd:CVE-2018-16525" is looked for in the file of its year; "override:CVE-...", "cve:CVE-..." and "osv:ID"
 * in the archives; "csaf:icsma-19-190-01" among the advisories; "file:PATH" is a file of the data. Each file
 * is read once, however many records of it are wanted, and nothing is kept on disk.
 */
#pragma once
#include "matching/answers.h"

struct picked;

/* find gives the path of a file of the data, NULL where there is none; valid until its next call. large: also
 * from files that take long under a sanitizer. */
struct picked *picked_new(const char *(*find)(const char *file), bool large);
void picked_free(struct picked *p);

/* A record that will be asked for. False where it is in a large file that is left alone. */
bool picked_want(struct picked *p, struct str record);
/* Reads what is wanted; false where the data is not there. */
bool picked_read(struct picked *p);
/* How many of the wanted records were not found in their files; each is told. */
size_t picked_missing(const struct picked *p);
/* Adds what the record says to the store: one record may give several advisories. */
void picked_add(const struct picked *p, struct str record, struct answers *to);

static inline void picked_scoped_free(struct picked **p)
{
	picked_free(*p);
}
#define SCOPED_PICKED __attribute__((cleanup(picked_scoped_free))) struct picked
