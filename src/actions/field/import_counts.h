/*
 * import_counts - what an import of a firm's list did, as terminal and trail are told it.
 */
#pragma once
#include <stddef.h>

struct import_counts {
	size_t added, changed, unchanged;
};
