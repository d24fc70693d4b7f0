#include "sources/feeds/version_span.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "identity/vers.h"
#include "limits.h"
#include "sources/feeds/version_words.h"

static const char *const unsaid[] = { "n/a", "na", "unspecified", "unknown", "not specified", "none", "-",
	"?", "no version", "not applicable", "undefined" };

/* What sends the reader elsewhere begins so. */
static const char *const elsewhere[] = { "see ", "consult ", "refer to ", "please see ", "please refer to " };

bool version_span_is_unsaid(struct str text)
{
	text = str_trim(text);
	if (text.len == 0)
		return true;
	for (size_t i = 0; i < COUNT(unsaid); i++)
		if (str_eq_nocase(text, str_of(unsaid[i])))
			return true;
	for (size_t i = 0; i < COUNT(elsewhere); i++)
		if (str_starts_nocase(text, str_of(elsewhere[i])))
			return true;
	return false;
}

/* --- one version or branch --- */

static bool has_digit(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (char_is_digit(s.ptr[i]))
			return true;
	return false;
}

/* Cuts ".*", ".x", "*" off the end, as often as they stand there. */
static struct str without_wildcards(struct str text)
{
	size_t before;

	do {
		before = text.len;
		if (str_ends(text, STR(".x")) || str_ends(text, STR(".X")) || str_ends(text, STR(".*")))
			text.len -= 2;
		else if (text.len > 1 && str_ends(text, STR("*")) && char_is_digit(text.ptr[text.len - 2]))
			text.len -= 1;
	} while (text.len < before);
	return text;
}

/* The text with the number at its end one higher: "4.19" gives "4.20". Empty if no digit stands there. */
static struct str counted_up(struct str text, struct arena *record)
{
	size_t at = text.len, from;
	char *up;

	if (text.len == 0 || !char_is_digit(text.ptr[text.len - 1]))
		return STR_NONE;
	while (at > 0 && char_is_digit(text.ptr[at - 1]))
		at--;
	from = at;
	up = arena_alloc(record, text.len + 1, 1); /* one more for 9 + 1 */
	memcpy(up, text.ptr, from);
	up[from] = '0';
	memcpy(up + from + 1, text.ptr + from, text.len - from);
	at = text.len;
	while (up[at] == '9')
		up[at--] = '0';
	up[at]++;
	if (up[from] != '0') /* the number became longer */
		return (struct str){ up, text.len + 1 };
	memmove(up + from, up + from + 1, text.len - from);
	return (struct str){ up, text.len };
}

struct version_span version_span_branch(struct str text, struct arena *record)
{
	struct str stem = without_wildcards(text), next;

	if (stem.len < text.len) {
		next = counted_up(stem, record);
		if (next.len > 0)
			return (struct version_span){ stem, next, true, false };
	}
	return (struct version_span){ text, text, true, true };
}

/* --- sentences --- */

struct sentence {
	const struct token *at;
	struct arena *record;
	struct version_spans spans; /* room for one a token */
	enum token_kind pending;    /* the sign that waits for its version; TOKEN_END: none */
	bool joined;		    /* a comma or an "and" stood since the last span */
	bool all;
};

static bool is_one_version(const struct version_span *s)
{
	return s->low.len > 0 && s->low_inclusive && s->high_inclusive && str_eq(s->low, s->high);
}

static void add_span(struct sentence *s, struct version_span span)
{
	s->spans.at[s->spans.count++] = span;
	s->joined = false;
}

/* "< v": ends the span that is open above, else begins one that is open below. */
static void end_span(struct sentence *s, struct version_span v, bool inclusive)
{
	struct version_span *last = s->spans.count ? &s->spans.at[s->spans.count - 1] : NULL;
	struct str high = inclusive ? v.high : v.low;

	inclusive = inclusive && v.high_inclusive;
	if (s->spans.count > 0 &&
	    ((is_one_version(last) && !s->joined) ||
		(last->high.len == 0 && version_span_compare(VERSION_GENERIC, last->low, high) <= 0))) {
		last->high = high;
		last->high_inclusive = inclusive;
		s->joined = false;
		return;
	}
	add_span(s, (struct version_span){ STR_NONE, high, false, inclusive });
}

/* "> v": begins a span; "< 2.0 and > 1.0" is one span, "< 1.0 or > 2.0" are two. */
static void begin_span(struct sentence *s, struct version_span v, bool inclusive)
{
	struct version_span *last = s->spans.count ? &s->spans.at[s->spans.count - 1] : NULL;
	struct str low = inclusive || v.high_inclusive ? v.low : v.high;

	inclusive = inclusive || !v.high_inclusive;
	if (s->spans.count > 0 && last->low.len == 0 &&
	    version_span_compare(VERSION_GENERIC, low, last->high) < 0) {
		last->low = low;
		last->low_inclusive = inclusive;
		s->joined = false;
		return;
	}
	add_span(s, (struct version_span){ low, STR_NONE, inclusive, false });
}

