/*
 * package - the files of an inspection package: everything of some casefiles for people and for machines, the
 * audit trail with its seals, and how all of it is verified without this program (21 CFR 11.10(b), 806.30).
 *
 * trail.jsonl holds every entry of the trail. Of those that are about none of the casefiles only number, seal
 * and the seal before are told: the chain can be followed through them, and what they say stays in the house.
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "records/trail.h"

#define PACKAGE_SUMS "SHA256SUMS"
#define PACKAGE_INDEX "index.json"
#define PACKAGE_PAGE "index.html"
#define PACKAGE_TRAIL "trail.jsonl"
#define PACKAGE_CHECKPOINT "checkpoint.json"
/* The entry, the last of the package's trail, that tells the digest of every file but these: they tell of it.
 */
#define PACKAGE_FILES_TOLD "inspection.files"
#define PACKAGE_NOT_TOLD PACKAGE_SUMS "|" PACKAGE_TRAIL "|" PACKAGE_CHECKPOINT

struct package_file {
	struct str name, bytes;
	const char *holds; /* in a few words */
};

struct package {
	struct arena *arena;
	struct package_file *files; /* by name, once it is finished */
	size_t count, room;
};

/* What the package is about, for its index. */
struct package_subject {
	struct str program, firm;
	struct str casefiles; /* "1, 2" */
	struct str kept;      /* "1: 2034-07-31, 2: not known" */
	struct str rules, policies;
	int64_t head_number; /* of the state that it is of: the entry before the last of its trail */
	struct sha256 head;
	struct instant at; /* of the head */
};

/* bytes must live as long as the package. */
void package_add(struct package *p, struct str name, const char *holds, struct str bytes);
/* Adds the instructions and the script. */
void package_add_instructions(struct package *p);
/* {"casefiles": [1, 2], "trail": digest, "files": {"casefile-1/report.html": digest, ...}}: of those that are
 * added already, and of the lines of the trail before the one that will tell this. In the arena. */
struct str package_files_json(const struct package *p, struct str casefiles, struct str trail);
/* Adds the index of those that are added already, for people and for machines. */
void package_add_index(struct package *p, const struct package_subject *subject);
/* Adds the list of digests of all others, last. */
void package_add_sums(struct package *p);
