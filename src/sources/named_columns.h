/*
 * named_columns - a firm's list as CSV with a header: its columns are found by their names, in any order, and
 * others are passed over. Blanks, hyphens and capitals in a name do not matter.
 */
#pragma once
#include "base/err.h"
#include "base/str.h"
#include "formats/input.h"

/* A text of the struct that a row fills. */
struct named_column {
	const char *name;
	size_t at;
};
#define NAMED_COLUMNS_MOST 32

struct named_list {
	const struct named_column *columns; /* ended by a row without a name; the first one is needed */
	void *row; /* texts are put here: blanks around cut off; empty where there is none */
	void *ctx;
	/* Texts are valid during the call. False ends the reading; *e gets the place of the row in front. */
	bool (*take)(void *ctx, struct err *e);
	int rows_most;
};

/* A row that cannot be read is an error of the whole list. ERR_INPUT without the first column, or with a
 * known column twice. */
MUST_CHECK bool named_columns_read(struct input *in, const struct named_list *list, struct err *e);