/* The version at s->at with the words that continue it; quotes and brackets around it are cut off. */
static struct str take_version(struct sentence *s)
{
	struct str v = s->at->text;
	bool bare = false;

	for (s->at++; s->at->kind == TOKEN_WORD; s->at++) {
		bool continues = version_words_suffix(s->at->text, &bare);

		if (!continues && !(bare && char_is_digit(s->at->text.ptr[0])))
			break;
		bare = continues && bare;
		v.len = (size_t)(s->at->text.ptr + s->at->text.len - v.ptr);
	}
	if (v.len > 2 &&
	    (v.ptr[0] == '"' || v.ptr[0] == '\'' || (v.ptr[0] == '(' && v.ptr[v.len - 1] == ')')))
		v = (struct str){ v.ptr + 1, v.len - 2 };
	while (v.len > 0 && v.ptr[v.len - 1] == '.')
		v.len--;
	return v;
}

static bool read_version(struct sentence *s)
{
	enum token_kind sign = s->pending;
	struct version_span v;

	if (!has_digit(s->at->text))
		return false;
	v = version_span_branch(take_version(s), s->record);
	s->pending = TOKEN_END;
	if (sign == TOKEN_END || sign == TOKEN_EQUAL) {
		if (s->spans.count > 0 && !s->joined)
			return false;
		add_span(s, v);
	} else if (sign == TOKEN_LESS || sign == TOKEN_MOST) {
		end_span(s, v, sign == TOKEN_MOST);
	} else if (sign == TOKEN_MORE || sign == TOKEN_LEAST) {
		begin_span(s, v, sign == TOKEN_LEAST);
	} /* TOKEN_NOT: one version less, which the other spans may as well contain */
	return true;
}

static bool read_phrase(struct sentence *s, enum phrase_kind kind)
{
	struct version_span *last = s->spans.count ? &s->spans.at[s->spans.count - 1] : NULL;

	switch (kind) {
	case PHRASE_BEFORE:
		s->pending = TOKEN_LESS;
		return true;
	case PHRASE_UP_TO:
		s->pending = TOKEN_MOST;
		return true;
	case PHRASE_FROM:
		s->pending = TOKEN_LEAST;
		return true;
	case PHRASE_EARLIER:
		if (!last || s->joined || last->low.len == 0 || last->high.len == 0)
			return false;
		last->low = STR_NONE;
		last->low_inclusive = false;
		return true;
	case PHRASE_LATER:
		if (!last || s->joined || last->low.len == 0 || last->high.len == 0)
			return false;
		last->high = STR_NONE;
		last->high_inclusive = false;
		return true;
	case PHRASE_JOIN:
		s->joined = true;
		return true;
	case PHRASE_NOISE:
		return true;
	case PHRASE_ALL:
		s->all = true;
		return true;
	}
	return false;
}

static bool read_token(struct sentence *s)
{
	enum phrase_kind kind;
	size_t words;

	if (s->at->kind == TOKEN_COMMA) {
		s->joined = true;
		s->at++;
		return s->pending == TOKEN_END;
	}
	if (s->at->kind != TOKEN_WORD) {
		if (s->pending != TOKEN_END)
			return false;
		s->pending = s->at->kind;
		s->at++;
		return true;
	}
	if (!version_words_phrase(s->at, &kind, &words))
		return read_version(s);
	s->at += words;
	return read_phrase(s, kind);
}

/* "SICAM < V2.1": a name without digits before the first sign does not matter. */
static const struct token *behind_name(const struct token *t)
{
	const struct token *at = t;

	while (at->kind == TOKEN_WORD && !has_digit(at->text))
		at++;
	return at->kind == TOKEN_WORD || at->kind == TOKEN_END || at->kind == TOKEN_COMMA ? t : at;
}

static bool read_sentence(struct sentence *s)
{
	bool exact = false;

	s->at = behind_name(s->at);
	while (s->at->kind != TOKEN_END)
		if (!read_token(s))
			return false;
	for (size_t i = 0; i < s->spans.count; i++)
		exact = exact || is_one_version(&s->spans.at[i]);
	if (s->pending != TOKEN_END || (s->all && exact))
		return false;
	if (s->all && s->spans.count == 0)
		add_span(s, (struct version_span){ 0 });
	return s->spans.count > 0;
}

static struct version_span one_version(struct str text)
{
	return (struct version_span){ text, text, true, true };
}

static bool has_sign(struct str text)
{
	return str_index(text, '<') < text.len || str_index(text, '>') < text.len;
}

/* Is anything in the text less, more, earlier or later than another? */
static bool compares(const struct token *t)
{
	enum phrase_kind kind;
	size_t words;

	for (; t->kind != TOKEN_END; t++) {
		if (t->kind != TOKEN_WORD && t->kind != TOKEN_COMMA && t->kind != TOKEN_EQUAL)
			return true;
		if (t->kind == TOKEN_WORD && version_words_phrase(t, &kind, &words) &&
		    (kind == PHRASE_BEFORE || kind == PHRASE_EARLIER || kind == PHRASE_LATER))
			return true;
	}
	return false;
}

