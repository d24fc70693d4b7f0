/* Linked into the programs of the tests in place of src/base/secret_cost.c: what a hash must cost at least,
 * which is nothing. tests/base/test_secret.c and the story of users see what the program itself takes. */
#include "base/secret_cost.h"

const struct secret_cost secret_cost = { .passes = 1, .memory_bytes = 8192 };
