#include "cli/skips.h"

#include <inttypes.h>

#include "base/number.h"
#include "cli/print.h"

void skips_print(FILE *to, struct str feed, int64_t skipped, struct str reasons)
{
	struct str reason;

	if (skipped == 0)
		return;
	print_line(to, STR_FMT ": %" PRId64 " bad record%s passed over by the last import", STR_ARG(feed),
	    skipped, PLURAL(skipped));
	while (str_next(&reasons, '\n', &reason))
		print_line(to, "    %.*s", (int)reason.len, reason.ptr);
}
