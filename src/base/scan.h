/*
 * scan - the first byte of interest in a run, sixteen bytes at a time where the processor can.
 *
 * The caller guarantees that a stopping byte comes, and that SCAN_SLACK bytes behind it may be read.
 */
#pragma once
#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define SCAN_SLACK 16

/* Stops at a quote, a backslash, a control (below 0x20) and at anything that is not ASCII. */
static inline const char *scan_plain(const char *p)
{
#ifdef __SSE2__
	for (;; p += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
		__m128i quote = _mm_cmpeq_epi8(v, _mm_set1_epi8('"'));
		__m128i slash = _mm_cmpeq_epi8(v, _mm_set1_epi8('\\'));
		/* signed: what is not ASCII is negative */
		__m128i low = _mm_cmplt_epi8(v, _mm_set1_epi8(0x20));
		int stops = _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quote, slash), low));

		if (stops)
			return p + __builtin_ctz((unsigned)stops);
	}
#else
	while (*p != '"' && *p != '\\' && (unsigned char)*p >= 0x20 && (unsigned char)*p < 0x80)
		p++;
	return p;
#endif
}

/* Is there a byte among the sixteen that JSON writes in another way: a quote, a backslash, a control (DEL
 * too), or what is not ASCII? */
#ifdef __SSE2__
static inline int scan_unplain(__m128i v)
{
	__m128i quote = _mm_cmpeq_epi8(v, _mm_set1_epi8('"'));
	__m128i slash = _mm_cmpeq_epi8(v, _mm_set1_epi8('\\'));
	__m128i low = _mm_cmplt_epi8(v, _mm_set1_epi8(0x20));
	__m128i del = _mm_cmpeq_epi8(v, _mm_set1_epi8(0x7f));

	return _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quote, slash), _mm_or_si128(low, del)));
}
#endif

/* How many of the len bytes at p stand before the first such byte; they need no slack. */
static inline size_t scan_plain_length(const char *p, size_t len)
{
	size_t i = 0;

#ifdef __SSE2__
	for (; i + 16 <= len; i += 16) {
		int stops = scan_unplain(_mm_loadu_si128((const __m128i *)(const void *)(p + i)));

		if (stops)
			return i + (size_t)__builtin_ctz((unsigned)stops);
	}
	for (; i + 8 <= len; i += 8) { /* the other eight are zeros, which are controls */
		int stops = scan_unplain(_mm_loadl_epi64((const __m128i *)(const void *)(p + i))) & 0xff;

		if (stops)
			return i + (size_t)__builtin_ctz((unsigned)stops);
	}
#endif
	for (; i < len; i++) {
		unsigned char c = (unsigned char)p[i];

		if (c < 0x20 || c == '"' || c == '\\' || c >= 0x7f)
			return i;
	}
	return len;
}

/* Stops at anything but a space, tab, line feed and carriage return. */
static inline const char *scan_blank(const char *p)
{
#ifdef __SSE2__
	for (;; p += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
		__m128i space = _mm_cmpeq_epi8(v, _mm_set1_epi8(' '));
		__m128i feed = _mm_cmpeq_epi8(v, _mm_set1_epi8('\n'));
		__m128i tab = _mm_cmpeq_epi8(v, _mm_set1_epi8('\t'));
		__m128i back = _mm_cmpeq_epi8(v, _mm_set1_epi8('\r'));
		__m128i blank = _mm_or_si128(_mm_or_si128(space, feed), _mm_or_si128(tab, back));
		int stops = _mm_movemask_epi8(blank) ^ 0xffff;

		if (stops)
			return p + __builtin_ctz((unsigned)stops);
	}
#else
	while (*p == ' ' || *p == '\n' || *p == '\t' || *p == '\r')
		p++;
	return p;
#endif
}

/* How often c stands in the len bytes at p, which need no slack. */
static inline size_t scan_count(const char *p, size_t len, char c)
{
	size_t count = 0;

#ifdef __SSE2__
	__m128i sums = _mm_setzero_si128();

	for (; len >= 16; p += 16, len -= 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
		__m128i hits = _mm_cmpeq_epi8(v, _mm_set1_epi8(c)); /* -1 for a hit */

		sums = _mm_add_epi64(
		    sums, _mm_sad_epu8(_mm_sub_epi8(_mm_setzero_si128(), hits), _mm_setzero_si128()));
	}
	count = (size_t)_mm_cvtsi128_si64(sums) + (size_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(sums, sums));
#endif
	for (; len; p++, len--)
		count += *p == c;
	return count;
}
