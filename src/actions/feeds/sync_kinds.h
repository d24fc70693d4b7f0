/*
 * sync_kinds - how each kind of provider is asked. What fails is remembered in the work. For sync_feeds.c.
 */
#pragma once
#include "actions/feeds/sync_work.h"

void sync_documents(struct sync_work *w);
void sync_nvd(struct sync_work *w);
void sync_cve(struct sync_work *w);
void sync_osv(struct sync_work *w);
void sync_csaf(struct sync_work *w);
