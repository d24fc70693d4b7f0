/*
 * shared_library - outside libraries that are loaded when they are first needed.
 */
#pragma once
#include "base/err.h"

/* It stays loaded as long as the program runs; NULL and the error of it where it is not installed.
 * purpose: "reads packed files". */
void *shared_library_open(const char *name, const char *purpose, struct err *e);
/* Puts the address of a function of it into *function, which is a pointer to such a function. */
MUST_CHECK bool shared_library_find(
    void *library, const char *library_name, const char *name, void *function, struct err *e);
