/*
 * memory - allocation that never fails: running out of memory ends the program.
 *
 * That is safe because sizes from outside are checked first and changes are transactions.
 */
#pragma once
#include <stddef.h>

/* At the start of the program: large blocks go back to the system as soon as they are freed. By itself glibc
 * keeps more and more of them once a large one was freed, and an import keeps the largest it ever had. */
void memory_begin(void);
_Noreturn void memory_out(size_t bytes);
void *memory_alloc(size_t count, size_t size); /* zeroed; free() it */
/* The block at old made larger; what is new in it is not zeroed. */
void *memory_resize(void *old, size_t count, size_t size);
