/*
 * openvex - OpenVEX documents, as they were written from 0.0.1 to 0.2.0.
 *
 * Specification: OPENVEX-SPEC.md of github.com/openvex/spec. Up to 0.0.2 a vulnerability and a product were
 * texts and subcomponents stood beside the products; both forms are read, mixed too, since tools write them
 * so.
 */
#pragma once
#include "sources/statement.h"

bool openvex_recognises(struct str start);
bool openvex_read(struct input *in, struct statement_sink out, struct arena *arena,
    struct statement_document *head, struct err *e);
