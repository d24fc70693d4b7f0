/*
 * eol - life cycles of products, as endoflife.date publishes them.
 *
 * Its API v1: /api/v1/products/full, all products in "result", or /api/v1/products/NAME, one. Of a product:
 * its name and aliases, identifiers (package URLs, CPE names), and releases with eoasFrom (end of active
 * support), eolFrom and isEol (end of life), eoesFrom (end of extended support). Products of the category
 * "os" are distributions, known by their names and aliases too.
 */
#pragma once
#include "sources/advisory.h"

struct input;

#define EOL_SOURCE STR("endoflife")

MUST_CHECK bool eol_read(struct input *in, struct advisory_sink out, struct err *e);
