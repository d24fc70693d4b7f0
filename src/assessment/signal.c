#include "assessment/signal.h"

const struct signal_kind signal_kinds[] = {
	{ "feed_match", false },
	{ "complaint", true },
	{ "researcher_report", true },
	{ "isao_alert", false },
	{ "service_record", false },
	{ "supplier_advisory", false },
	{ "returned_unit", false },
	{ "other", false },
	{ NULL, false },
};

const struct signal_kind *signal_kind_find(struct str name)
{
	for (const struct signal_kind *k = signal_kinds; k->name; k++)
		if (str_eq(str_of(k->name), name))
			return k;
	return NULL;
}

const struct signal_entry_kind signal_entry_kinds[] = {
	{ "received", "signal.received", SIGNAL_AMENDS,
	    "kind|received|received_by|source|summary|devices|vulnerability|reference|tlp|unit|details|"
	    "action_taken|reply|not_investigated|product|version|exploit|impact|discovery|is_public|"
	    "is_exploited|plans|may_share" },
	{ "contact", "signal.contact", SIGNAL_AMENDS, "name|address|telephone|email" },
	{ "triage", "signal.triage", SIGNAL_REPLACES, "" }, /* by signal_triage() and signal_link() alone */
	{ "link", "signal.link", SIGNAL_ADDS, "" },
	{ "acknowledgement", "signal.acknowledgement", SIGNAL_REPLACES, "at|text|waived|reason" },
	{ "correspondence", "signal.correspondence", SIGNAL_ADDS, "direction|at|with|text|attachments" },
	{ "embargo", "signal.embargo", SIGNAL_REPLACES, "until|agreed_with|text|lifted|reason" },
	{ "credit", "signal.credit", SIGNAL_AMENDS, "name|wish|text" },
	{ "cve_request", "signal.cve_request", SIGNAL_AMENDS, "requested_on|cna|assigned|assigned_on|text" },
	{ "mdr_rationale", "signal.mdr_rationale", SIGNAL_REPLACES,
	    "on|basis|reason|judged_by|qualification" },
	{ NULL, NULL, SIGNAL_ADDS, NULL },
};

const struct signal_entry_kind *signal_entry_kind_find(struct str name)
{
	for (const struct signal_entry_kind *k = signal_entry_kinds; k->name; k++)
		if (str_eq(str_of(k->name), name))
			return k;
	return NULL;
}

static const char *const states[] = { "new", "accepted", "duplicate", "not_ours", "false" };
_Static_assert(COUNT(states) == SIGNAL_STATE_COUNT, "a word for every state");

const char *signal_state_word(enum signal_state state)
{
	return states[state];
}

enum signal_state signal_state_find(struct str word)
{
	size_t i = 0;

	while (i < COUNT(states) && !str_eq(str_of(states[i]), word))
		i++;
	return (enum signal_state)i;
}

int signal_tlp_rank(struct str word)
{
	static const char *const labels[] = { "clear", "green", "amber", "amber+strict", "red" };

	for (size_t i = 0; i < COUNT(labels); i++)
		if (str_eq(word, str_of(labels[i])))
			return (int)i + 1;
	return 0;
}

bool signal_tlp_is(struct str word)
{
	return signal_tlp_rank(word) > 0;
}

struct str signal_subject(int64_t id, struct arena *arena)
{
	return arena_printf(arena, "signal %lld", (long long)id);
}

bool signal_wants_acknowledgement(const struct signal *s)
{
	return (s->kind->reported || s->has_contact) && !s->acknowledgement_waived;
}

bool signal_owes_acknowledgement(const struct signal *s)
{
	return signal_wants_acknowledgement(s) && !date_is_known(s->acknowledged_on);
}

bool signal_is_under_embargo(const struct signal *s, struct instant now)
{
	return instant_is_known(s->embargo_until) && now.us < s->embargo_until.us;
}

bool signal_has_casefile(const struct signal *s, int64_t casefile_id)
{
	for (size_t i = 0; i < s->casefile_count; i++)
		if (s->casefiles[i] == casefile_id)
			return true;
	return false;
}

void signal_keep(struct signal *s, struct arena *arena)
{
	struct str *texts[] = { &s->recorded_by, &s->received, &s->received_by, &s->source, &s->summary,
		&s->reference, &s->tlp, &s->vulnerability, &s->stated, &s->assigned, &s->reason,
		&s->embargo };
	struct signal_device *devices = arena_alloc(arena, s->device_count, sizeof(*devices));
	int64_t *casefiles = arena_alloc(arena, s->casefile_count, sizeof(*casefiles));

	for (size_t i = 0; i < COUNT(texts); i++)
		*texts[i] = arena_copy(arena, *texts[i]);
	for (size_t i = 0; i < s->device_count; i++)
		devices[i] =
		    (struct signal_device){ s->devices[i].id, arena_copy(arena, s->devices[i].name) };
	for (size_t i = 0; i < s->casefile_count; i++)
		casefiles[i] = s->casefiles[i];
	s->devices = devices;
	s->casefiles = casefiles;
}

void signal_entry_keep(struct signal_entry *entry, struct arena *arena)
{
	entry->kind = arena_copy(arena, entry->kind);
	entry->content = arena_copy(arena, entry->content);
	entry->who = arena_copy(arena, entry->who);
}
