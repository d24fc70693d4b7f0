#include "server/meters.h"

#include <inttypes.h>

static const struct {
	int64_t us;
	const char *seconds;
} bounds[METERS_BOUNDS] = { { 500, "0.0005" }, { 1000, "0.001" }, { 5000, "0.005" }, { 25000, "0.025" },
	{ 100000, "0.1" }, { 500000, "0.5" }, { 2500000, "2.5" }, { 10000000, "10" } };

void meters_count(struct meters *m, int status, int64_t took_us, size_t sent_bytes)
{
	int digit = status / 100;
	size_t bound = 0;

	while (bound < METERS_BOUNDS && took_us > bounds[bound].us)
		bound++;
	m->requests[digit >= 1 && digit <= 5 ? digit : 0]++;
	m->took[bound]++;
	m->took_us += took_us;
	m->sent_bytes += (int64_t)sent_bytes;
}

static void write_times(struct meters *m, struct buf *out)
{
	int64_t so_far = 0;

	buf_add(out, STR("# HELP aftercare_request_seconds Time from the headers of a request to the end of "
			 "its answer.\n"
			 "# TYPE aftercare_request_seconds histogram\n"));
	for (size_t i = 0; i < METERS_BOUNDS; i++) {
		so_far += m->took[i];
		buf_printf(out, "aftercare_request_seconds_bucket{le=\"%s\"} %" PRId64 "\n",
		    bounds[i].seconds, so_far);
	}
	so_far += m->took[METERS_BOUNDS];
	buf_printf(out, "aftercare_request_seconds_bucket{le=\"+Inf\"} %" PRId64 "\n", so_far);
	buf_printf(out, "aftercare_request_seconds_sum %" PRId64 ".%06" PRId64 "\n", m->took_us / 1000000,
	    m->took_us % 1000000);
	buf_printf(out, "aftercare_request_seconds_count %" PRId64 "\n", so_far);
}

void meters_write(struct meters *m, const struct meters_waiting *waiting, struct buf *out)
{
	buf_add(out, STR("# HELP aftercare_requests_total Requests answered, by the class of the status.\n"
			 "# TYPE aftercare_requests_total counter\n"));
	for (int digit = 1; digit <= 5; digit++)
		buf_printf(out, "aftercare_requests_total{status=\"%dxx\"} %" PRId64 "\n", digit,
		    m->requests[digit]);
	write_times(m, out);
	buf_printf(out,
	    "# HELP aftercare_sent_bytes_total Bytes of answers.\n# TYPE aftercare_sent_bytes_total counter\n"
	    "aftercare_sent_bytes_total %" PRId64 "\n",
	    m->sent_bytes);
	buf_printf(out,
	    "# HELP aftercare_refused_sign_ins_total Sign-ins that did not hold.\n"
	    "# TYPE aftercare_refused_sign_ins_total counter\naftercare_refused_sign_ins_total %" PRId64 "\n",
	    m->refused_sign_ins);
	buf_printf(out,
	    "# HELP aftercare_limited_total Requests that came too often.\n"
	    "# TYPE aftercare_limited_total counter\naftercare_limited_total %" PRId64 "\n",
	    m->limited);
	buf_printf(out,
	    "# HELP aftercare_kept_answers_total Requests answered by what was kept of an answer before.\n"
	    "# TYPE aftercare_kept_answers_total counter\naftercare_kept_answers_total %" PRId64 "\n",
	    m->kept);
	buf_printf(out,
	    "# HELP aftercare_waiting Requests in line.\n# TYPE aftercare_waiting gauge\n"
	    "aftercare_waiting{line=\"changes\"} %zu\naftercare_waiting{line=\"secrets\"} %zu\n"
	    "aftercare_waiting{line=\"slow\"} %zu\n",
	    waiting->changes, waiting->secrets, waiting->slow);
}
