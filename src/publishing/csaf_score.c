#include "publishing/csaf_score.h"

#define VECTOR_BYTES_MOST 512

void csaf_add_score(struct csaf_scores *to, struct str vector)
{
	struct cvss cvss;
	struct err unread;

	if (!cvss_parse(vector, &cvss, &unread) || cvss.version == CVSS_4_0)
		return;
	if (cvss.version == CVSS_2_0 && !to->v2.len)
		to->v2 = vector;
	if (cvss.version != CVSS_2_0 && !to->v3.len)
		to->v3 = vector;
}

struct csaf_scores csaf_scores_of(const struct scan_row *row)
{
	struct csaf_scores found = { STR_NONE, STR_NONE };

	for (size_t i = 0; i < row->score_count; i++)
		csaf_add_score(&found, row->scores[i].vector);
	return found;
}

static void put_severity(struct json_out *w, const struct cvss *cvss, int tenths)
{
	char word[16];
	struct str name = str_of(cvss_band_name(cvss_band(cvss->version, tenths)));

	for (size_t i = 0; i < name.len && i < sizeof(word); i++)
		word[i] = char_upper(name.ptr[i]);
	json_field_text(w, "baseSeverity", (struct str){ word, name.len });
}

static void put_score(struct json_out *w, const char *key, struct str vector)
{
	SCOPED_BUF canonical = buf_new(VECTOR_BYTES_MOST);
	struct cvss_scores scores;
	struct cvss cvss;
	struct err unread;

	if (vector.len == 0 || !cvss_parse(vector, &cvss, &unread))
		return;
	cvss_score(&cvss, &scores);
	cvss_write(&cvss, &canonical);
	json_key(w, key);
	json_open_object(w);
	json_key(w, "baseScore");
	json_put_decimal(w, scores.base, 1);
	if (cvss.version != CVSS_2_0) /* 2.0 has no bands of its own */
		put_severity(w, &cvss, scores.base);
	json_field_text(w, "vectorString", buf_str(&canonical));
	json_field_text(w, "version", str_of(cvss_version_name(cvss.version)));
	json_close_object(w);
}

void csaf_put_scores(struct json_out *w, const struct csaf_scores *scores)
{
	put_score(w, "cvss_v2", scores->v2);
	put_score(w, "cvss_v3", scores->v3);
}
