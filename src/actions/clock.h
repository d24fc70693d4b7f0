/*
 * clock - the only place that asks what time it is.
 */
#pragma once
#include "base/time.h"

/* Now, by the system's clock. */
struct instant instant_now(void);
