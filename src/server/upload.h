/*
 * upload - a body that came as a file, under the name that its sender gives it: ?file=NAME.
 *
 * It lies in a folder of its own, so that what reads a path says the name and not where it lay.
 */
#pragma once
#include "server/exchange.h"

struct upload {
	const char *folder, *path; /* in the arena of who takes it */
};

/* Moves the exchange's file there. ERR_USAGE where no name is given, or one that is a path; ERR_INPUT where
 * there is no body. */
MUST_CHECK bool upload_take(struct exchange *x, struct arena *arena, struct upload *out, struct err *e);
/* In a message that begins with where the file lies, its name alone. False, so that it ends a handler. */
bool upload_blame(const struct upload *u, struct err *e);
/* The name that its sender gave it. */
struct str upload_name(const struct upload *u);
/* Takes file and folder away. */
void upload_end(const struct upload *u);
