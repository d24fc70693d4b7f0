#include "publishing/advisory_page.h"

#include "reports/document/html_parts.h"

static void put_head(struct html *h, struct str publisher)
{
	html_raw(h, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
		    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		    "<meta name=\"referrer\" content=\"no-referrer\">\n<title>Security advisories");
	if (publisher.len) {
		html_raw(h, ": ");
		html_text(h, publisher);
	}
	html_raw(h, "</title>\n<style>\n");
	for (size_t i = 0; document_style[i]; i++)
		html_raw_str(h, str_of(document_style[i]));
	html_raw(h, "</style>\n</head>\n<body>\n<header>\n<p class=\"kicker\">");
	html_text(h, publisher);
	html_raw(h, "</p>\n<h1>Security advisories</h1>\n</header>\n<main>\n");
}

static void put_day(struct html *h, struct instant at)
{
	char day[DATE_TEXT_SIZE];

	html_raw(h, "<td><time>");
	html_text(h, str_of(date_write(instant_date(at, 0), day)));
	html_raw(h, "</time></td>");
}

/* Below this site, so that html_link() lets it through. */
static void put_row(struct html *h, const struct csaf_listed *l)
{
	SCOPED_ARENA arena = { 0 };

	html_raw(h, "<tr><th scope=\"row\"><a");
	html_link(h, "href", arena_printf(&arena, "/advisories/" STR_FMT, STR_WHOLE(l->place)));
	html_raw(h, ">");
	html_text(h, l->id);
	html_raw(h, "</a></th><td>");
	html_text(h, l->title);
	html_raw(h, "</td>");
	put_day(h, l->published);
	put_day(h, l->updated);
	html_raw(h, "</tr>\n");
}

void advisory_page_write(const struct csaf_listed *all, size_t count, struct str publisher, struct html *h)
{
	put_head(h, publisher);
	if (count == 0) {
		html_raw(h, "<p>No advisory has been published yet.</p>\n");
	} else {
		html_raw(h, "<table>\n<caption>Times are UTC; the newest first</caption>\n<thead><tr><th "
			    "scope=\"col\">Advisory</th><th scope=\"col\">About</th><th "
			    "scope=\"col\">Published</th><th scope=\"col\">Changed</th></tr></thead>\n"
			    "<tbody>\n");
		for (size_t i = 0; i < count; i++)
			put_row(h, &all[i]);
		html_raw(h, "</tbody>\n</table>\n");
	}
	html_raw(h, "<p>Each is a CSAF 2.0 document (<a href=\"/advisories/provider-metadata.json\">"
		    "provider-metadata.json</a>). <a href=\"/disclose\">Report a vulnerability</a>.</p>\n"
		    "</main>\n</body>\n</html>\n");
}
