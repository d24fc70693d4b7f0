#include "reports/casefile_html.h"

#include "reports/casefile_html_parts.h"
#include "reports/casefile_words.h"

static void title(const struct casefile_report *r, struct html *h)
{
	html_printf(h, "Casefile %lld: ", (long long)r->casefile.id);
	html_text(h, r->casefile.title);
}

/* The policy forbids what the page does not have: scripts, and anything from outside. */
static void head(const struct casefile_report *r, struct html *h)
{
	html_raw(h, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
		    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
		    "'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
		    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		    "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
	title(r, h);
	html_raw(h, "</title>\n<style>\n");
	for (size_t i = 0; casefile_style[i]; i++)
		html_raw_str(h, str_of(casefile_style[i]));
	html_raw(h, "@page { @bottom-left { content: \"Casefile ");
	html_printf(h, "%lld", (long long)r->casefile.id);
	html_raw(h, "\"; } }\n</style>\n</head>\n");
}

static void head_line(struct html *h, const char *term, struct str value)
{
	parts_term(h, term);
	parts_text_or_dash(h, value);
	parts_term_end(h);
}

static void subject(const struct casefile_report *r, struct html *h)
{
	const struct device *d = &r->device;
	SCOPED_BUF support = buf_new(256);

	words_of_value(STR("kind"), d->support, &support);
	parts_term(h, "Device");
	html_raw(h, "<strong>");
	html_text(h, d->name);
	html_raw(h, "</strong>");
	if (d->common_name.len) {
		html_raw(h, ", ");
		html_text(h, d->common_name);
	}
	parts_term_end(h);
	head_line(h, "Vulnerability", r->casefile.vulnerability);
	head_line(h, "UDI-DI", d->udi_di);
	head_line(h, "Class", d->device_class);
	head_line(h, "Pathway", words_pathway(d->pathway));
	head_line(h, "Product code", d->product_code);
	head_line(h, "Support", buf_str(&support));
}

static void masthead(const struct casefile_report *r, struct html *h)
{
	html_raw(h, "<header>\n<p class=\"kicker\">Casefile ");
	html_printf(h, "%lld", (long long)r->casefile.id);
	html_raw(h, " <span class=\"asof\">as of ");
	parts_date(h, r->determination->today);
	html_raw(h, "</span></p>\n<h1>");
	html_text(h, r->casefile.title);
	html_raw(h, "</h1>\n<dl class=\"facts\">\n");
	subject(r, h);
	parts_term(h, "Opened");
	parts_instant(h, r->casefile.opened_at);
	if (r->opened_by.len) {
		html_raw(h, " by ");
		html_text(h, r->opened_by);
	}
	parts_term_end(h);
	parts_term(h, "Closed");
	if (date_is_known(r->casefile.closed_on))
		parts_date(h, r->casefile.closed_on);
	else
		html_raw(h, "open");
	if (r->determination->reopened)
		html_raw(h, ", reopened by a later event");
	parts_term_end(h);
	html_raw(h, "</dl>\n</header>\n");
}

static void contents(struct html *h)
{
	html_raw(h, "<nav aria-label=\"Contents\"><a href=\"#position\">Position</a> <a "
		    "href=\"#assessment\">Assessment</a> <a href=\"#conditions\">Conditions</a> <a "
		    "href=\"#obligations\">Obligations</a> <a href=\"#reasons\">Reasons</a> <a "
		    "href=\"#findings\">Findings</a> <a href=\"#records\">Records</a> <a "
		    "href=\"#trail\">Audit trail</a> <a href=\"#basis\">Basis</a></nav>\n");
}

void casefile_write_html(const struct casefile_report *r, struct html *h)
{
	head(r, h);
	html_raw(h, "<body>\n");
	parts_symbols(h);
	masthead(r, h);
	contents(h);
	html_raw(h, "<main>\n");
	html_position(r, h);
	html_assessment(r, h);
	html_conditions(r, h);
	html_obligations(r, h);
	html_reasons(r, h);
	html_findings(r, h);
	html_records(r, h);
	html_trail(r, h);
	html_basis(r, h);
	html_raw(h, "</main>\n</body>\n</html>\n");
}
