#include "cli/sbom/diff_print.h"

#include "cli/print.h"

static void say_or_dash(struct buf *to, struct str text)
{
	buf_add(to, text.len > 0 ? text : STR("-"));
}

static void say_change(struct buf *to, const char *what, struct str from, struct str until)
{
	buf_printf(to, "%s%s ", to->len > 0 ? ", " : "", what);
	say_or_dash(to, from);
	buf_add(to, STR(" -> "));
	say_or_dash(to, until);
}

static void say_changes(struct buf *to, const struct sbom_difference *row)
{
	const struct component *a = row->from, *b = row->to;
	char from[DATE_TEXT_SIZE] = "", until[DATE_TEXT_SIZE] = "";

	if (date_is_known(a->end_of_support))
		date_write(a->end_of_support, from);
	if (date_is_known(b->end_of_support))
		date_write(b->end_of_support, until);
	if (row->changes & SBOM_VERSION_CHANGED)
		say_change(to, "version", a->version, b->version);
	if (row->changes & SBOM_SUPPLIER_CHANGED)
		say_change(to, "supplier", a->supplier, b->supplier);
	if (row->changes & SBOM_SUPPORT_CHANGED)
		say_change(to, "support", a->support, b->support);
	if (row->changes & SBOM_END_OF_SUPPORT_CHANGED)
		say_change(to, "end of support", str_of(from), str_of(until));
}

void diff_print_rows(FILE *to, const char *indent, const struct sbom_diff *d)
{
	for (size_t i = 0; i < d->count; i++) {
		const struct sbom_difference *row = &d->rows[i];
		const struct component *c = row->to ? row->to : row->from;
		SCOPED_BUF changes = buf_new(4096);

		if (row->from && row->to) {
			say_changes(&changes, row);
			print_line(to, "%s~ " STR_FMT ": " STR_FMT, indent, STR_ARG(c->name),
			    STR_ARG(buf_str(&changes)));
			continue;
		}
		print_line(to, "%s%c " STR_FMT "%s" STR_FMT, indent, row->to ? '+' : '-', STR_ARG(c->name),
		    c->version.len > 0 ? " " : "", STR_ARG(c->version));
	}
}