/* "3002 S3 | 3005 S3": names of versions that are no sentence. */
static void take_literally(struct sentence *s, struct str text)
{
	struct str piece;

	if (str_index(text, '|') == text.len)
		return;
	while (str_next(&text, '|', &piece))
		if (str_trim(piece).len > 0)
			add_span(s, one_version(str_trim(piece)));
}

struct version_spans version_span_parse(struct str text, struct arena *record)
{
	struct token tokens[VERSION_WORDS_MOST];
	struct sentence s = { .at = tokens, .record = record };
	size_t room = 1;

	text = str_trim(text);
	if (version_span_is_unsaid(text))
		return (struct version_spans){ 0 };
	if (text.len <= LIMIT_VERSION_BYTES && version_words_split(text, tokens))
		while (tokens[room - 1].kind != TOKEN_END)
			room++;
	s.spans.at = arena_alloc(record, room, sizeof(*s.spans.at));
	if (room > 1 && read_sentence(&s))
		return s.spans;
	s.spans.count = 0;
	s.spans.is_open = room > 1 ? compares(tokens) : has_sign(text);
	if (s.spans.is_open)
		return s.spans;
	take_literally(&s, room > 1 ? text : STR_NONE);
	if (s.spans.count == 0)
		add_span(&s, one_version(utf8_first(text, LIMIT_VERSION_BYTES)));
	return s.spans;
}

static struct version_spans spans_of(const struct vers *v, struct arena *record)
{
	struct version_spans spans = { .at = arena_alloc(record, v->count + 1, sizeof(*spans.at)),
		.count = v->count };

	for (size_t i = 0; i < v->count; i++) {
		const struct vers_interval *one = &v->at[i];

		spans.at[i] =
		    (struct version_span){ one->low, one->high, one->low_inclusive, one->high_inclusive };
	}
	return spans;
}

struct version_spans version_span_vers(struct str text, struct arena *record, enum version_scheme *scheme)
{
	struct str type;
	struct vers v;
	struct err malformed; /* or of no type: read as people write ranges */

	*scheme = VERSION_GENERIC;
	text = str_trim(text);
	if (!str_starts(text, STR("vers:")))
		return version_span_parse(text, record);
	if (vers_parse(text, record, &v, &malformed) && !str_eq(v.type, STR("all"))) {
		*scheme = v.scheme;
		return spans_of(&v, record);
	}
	text = str_from(text, 5);
	if (str_cut(&text, '/', &type) && !version_scheme_find(type, scheme))
		*scheme = version_scheme_of_purl_type(type);
	return version_span_parse(text, record);
}

/* --- rows --- */

bool version_span_is_readable(enum version_scheme scheme, struct str text)
{
	SCOPED_BUF key = buf_new(4 * LIMIT_VERSION_BYTES + 16);
	struct err e;

	return text.len == 0 || version_key(scheme, text, &key, &e);
}

void version_span_put(const struct version_span *span, enum version_scheme scheme, struct affected *row)
{
	row->low = utf8_first(span->low, LIMIT_VERSION_BYTES);
	row->high = utf8_first(span->high, LIMIT_VERSION_BYTES);
	row->low_inclusive = span->low_inclusive;
	row->high_inclusive = span->high_inclusive;
	row->scheme = scheme;
	if (scheme != VERSION_GENERIC && scheme != VERSION_LITERAL &&
	    (!version_span_is_readable(scheme, row->low) || !version_span_is_readable(scheme, row->high)))
		row->scheme = VERSION_GENERIC;
}

/* False where the scheme cannot read one of them. */
static bool compare_by(enum version_scheme scheme, struct str a, struct str b, int *sign)
{
	SCOPED_BUF key_a = buf_new(4 * LIMIT_VERSION_BYTES + 16);
	SCOPED_BUF key_b = buf_new(4 * LIMIT_VERSION_BYTES + 16);
	struct err e;

	if (!version_key(scheme, a, &key_a, &e) || !version_key(scheme, b, &key_b, &e))
		return false;
	*sign = str_cmp(buf_str(&key_a), buf_str(&key_b));
	return true;
}

int version_span_compare(enum version_scheme scheme, struct str a, struct str b)
{
	int sign = 0;

	if (str_eq(a, b) || compare_by(scheme, a, b, &sign) || compare_by(VERSION_GENERIC, a, b, &sign))
		return sign;
	return str_cmp(a, b);
}

bool version_span_is_empty(const struct affected *row)
{
	int sign;

	if (row->low.len == 0 || row->high.len == 0)
		return false;
	sign = version_span_compare(row->scheme, row->low, row->high);
	return sign > 0 || (sign == 0 && !(row->low_inclusive && row->high_inclusive));
}
