/*
 * tables - the route tables of the resources, one a file.
 */
#pragma once
#include "server/route.h"

extern const struct route routes_devices[];
extern const struct route routes_service[];
extern const struct route routes_session[];
