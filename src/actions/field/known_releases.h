/*
 * known_releases - the devices and releases that a list names, each looked up once.
 */
#pragma once
#include "base/arena.h"
#include "base/intern.h"
#include "store/db.h"
#include "store/devices.h"

struct known_device {
	struct device device;
	struct release *releases;
	size_t count;
};

/* names: an empty one, which is given back by its owner; the rest lives in the arena. */
struct known_devices {
	struct db *db;
	struct arena *arena;
	struct intern *names;
	struct known_device *items;
	size_t room;
};

/* By name or UDI-DI; ERR_INPUT where there is none. Good until the next call. */
MUST_CHECK bool known_device(
    struct known_devices *k, struct str name, const struct known_device **out, struct err *e);
/* ERR_INPUT where the device has no such release. */
MUST_CHECK bool known_release(
    const struct known_device *d, struct str version, const struct release **out, struct err *e);
