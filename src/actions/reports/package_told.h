/*
 * package_told - what the sealed entries of an inspection package's trail tell of one of its casefiles: its
 * opening, its records, its signatures, and what was stated of the firm and the device.
 *
 * What is shown of the casefile is held against it (package_casefiles.h). Private to these.
 */
#pragma once
#include <jansson.h>

#include "actions/trail/verify_store.h"
#include "assessment/casefile.h"
#include "base/arena.h"
#include "records/signature.h"

/* Beside the record of the same place. */
struct told_record {
	json_t *facts, *more; /* what it states, read */
	bool shown;
};

struct told_signature {
	struct signature s;
	bool shown;
};

/* What was read of JSON belongs to kept. */
struct package_told {
	struct verify_sink out;
	struct arena arena;
	json_t *kept;
	int64_t casefile;
	struct str subject;		   /* "casefile 2" */
	json_t *opening;		   /* NULL: no entry tells of it */
	struct instant opened_at, made_at; /* the package: when its last entry was made */
	struct case_record *records;
	struct told_record *told;
	size_t record_count, record_room, told_room;
	struct told_signature *signatures;
	size_t signature_count, signature_room;
	json_t *devices;		  /* by object: "device 1", as it was stated last */
	json_t *policies;		  /* each version */
	struct str time_zone, firm, isao; /* JSON as it was stated last; no pointer: never */
};

/* trail: the lines of trail.jsonl. The caller closes it. */
void package_told_open(struct package_told *t, int64_t casefile, struct str trail, struct verify_sink out);
void package_told_close(struct package_told *t);

/* Tells it, behind the casefile's number. */
void package_fault(struct package_told *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* NULL where it is none, or one with a key that stands twice. */
json_t *package_read_json(struct package_told *t, struct str text);
/* A member that is a text; else empty. */
struct str package_text_at(const json_t *object, const char *key);
/* The place of a record; the count where there is none. */
size_t package_record_at(const struct package_told *t, int64_t id);
