/*
 * device_body - what is stated of a device, out of the body of a request: the keys of docs/man/device.md.
 *
 * Answers are true or false, numbers numbers, lists arrays; null takes back what is stated.
 */
#pragma once
#include "inventory/device.h"
#include "server/body.h"

/* The keys that body_read takes, "name" and "why" among them; in the arena. */
const char *device_body_keys(struct arena *arena);
/* Puts what the body states over what p has; a list that is given stands in the place of all. */
MUST_CHECK bool device_body_put(
    const struct body *b, struct device_profile *p, struct arena *arena, struct err *e);
