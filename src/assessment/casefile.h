/*
 * casefile - the manufacturer's file on one vulnerability in one device, from signal to closure.
 *
 * A casefile is a head and records: each holds its part of the facts document (decision/facts_json.h) as
 * JSON, and more that people are shown. Records are only added; one may replace an earlier one of its kind,
 * in its place.
 */
#pragma once
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"
#include "base/time.h"

struct casefile {
	int64_t id, device_id;
	struct str title;
	struct str vulnerability; /* its name */
	struct instant opened_at;
	struct date closed_on; /* DATE_NONE: open */
};

struct case_record {
	int64_t id;
	int64_t replaces; /* the record it stands in for; 0: none */
	struct str kind;  /* "assessment" */
	struct str facts; /* JSON object, "{}" where the kind has none */
	struct str more;  /* JSON object */
	struct instant at;
	struct str who;
};

struct case_kind {
	const char *name;
	const char *key;    /* where its facts stand in the facts document; NULL: nowhere */
	bool list;	    /* elements of a list; else the last one is the value */
	const char *within; /* the kind in whose facts the list stands; NULL: in the document itself */
	const char *none;   /* what an object says where there is no record; NULL: nothing is said */
};

/* Ended by a row without a name. */
extern const struct case_kind case_kinds[];
const struct case_kind *case_kind_find(struct str name);

/* What a facts document is put together from, besides the records; JSON each, no pointer: left out. */
struct case_setting {
	struct date today;
	struct str time_zone; /* a name, not JSON */
	struct str device, firm, isao, policy, releases;
};

/* The closing that was entered last; NULL where the file was never closed. */
const struct case_record *casefile_last_closure(const struct case_record *records, size_t count);

/* "casefile 7": what the audit trail and signatures call it. In the arena. */
struct str casefile_subject(int64_t id, struct arena *arena);

/* The record with this number; NULL: there is none. */
const struct case_record *casefile_record(const struct case_record *records, size_t count, int64_t id);

/* The record that stands now in the place of records[i]: itself, or what replaced it. */
const struct case_record *casefile_standing(const struct case_record *records, size_t count, size_t i);

/* The record that stands at a place of the list that its kind has in the facts document; NULL: none. */
const struct case_record *casefile_listed(
    const struct case_record *records, size_t count, const char *kind, int64_t place);

/* The other way round: the place in the list of its kind of a record, by its number; -1: there is no such. */
int64_t casefile_place(const struct case_record *records, size_t count, const char *kind, int64_t id);

/* The number of the record that began the chain of those that stand one in the place of the other. */
int64_t casefile_first(const struct case_record *records, size_t count, int64_t id);

/* ERR_INPUT: there is no record of the kind with this number, or, for 0, it is not said which is meant; and
 * which there are. Always false. */
bool casefile_refuse_number(int64_t casefile_id, const struct case_record *records, size_t count,
    const char *kind, int64_t number, struct err *e);

/* What a signature on a record covers: everything that the record is. Texts in the arena. */
#define CASE_RECORD_FIELDS 8
void casefile_record_fields(int64_t casefile_id, const struct case_record *r, struct arena *arena,
    struct str fields[CASE_RECORD_FIELDS]);

/* The facts document of a casefile. A list without a record is empty: what is not in the file has not
 * happened. */
void casefile_write_facts(const struct casefile *c, const struct case_record *records, size_t count,
    const struct case_setting *setting, struct buf *out);
