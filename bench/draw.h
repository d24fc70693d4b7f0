/*
 * draw - which components each release of the fleet F has: the same numbers in every run and every program.
 *
 * By Zipf's law with exponent 0.8: the first component of the SBOM is in most releases, the last in few.
 */
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct draw {
	size_t count;
	double *shares;	    /* cumulated, by component */
	uint32_t *drawn_in; /* the release a component was drawn for last, from 1 */
	uint32_t release;
	uint64_t state;
};

/* Out of count components. */
struct draw draw_new(size_t count);
void draw_free(struct draw *d);
/* wanted distinct components of the next release, as they are drawn. */
void draw_release(struct draw *d, size_t wanted, uint32_t *components);

#ifdef __cplusplus
}
#endif
