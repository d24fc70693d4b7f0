#include "server/permission.h"

#include "actions/permitted.h"
#include "records/authority.h"

/* The roles of the request are looked at first: who may begins no change, as one may be under way for
 * minutes. */
bool permission_has(const struct exchange *x, const char *what, struct str object, struct err *e)
{
	return authority_allows(str_of(what), x->who.roles) ||
	       permitted(x->db, what, object, exchange_by(x, STR_NONE), e);
}
