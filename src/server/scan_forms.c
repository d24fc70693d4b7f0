#include "server/scan_forms.h"

#include "actions/intake/signal_list.h"
#include "publishing/csaf_write.h"
#include "publishing/cyclonedx_write.h"
#include "publishing/openvex_write.h"
#include "reports/firm_profile.h"
#include "reports/scan_csv.h"
#include "reports/scan_document.h"
#include "reports/scan_json.h"
#include "reports/scan_sarif.h"
#include "server/temporary.h"
#include "store/casefiles.h"

/* One of the two writes it; JSON, which has hints, neither. */
struct scan_form {
	const char *word, *type, *ending;
	bool (*vex)(const struct vex_document *d, FILE *to, struct err *e);
	bool (*rows)(const struct scan *s, struct scan_rows rows, FILE *to, struct err *e);
};

static const struct scan_form forms[] = {
	{ "openvex", "application/json", "openvex.json", openvex_write, NULL },
	{ "csaf", "application/json", "csaf.json", csaf_write, NULL },
	{ "cyclonedx", "application/json", "cyclonedx.json", cyclonedx_write, NULL },
	{ "csv", "text/csv; charset=utf-8", "csv", NULL, scan_write_csv },
	{ "html", "text/html; charset=utf-8", "html", NULL, scan_write_html },
	{ "pdf", "application/pdf", "pdf", NULL, scan_write_pdf },
	{ "sarif", "application/json", "sarif.json", NULL, scan_write_sarif },
	{ "json", "application/json", "json", NULL, NULL },
};

bool scan_form_find(struct exchange *x, const char *usual, const struct scan_form **out, struct err *e)
{
	struct str word;

	if (!exchange_query(x, "format", &word, e))
		return false;
	if (!word.ptr && usual)
		word = str_of(usual);
	for (size_t i = 0; i < COUNT(forms); i++)
		if (str_eq(word, str_of(forms[i].word))) {
			*out = &forms[i];
			return true;
		}
	return err_fail(e, ERR_USAGE,
	    "query: format is one of openvex, csaf, cyclonedx, csv, html, pdf, sarif, json, not \"" STR_FMT
	    "\"",
	    STR_ARG(word));
}

bool scan_form_has_hints(const struct scan_form *form)
{
	return !form->vex && !form->rows;
}

/* Whoever the profile says says it. */
static bool read_edition(struct exchange *x, struct vex_edition *out, struct err *e)
{
	struct firm_profile firm = { 0 };
	struct str profile;

	if (!setting_get(x->db, "profile", &x->arena, &profile, e) ||
	    !firm_profile_read(profile, &x->arena, &firm, e))
		return false;
	*out = (struct vex_edition){ firm.name, firm.namespace_uri, { x->at.us - x->at.us % 1000000 } };
	return true;
}

static bool write_json(const struct scan_answer *a, FILE *to, struct err *e)
{
	struct scan_counts counts = { 0 };
	struct scan_counting counted = { a->rows, &counts };

	return scan_write_json(&a->about, scan_counting_rows(&counted), a->hints, &counts, to, e);
}

static bool write_form(
    struct exchange *x, const struct scan_form *form, const struct scan_answer *a, FILE *to, struct err *e)
{
	struct vex_edition edition;
	struct vex_document d;

	if (scan_form_has_hints(form))
		return write_json(a, to, e);
	if (form->rows)
		return form->rows(&a->about, a->rows, to, e);
	return read_edition(x, &edition, e) &&
	       vex_document_make(&a->about, a->rows, &edition, &x->arena, &d, e) && form->vex(&d, to, e);
}

static bool put_file(
    struct exchange *x, const struct scan_form *form, const struct scan_answer *a, struct err *e)
{
	FILE *to;
	bool done;

	if (!temporary_open(&to, e))
		return false;
	done = write_form(x, form, a, to, e) && temporary_keep(to, "the answer", &x->answer.file, e);
	if (done) {
		x->answer.type = form->type;
		x->answer.status = 200;
		answer_header(x, "Content-Disposition",
		    arena_printf(&x->arena, "attachment; filename=\"findings.%s\"", form->ending));
	}
	fclose(to);
	return done;
}

/* Before something is told outside; the file itself has no place for it (RFC 7234, 5.5). */
static bool warn_of_embargoes(struct exchange *x, struct err *e)
{
	struct signal *signals;
	size_t count;

	if (!signal_embargoes(x->db, 0, x->at, &x->arena, &signals, &count, e))
		return false;
	if (count > 0)
		answer_header(x, "Warning",
		    arena_printf(&x->arena,
			"299 - \"signal %lld is under embargo until " STR_FMT ": not to be told outside\"",
			(long long)signals[0].id, STR_ARG(signals[0].embargo)));
	return true;
}

/* So that no form of an answer is silent about it. */
static void warn_of_off(struct exchange *x, const struct scan *about)
{
	for (size_t i = 0; i < about->source_count; i++) {
		const struct scan_source *source = &about->sources[i];

		if (source_is_off(&source->off))
			answer_header(x, "Warning",
			    arena_printf(&x->arena,
				"299 - \"" STR_FMT " is turned off: what it says is not counted\"",
				STR_ARG(source->name)));
	}
}

bool scan_form_answer(
    struct exchange *x, const struct scan_form *form, const struct scan_answer *a, struct err *e)
{
	warn_of_off(x, &a->about);
	return put_file(x, form, a, e) && (!form->vex || warn_of_embargoes(x, e));
}
