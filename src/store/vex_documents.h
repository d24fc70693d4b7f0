/*
 * vex_documents - the documents that suppliers' statements came in, each with the report of its import; and
 * the SBOMs that they refer to.
 */
#pragma once
#include "assessment/vex.h"
#include "base/buf.h"
#include "base/crypto.h"
#include "store/db.h"

struct vex_document {
	int64_t id;
	struct sha256 digest;
	struct str name, version, author, format, file;
	int64_t device_id, release_id; /* what it was said to be about; 0: nothing */
	enum vex_life life;
	struct instant issued_at, imported_at; /* issued_at: INSTANT_NONE where not stated */
};

/* raw: the document as it came, packed; report: JSON. */
MUST_CHECK bool vex_document_add(
    struct db *db, const struct vex_document *d, struct str raw, int64_t *id, struct err *e);
MUST_CHECK bool vex_document_set_report(struct db *db, int64_t id, struct str report, struct err *e);
MUST_CHECK bool vex_document_report(
    struct db *db, int64_t id, struct arena *arena, struct str *report, struct err *e);
MUST_CHECK bool vex_document_end(struct db *db, int64_t id, enum vex_life life, struct err *e);
/* Standing ones about the same release: by their bytes (id 0 where there is none), by name. */
MUST_CHECK bool vex_document_find(struct db *db, const struct vex_document *like, struct arena *arena,
    struct vex_document *out, struct err *e);
MUST_CHECK bool vex_document_named(struct db *db, const struct vex_document *like, struct arena *arena,
    struct vex_document **out, size_t *count, struct err *e);
MUST_CHECK bool vex_document_list(
    struct db *db, struct arena *arena, struct vex_document **out, size_t *count, struct err *e);

/* The newest SBOM of a release; ERR_INPUT where it has none. Texts in the arena. */
struct sbom_row {
	struct sha256 digest;
	struct str format, file, serial; /* serial may be empty */
	struct instant imported_at;
};
MUST_CHECK bool sbom_newest(
    struct db *db, int64_t release_id, struct arena *arena, struct sbom_row *out, struct err *e);

/* The newest SBOM of a serial number, packed as it was stored. */
MUST_CHECK bool sbom_raw(struct db *db, struct str serial, struct buf *out, bool *found, struct err *e);
/* The newest SBOM of a release, which has one, likewise. */
MUST_CHECK bool sbom_raw_newest(struct db *db, int64_t release_id, struct buf *out, struct err *e);
/* What the newest SBOM of a release is about; *found false where none says so. In the arena. */
MUST_CHECK bool sbom_subject(struct db *db, int64_t release_id, struct arena *arena, struct component *out,
    bool *found, struct err *e);
/* The serial numbers of the SBOMs of a release; the releases with an SBOM of that serial number, or of those
 * bytes. In the arena. */
MUST_CHECK bool sbom_serials(struct db *db, int64_t release_id, struct arena *arena, struct str **serials,
    size_t *count, struct err *e);
MUST_CHECK bool sbom_releases_of_serial(
    struct db *db, struct str serial, struct arena *arena, int64_t **ids, size_t *count, struct err *e);
MUST_CHECK bool sbom_releases_of_digest(struct db *db, const struct sha256 *digest, struct arena *arena,
    int64_t **ids, size_t *count, struct err *e);
