#include "records/security_event.h"

static const char *const events[] = { "refused", "sign.refused", "store.backup", "store.restore",
	"user.access", "user.add", "user.attest", "user.disable", "user.enable", "user.factor",
	"user.factor-remove", "user.factor-roles", "user.identity", "user.identity-remove", "user.reset",
	"user.roles", "user.session-end", "user.sign-in-refused" };

bool security_event_is(const struct trail_entry *entry)
{
	for (size_t i = 0; i < COUNT(events); i++)
		if (str_eq(str_of(events[i]), entry->what))
			return true;
	return false;
}

struct str security_event_says(const struct trail_entry *entry)
{
	static const struct str key = { "{\"refused\":\"", 12 };
	struct str says;

	if (!str_starts(entry->new, key))
		return entry->why;
	says = str_from(entry->new, key.len);
	return str_first(says, str_index(says, '"'));
}
