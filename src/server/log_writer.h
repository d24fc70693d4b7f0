/*
 * log_writer - lines of a log, written by a thread of its own: who has a line to add never waits for a disk,
 * or for whoever reads the other end of a pipe.
 *
 * Lines wait for some hundredths of a second at most, unless what they go to takes no more: then as many as
 * there is room for, and those that come behind are lost and counted. A line that says how many follows.
 */
#pragma once
#include <stdio.h>

#include "base/err.h"
#include "base/str.h"

struct log_writer;

/* to is borrowed, and nothing must be waiting in it. */
MUST_CHECK bool log_writer_open(FILE *to, struct log_writer **out, struct err *e);
/* From any thread; line has its end. */
void log_writer_add(struct log_writer *w, struct str line);
/* Writes what waits, as far as it is taken within a second. NULL is fine. */
void log_writer_close(struct log_writer *w);
