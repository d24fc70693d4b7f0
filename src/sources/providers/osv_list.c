#include "formats/lines.h"
#include "limits.h"
#include "sources/providers/listed.h"
#include "sources/providers/listed_line.h"

static bool is_id(struct str id)
{
	for (size_t i = 0; i < id.len; i++)
		if (!char_is_alnum(id.ptr[i]) && !memchr("-_.:+", id.ptr[i], 5))
			return false;
	return id.len > 0 && id.ptr[0] != '.';
}

static bool take_line(struct str line, struct listed *one, struct err *e)
{
	struct str at;

	if (!str_cut(&line, ',', &at) || !listed_instant(at, &one->at) || !is_id(str_trim(line)))
		return err_fail(e, ERR_INPUT, "expected an instant, a comma and an id");
	one->what = str_trim(line);
	return true;
}

bool osv_list_read(struct input *in, struct listed_sink out, struct err *e)
{
	return listed_lines_read(in, STR("modified,id"), take_line, out, e);
}
