/*
 * temp_folder - where temporary files may go.
 */
#pragma once
#include <stdbool.h>

/* Calls make with $TMPDIR, /var/tmp and /tmp, in this order, until it says that it has made there what it
 * wanted: /tmp may be memory, so it comes last. False where none would do; errno is of the last. */
bool temp_folder_try(bool (*make)(void *ctx, const char *folder), void *ctx);
