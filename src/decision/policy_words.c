#include "decision/policy_words.h"

/* clang-format off */
const struct policy_question policy_questions[] = {
	{ "A1", "Which event is the learning of the vulnerability, day 0 of the 30 and 60 days?", "clock_start", "\"receipt\"" },
	{ "A2", "Day 30 or 60 is no working day: does it move?", "roll", "\"none\"" },
	{ "A3", "Controlled first, uncontrolled later: does the clock restart?", "reclassification", "\"decide\"" },
	{ "A4", "What initiates a correction, for the 10 working days of part 806?", "initiation", "\"communication_or_fix\"" },
	{ "A5", "Is the day of initiation counted as the first?", "count_initiation_day", "false" },
	{ "A6", "Which days besides weekends and federal holidays are no working days?", "extra_closures", "[]" },
	{ "A7", "The discretion is lost after the 806 report would have been due: when is it due then?", "late_report", "\"at_once\"" },
	{ "A8", "Which events are serious adverse events?", "serious_event", "\"confirmed\"" },
	{ "A9", "Does a routine patch get a record under 806.20?", "record_806_20_for_routine", "true" },
	{ "A10", "How many working days after the customers may the ISAO have the communication?", "isao_grace_working_days", "1" },
	{ "A11", "How are 806 reports numbered in sequence?", "report_number_sequence", "\"running\"" },
	{ "A12", "How is the date written in the number of an 806 report?", "report_number_date", "\"plain\"" },
	{ "A13", "How many digits may a registration number have?", "registration_digits", "\"7\"" },
	{ "A14", "Which exploitability and severity are uncontrolled?", "matrix",
	  "{\"low\":{\"negligible\":\"C\",\"minor\":\"C\",\"serious\":\"C*\",\"critical\":\"U*\",\"catastrophic\":\"U\"},"
	  "\"medium\":{\"negligible\":\"C\",\"minor\":\"C*\",\"serious\":\"U*\",\"critical\":\"U\",\"catastrophic\":\"U\"},"
	  "\"high\":{\"negligible\":\"C\",\"minor\":\"U*\",\"serious\":\"U\",\"critical\":\"U\",\"catastrophic\":\"U\"}}" },
	{ "A14", "Does a borderline cell take a second approver?", "two_approvers_on_borderline", "true" },
	{ "A15", "May a compensating control be the fix of day 60?", "long_term_control_counts", "true" },
	{ "A16", "An event becomes known after closure: is the casefile open again?", "event_after_closure", "\"reopen\"" },
	{ "A17", "Who is the user community?", "user_community", "\"list_and_advisory\"" },
	{ "A18", "A medical device report covers the correction: is an 806 report filed besides?", "mdr_covers_correction", "\"ask\"" },
	{ "A19", "What does the duty of a periodic report follow?", "periodic_report_follows", "\"pathway\"" },
	{ "A20", "After how many months is a risk that is accepted assessed again?", "reassessment_months", "0" },
	{ "A21", "How many months is the regular cycle of updates for known unacceptable vulnerabilities?", "regular_cycle_months", "0" },
	{ 0 },
};
/* clang-format on */
