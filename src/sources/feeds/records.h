/*
 * records - walks a document of one format record by record.
 *
 * The document is one record, an array of records, or an object that has such an array under a key.
 */
#pragma once
#include "formats/input.h"
#include "formats/json_stream.h"
#include "sources/advisory.h"

struct record_reader {
	void *ctx;
	const char *list; /* "vulnerabilities": the key of the array */
	/* Takes the value that stands next; complaints stick to the record. */
	void (*read)(void *ctx, struct json *j);
	/* The record was good: hands what was read to the sink. raw is the record's own bytes. */
	bool (*give)(void *ctx, struct str raw, const struct advisory_sink *out, struct err *e);
};

/* Bad records go to out->skipped. False where the document is bad, reading failed, or the sink stops. */
MUST_CHECK bool records_read(
    struct input *in, const struct record_reader *reader, const struct advisory_sink *out, struct err *e);
