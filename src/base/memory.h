/*
 * memory - allocation that never fails: running out of memory ends the program.
 *
 * That is safe because sizes from outside are checked first and changes are transactions.
 */
#pragma once
#include <stddef.h>

_Noreturn void memory_out(size_t bytes);
void *memory_alloc(size_t count, size_t size); /* zeroed; free() it */
/* The block at old made larger; what is new in it is not zeroed. */
void *memory_resize(void *old, size_t count, size_t size);
