/*
 * row_seals - digests of the rows that hold a person's decision or a credential: the audit trail tells them,
 *and the store is held against them.
 *
 * Who writes such a row names it to row_seals_touch(), here in store/, so that no action can forget it; the
 *next entry of the change tells of it, as a member "row_seals" behind everything else:
 *
 *	"row_seals":["person 3 0123...","package_alias 7 -"]
 *
 * the kind, the key, and SHA-256 over the columns of all rows with that key, or "-" where there is none. A
 * column is 0 where it is null, else 1, its length in 8 bytes, big-endian, and its bytes, those of an integer
 * being 8, big-endian (records/seal.h).
 */
#pragma once
#include "base/buf.h"
#include "base/crypto.h"
#include "store/db.h"

enum row_kind {
	ROWS_ACCESS_TOKEN,
	ROWS_ATTACHMENT, /* what it holds gives its key */
	ROWS_CASEFILE,
	ROWS_CLAIM, /* what a VEX document says, by document: statements, names and packages */
	ROWS_CLAIM_NAME,
	ROWS_CLAIM_PACKAGE,
	ROWS_COMPONENT_LIST, /* with what its components are */
	ROWS_COVERAGE_RUN,
	ROWS_EVIDENCE,
	ROWS_PACKAGE_ALIAS,
	ROWS_PERSON,
	ROWS_PERSON_IDENTITY,
	ROWS_RECOVERY_CODE, /* by person */
	ROWS_REFUSED_NAME,
	ROWS_RELEASE,
	ROWS_SBOM,
	ROWS_SECOND_FACTOR,
	ROWS_SESSION,
	ROWS_SIGNAL,
	ROWS_SOURCE_OFF,
	ROWS_STATEMENT, /* own ones */
	ROWS_STATEMENT_NAME,
	ROWS_STATEMENT_PACKAGE, /* there is none: claims alone have packages */
	ROWS_VEX_DOCUMENT,
	ROW_KIND_COUNT
};

/* "person"; also what stands in the trail. */
const char *row_kind_word(enum row_kind kind);
bool row_kind_parse(struct str word, enum row_kind *out);

/* What the transaction has written and no entry has told yet; of a db. */
struct row_touches;

/* Within a change: the row with the key was added, changed or taken out. */
void row_touch(struct db *db, enum row_kind kind, int64_t key);
void row_touch_text(struct db *db, enum row_kind kind, struct str key);
bool row_touches_any(struct db *db);
/* Puts the member, as it stands above, into out, and forgets what was touched. */
MUST_CHECK bool row_touches_tell(struct db *db, struct buf *out, struct err *e);
void row_touches_drop(struct db *db);
void row_touches_free(struct row_touches *t);

struct row_seal_sink {
	void *ctx;
	bool (*take)(void *ctx, struct str key, const struct sha256 *seal, struct err *e);
};
/* Every key of the kind with the seal of its rows. In a read transaction. */
MUST_CHECK bool row_seals_read(struct db *db, enum row_kind kind, struct row_seal_sink out, struct err *e);

/* Holds every component against its digest, and every list against its; each that does not fit is told. */
struct row_fault_sink {
	void *ctx;
	void (*fault)(void *ctx, const char *says);
};
MUST_CHECK bool component_rows_check(struct db *db, struct row_fault_sink out, struct err *e);
