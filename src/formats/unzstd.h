/*
 * unzstd - what an input packed by zstd (RFC 8878) unpacks to, in pieces, in memory that the file does not
 * decide.
 */
#pragma once
#include <stdint.h>

#include "formats/input.h"

struct unzstd;

/* packed stays the caller's, and must outlive it. */
struct unzstd *unzstd_open(struct input *packed);
void unzstd_close(struct unzstd *u);
/* Begins with another input, in the memory it has. */
void unzstd_restart(struct unzstd *u, struct input *packed);
/* The next bytes, valid until the next call: empty at the end. False where they are damaged or cut short. */
MUST_CHECK bool unzstd_read(struct unzstd *u, struct str *bytes, struct err *e);
/* How many packed bytes were taken so far. */
int64_t unzstd_taken(const struct unzstd *u);
