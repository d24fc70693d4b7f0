#include "base/secret_cost.h"

/* What libsodium calls interactive: 64 MiB, about a tenth of a second. RFC 9106 asks for as much where memory
 * is scarce, with three passes; OWASP for 19 MiB and two. */
const struct secret_cost secret_cost = { .passes = 2, .memory_bytes = (size_t)64 * 1024 * 1024 };
