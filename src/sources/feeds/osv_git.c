#include "sources/feeds/osv_git.h"

#include "identity/repository.h"
#include "sources/feeds/git_row.h"

/* "0", before the first commit. */
static bool event_is_beginning(const struct osv_event *event)
{
	return event->kind == OSV_INTRODUCED && str_eq(event->version, STR("0"));
}

static void add_span(
    struct draft *d, const struct affected *model, enum affected_status status, struct version_span span)
{
	struct affected *row = draft_affected(d);

	*row = *model;
	row->status = status;
	version_span_put(&span, model->scheme, row);
}

/* "195caac1.patch": the file of a commit in place of the commit. */
static struct str commit_of(struct str text)
{
	return str_ends(text, STR(".patch")) ? str_first(text, text.len - 6) : text;
}

static void add_commit(
    struct draft *d, const struct affected *model, const struct osv_event *event, struct arena *record)
{
	struct str commit = commit_of(event->version);
	enum affected_status status = event->kind == OSV_FIXED ? STATUS_FIXED : STATUS_AFFECTED;

	if (event->kind != OSV_LIMIT && repository_is_commit(commit))
		add_span(d, model, status, git_row_commit(commit, record));
}

void osv_git_add(struct draft *d, struct str url, const struct osv_event *events, size_t count, bool told,
    struct arena *record)
{
	struct affected model = { .config = -1 };
	bool endless = count > 0;

	if (!git_row(url, record, &model))
		return;
	model.scheme = VERSION_LITERAL;
	for (size_t i = 0; i < count; i++) {
		endless = endless && event_is_beginning(&events[i]);
		add_commit(d, &model, &events[i], record);
	}
	if (told || count == 0)
		return;
	if (endless) /* from the first commit on, without end: all of them, and all versions */
		model.scheme = VERSION_GENERIC;
	add_span(d, &model, STATUS_AFFECTED, (struct version_span){ 0 });
}

void osv_git_add_tags(
    struct draft *d, struct str url, const struct str *tags, size_t count, struct arena *record)
{
	struct affected model = { .config = -1 };

	if (!git_row(url, record, &model))
		return;
	for (size_t i = 0; i < count; i++)
		add_span(d, &model, STATUS_AFFECTED, (struct version_span){ tags[i], tags[i], true, true });
}
