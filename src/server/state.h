/*
 * state - what the parts of a server share.
 */
#pragma once
#include "actions/findings/finding_ranking.h"
#include "base/secret.h"
#include "server/access_log.h"
#include "server/alerts.h"
#include "server/http.h"
#include "server/jobs.h"
#include "server/known_sessions.h"
#include "server/meters.h"
#include "server/rates.h"
#include "server/server.h"
#include "server/syncing.h"
#include "server/visits.h"
#include "server/workers.h"

struct server {
	struct server_config config;
	struct http *http;
	struct route_index *routes;
	struct db *db; /* of the thread of http */
	struct db
	    *last; /* closed last, and may write: then SQLite leaves one file, and no journal beside it */
	struct workers *workers;
	struct log_writer *log; /* NULL: there is none */
	struct jobs *jobs;
	struct alerts *alerts;			   /* NULL: nobody is told */
	struct syncing *syncing;		   /* NULL: nothing is fetched */
	struct rates *requests, *sign_ins, *forms; /* of the thread of http */
	struct rates *all_forms;		   /* likewise; of all addresses together */
	struct kept_answers *kept;		   /* likewise */
	struct known_sessions *sessions;	   /* likewise */
	struct finding_ranking *ranking;	   /* of the thread of slow work */
	struct visits *visits;			   /* of the thread of secrets */
	struct meters meters;
	char first_word[SECRET_WORD_SIZE];
	_Atomic bool is_first; /* there is no user yet; who has the word makes one */
};
