#include "actions/casework/case_ssvc.h"

#include "reports/casefile_record.h"

#define LINES_MOST 4

bool case_ssvc_read(const struct case_record *records, size_t count, int64_t *record,
    struct ssvc_answers *answers, struct err *e)
{
	const struct case_record *last = NULL;
	SCOPED_ARENA arena = { 0 };
	struct report_fields fields;

	*record = 0;
	*answers = ssvc_unanswered();
	for (size_t i = 0; i < count; i++)
		if (str_eq(records[i].kind, STR("ssvc")))
			last = &records[i];
	if (!last)
		return true;
	if (!report_fields_read(last->more, &arena, &fields, e))
		return false;
	for (enum ssvc_point p = 0; p < SSVC_POINT_COUNT; p++) {
		struct str word = report_fields_text(&fields, str_of(ssvc_point_key(p)));

		if (word.len && !ssvc_answer(answers, p, word))
			return err_fail(e, ERR_STORE, "record %lld: %s \"" STR_FMT "\" is not one of %s",
			    (long long)last->id, ssvc_point_key(p), STR_ARG(word), ssvc_point_words(p));
	}
	*record = last->id;
	return true;
}

static struct str value_of(const struct context *context, const char *what)
{
	for (size_t i = 0; i < context->count; i++)
		if (str_eq(str_of(context->items[i].what), str_of(what)))
			return context->items[i].value;
	return STR("");
}

bool case_ssvc_lines(const struct context *context, const struct case_record *records, size_t count,
    struct arena *arena, struct str **lines, size_t *line_count, struct err *e)
{
	struct str *to = arena_alloc(arena, LINES_MOST, sizeof(*to));
	struct str kev = value_of(context, CONTEXT_KEV), epss = value_of(context, CONTEXT_EPSS);
	struct ssvc_answers answers;
	struct ssvc_result r;
	int64_t record;
	size_t n = 0;

	if (!case_ssvc_read(records, count, &record, &answers, e))
		return false;
	if (kev.len)
		to[n++] = arena_printf(arena, "KEV: " STR_FMT, STR_ARG(kev));
	if (epss.len)
		to[n++] = arena_printf(arena, "EPSS: " STR_FMT, STR_ARG(epss));
	r = ssvc_derive(&answers);
	if (r.supplier != SSVC_OPEN)
		to[n++] = arena_printf(arena, "SSVC, supplier: %s", ssvc_outcome_word(r.supplier));
	if (r.deployer != SSVC_OPEN)
		to[n++] = arena_printf(arena, "SSVC, deployer: %s", ssvc_outcome_word(r.deployer));
	*lines = to;
	*line_count = n;
	return true;
}
