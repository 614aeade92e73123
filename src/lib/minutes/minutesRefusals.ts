import { m } from '#lib/paraglide/messages.js';

const WORDS: Record<string, () => string> = {
	none: m.minutes_refused_none,
	final: m.minutes_refused_final,
	begun: m.minutes_refused_begun,
	no_meeting: m.minutes_refused_no_meeting,
	cancelled: m.minutes_refused_cancelled,
	circulated: m.minutes_refused_circulated,
	draft: m.minutes_refused_draft,
	early: m.minutes_refused_early,
	past: m.minutes_refused_past,
	shorter: m.minutes_refused_shorter,
	empty: m.minutes_refused_empty,
	closed: m.minutes_refused_closed,
	gone: m.minutes_refused_gone,
	in_use: m.minutes_refused_in_use,
	there: m.minutes_refused_gone,
	answered: m.minutes_refused_answered,
	unchanged: m.minutes_refused_unchanged,
	changed: m.minutes_refused_changed,
	reason: m.minutes_refused_reason,
	unanswered: m.minutes_refused_unanswered,
	comments: m.minutes_refused_comments,
	day: m.minutes_refused_day,
	unknown_organisation: m.minutes_error_organisation
};

/** Why something about the minutes was refused, and what to do next. */
export function refusalSentence({ refused }: { refused: string }): string {
	return (WORDS[refused] ?? m.minutes_refused_gone)();
}

/** The same beside the field of an answer it concerns. */
export function answerIssues(answer: { refused: string }): Record<string, string> {
	const sentence = refusalSentence(answer);
	if (answer.refused === 'reason') return { answer: sentence };
	return answer.refused === 'unchanged' ? { facts: sentence } : { form: sentence };
}
