/*
 * backup_manifest - what a backup says of itself: the last bytes of its file, behind the store.
 *
 * A line "aftercare backup 1 DIGEST", then JSON, then line ends up to a fixed size; DIGEST is the SHA-256 of
 * all behind that line. SQLite passes over bytes behind its last page, so the whole file opens as a store.
 */
#pragma once
#include "base/crypto.h"
#include "base/time.h"
#include "formats/json_write.h"

#define BACKUP_MANIFEST_BYTES 8192
#define BACKUP_MANIFEST_LINE 84 /* of them, its line with the end */
#define BACKUP_PROGRAM_SIZE 32

/* What is counted, named as the tables are. */
enum backup_count {
	BACKUP_DEVICES,
	BACKUP_RELEASES,
	BACKUP_COMPONENTS,
	BACKUP_ADVISORIES,
	BACKUP_SIGNALS,
	BACKUP_CASEFILES,
	BACKUP_RECORDS,
	BACKUP_SIGNATURES,
	BACKUP_ATTACHMENTS,
	BACKUP_USERS,
	BACKUP_COUNT_COUNT
};
extern const char *const backup_count_names[BACKUP_COUNT_COUNT];

struct backup_manifest {
	struct instant at;		   /* whose state it holds */
	char program[BACKUP_PROGRAM_SIZE]; /* the version that made it */
	int64_t schema;
	int64_t bytes; /* of the store */
	struct sha256 digest;
	int64_t entries; /* of the audit trail */
	struct sha256 head;
	int64_t faults; /* that verifying it found when it was made */
	int64_t counts[BACKUP_COUNT_COUNT];
};

/* The fields into the object that is open. */
void backup_manifest_fields(const struct backup_manifest *m, struct json_out *w);

/* Adds the BACKUP_MANIFEST_BYTES to out. */
void backup_manifest_write(const struct backup_manifest *m, struct buf *out);
/* ERR_INPUT where block is none, or was altered. */
MUST_CHECK bool backup_manifest_read(
    struct str name, struct str block, struct backup_manifest *out, struct err *e);
