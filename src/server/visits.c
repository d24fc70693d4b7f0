#include "server/visits.h"

#include "base/memory.h"
#include "limits.h"

#define LASTS_US (INT64_C(10) * 60 * 1000000)

struct visits {
	struct visit_away away[LIMIT_VISITS_AWAY];
	size_t next; /* the oldest, which the next one takes the place of */
};

struct visits *visits_new(void)
{
	return memory_alloc(1, sizeof(struct visits));
}

void visits_free(struct visits *v)
{
	if (v)
		secret_wipe(v, sizeof(*v));
	free(v);
}

void visits_add(struct visits *v, const struct visit_away *visit)
{
	v->away[v->next] = *visit;
	v->next = (v->next + 1) % LIMIT_VISITS_AWAY;
}

static bool is_of(const struct visit_away *away, struct str state)
{
	struct sha256 kept = sha256_of(str_of(away->request.state)), asked = sha256_of(state);

	return *away->request.state && sha256_same(&kept, &asked);
}

bool visits_take(struct visits *v, struct str state, const struct sha256 *browser, struct instant now,
    struct visit_away *out)
{
	for (size_t i = 0; i < LIMIT_VISITS_AWAY; i++) {
		struct visit_away *away = &v->away[i];

		if (!is_of(away, state))
			continue;
		*out = *away;
		secret_wipe(away, sizeof(*away));
		return now.us - out->at.us <= LASTS_US && sha256_same(&out->browser, browser);
	}
	return false;
}
