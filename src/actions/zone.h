/*
 * zone - time zones from the system's zoneinfo, the edge for base/time_zone.h.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/time_zone.h"

#define ZONE_FOLDER "/usr/share/zoneinfo"

/* The zone of an IANA name such as "America/New_York". "UTC" is known without a file. A name that could
 * leave the folder, an unknown zone and a damaged file are errors. What *out points to lives in the arena. */
MUST_CHECK bool zone_read(struct str name, struct arena *a, struct time_zone *out, struct err *e);

/* The release of the zone data, such as "2025b"; empty where the system does not say. */
struct str zone_data_version(struct arena *a);
