/*
 * merge_thread - merges package batches (store/package_batch.h) on a thread of its own, in the order in which
 * they are given.
 */
#pragma once
#include "store/packages.h"

struct merge_thread;

/* The thread starts with the second batch: a change of a few packages is merged where it is asked for. */
struct merge_thread *merge_thread_new(void);
/* Waits for what is under way. */
void merge_thread_free(struct merge_thread *m);
struct merge_hand merge_thread_hand(struct merge_thread *m);

static inline void merge_thread_scoped_free(struct merge_thread **m)
{
	merge_thread_free(*m);
}
#define SCOPED_MERGE_THREAD __attribute__((cleanup(merge_thread_scoped_free))) struct merge_thread
