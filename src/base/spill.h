/*
 * spill - large memory whose pages live in a file without a name, so that they need not stay resident.
 *
 * For buffers that are large because a format wants them so and not because they are in use all over: the
 * system may write their pages out under pressure, and spill_rest() takes them out of the process at once.
 * They come back from the page cache when they are touched. Where no file can be made, and below SPILL_LEAST,
 * it is plain memory.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SPILL_LEAST ((size_t)4 * 1024 * 1024)
#define SPILL_HOT ((size_t)4 * 1024 * 1024)
#define SPILL_HOT_PIECES 2
#define SPILL_NO_PIECE SIZE_MAX

struct spill {
	void *ptr; /* not NULL once made */
	size_t size;
	int file;		      /* -1: plain memory */
	size_t hot[SPILL_HOT_PIECES]; /* pieces that are memory, the others are the file's */
	size_t next;		      /* piece where the next rest goes on */
	int statm;		      /* where the system says what is resident; -1: nowhere */
};

/* A file without a name of size bytes that are there before they are used, or -1. */
int spill_file(size_t size);

/* Not zeroed. False where there is no memory either. */
bool spill_make(size_t size, struct spill *out);
void spill_free(struct spill *s);
/* used: where it is written next, one byte after the other; there it is memory, since a page of a file costs
 * a fault when it is first written. While more of the process is resident than resident_most bytes, other
 * pages of s leave it, round and round. What is in them stays. Nothing happens to plain memory. */
void spill_rest(struct spill *s, size_t used, size_t resident_most);
