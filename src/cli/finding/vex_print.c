#include "cli/finding/vex_print.h"

#include "base/number.h"
#include "cli/print.h"

#define PLACES_SHOWN 5 /* of a statement */

static void print_statement(const struct vex_report_row *row, FILE *to)
{
	const struct vex_statement *said = &row->record->said;

	print_line(to, "  %-10s " STR_FMT " " STR_FMT "%s" STR_FMT ": " STR_FMT "%s",
	    vex_outcome_name(row->outcome), STR_ARG(said->ids[0]),
	    STR_ARG(statement_status_word(said->status)), said->justification ? ", " : "",
	    STR_ARG(statement_justification_word(said->justification)),
	    STR_ARG(said->product_count ? statement_product_word(said->products) : STR("-")),
	    said->product_count > 1 ? ", ..." : "");
	if (row->why.len)
		print_line(to, "      " STR_FMT, STR_ARG(row->why));
	for (size_t i = 0; i < row->reached_count && i < PLACES_SHOWN; i++) {
		const struct vex_reached *at = &row->reached[i];

		print_line(to, "      " STR_FMT " " STR_FMT ": " STR_FMT " " STR_FMT " by " STR_FMT "%s",
		    STR_ARG(at->device), STR_ARG(at->release), STR_ARG(at->component), STR_ARG(at->version),
		    STR_ARG(at->how), at->has_finding ? "" : "; no record in the store touches it");
	}
	if (row->reached_all > PLACES_SHOWN)
		print_line(to, "      and %zu more", row->reached_all - PLACES_SHOWN);
}

void vex_print_report(const struct vex_report *r, FILE *to)
{
	print_line(to, STR_FMT ": " STR_FMT " " STR_FMT "%s" STR_FMT " by " STR_FMT ", %s", STR_ARG(r->file),
	    STR_ARG(r->format), STR_ARG(r->document), r->version.len ? " version " : "", STR_ARG(r->version),
	    STR_ARG(r->author.len ? r->author : STR("an unnamed author")), vex_fate_name(r->fate));
	for (size_t i = 0; i < r->row_count; i++)
		if (r->rows[i].record)
			print_statement(&r->rows[i], to);
		else
			print_line(to, "  %-10s " STR_FMT, vex_outcome_name(r->rows[i].outcome),
			    STR_ARG(r->rows[i].why));
	fprintf(to, "  %zu statement%s:", r->row_count, PLURAL(r->row_count));
	for (size_t i = 0; i < VEX_OUTCOME_COUNT; i++)
		fprintf(to, "%s %zu %s", i ? "," : "", r->counts[i], vex_outcome_name((enum vex_outcome)i));
	if (r->replaced)
		fprintf(to, "; %zu earlier one%s no longer", r->replaced,
		    r->replaced == 1 ? " stands" : "s stand");
	fputc('\n', to);
}
