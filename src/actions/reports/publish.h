/*
 * publish - what a casefile's publication is made from, read from the store; and that one was issued.
 */
#pragma once
#include "base/crypto.h"
#include "publishing/csaf/csaf_check.h"
#include "publishing/publication.h"
#include "records/trail.h"
#include "store/db.h"

/* Points into the arena. */
MUST_CHECK bool publish_facts(struct db *db, int64_t casefile_id, struct instant now, struct arena *arena,
    struct publication_facts *out, struct err *e);

enum publish_format { PUBLISH_CSAF, PUBLISH_OPENVEX, PUBLISH_CYCLONEDX, PUBLISH_FORMAT_COUNT };
/* "csaf", "openvex", "cyclonedx" */
const char *publish_format_word(enum publish_format format);

/* PUBLISH_FORMAT_COUNT: it is none. */
enum publish_format publish_format_find(struct str word);

/* What the tests of CSAF say of it, whatever the format it goes out in. In the arena. */
MUST_CHECK bool publish_check(
    const struct publication *p, struct arena *arena, struct csaf_verdict *out, struct err *e);
/* The document, whether or not it passes. */
MUST_CHECK bool publish_write_draft(
    const struct publication *p, enum publish_format format, struct buf *json, struct err *e);
/* The document. Whatever the format, all that is said must be able to stand in CSAF: where that would break
 * one of its mandatory tests it is ERR_CONFLICT with the first fault. */
MUST_CHECK bool publish_write(
    const struct publication *p, enum publish_format format, struct buf *json, struct err *e);

/* Keeps that it was issued: its id, number, status, labels, instant, the digest of its bytes, and the
 * document. ERR_CONFLICT while a signal of the casefile is under embargo, or where another was issued since
 * the facts were read. */
struct publication_issue {
	const struct publication_facts *facts;
	const struct publication_request *request;
	const struct publication *publication;
	enum publish_format format;
	struct str document;
};
MUST_CHECK bool publish_issue(struct db *db, const struct publication_issue *issue, struct change_by by,
    int64_t *record, struct err *e);
