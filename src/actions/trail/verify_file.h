/*
 * verify_file - is a trail that was handed over whole? (21 CFR 11.10(a))
 *
 * Every byte of the file counts: what is under the seals by them, and the rest by being what the trail writes
 * of it. What nothing in the file can show: that entries are missing before its first and behind its last,
 * and what one says that is withheld. For these there are checkpoints.
 */
#pragma once
#include "actions/trail/verify_store.h"
#include "formats/input.h"

struct file_verification {
	struct verify trail;
	int64_t whole; /* entries that are not withheld */
	int64_t from;  /* the number of the first entry; 0: there is none */
};

/* ERR_INPUT for a line that is none; *result is then what came before it. */
MUST_CHECK bool verify_file(
    struct input *in, struct verify_sink out, struct file_verification *result, struct err *e);
