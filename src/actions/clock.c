#include "actions/clock.h"

#include <time.h>

struct instant instant_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return (struct instant){ (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000 };
}
