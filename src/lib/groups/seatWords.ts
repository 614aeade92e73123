import { m } from '#lib/paraglide/messages.js';
import type { Seat } from './board.ts';
import { shortSide } from './boardLabels.ts';

/** What is read aloud of a row of the board: side, whole name, organisation and marks. */
export function seatWords(seat: Seat, isUnplaced: boolean): string {
	const { side, firstName, lastName, organisationName, organisationShortName, isNewcomer } = seat.person;
	return [
		shortSide(side),
		`${firstName} ${lastName}`.trim(),
		organisationName || organisationShortName,
		seat.isHeld ? m.groups_mark_held() : '',
		isNewcomer ? m.groups_mark_new() : '',
		isUnplaced ? '' : markWords(seat)
	]
		.filter(Boolean)
		.join(', ');
}

function markWords({ duty, rank }: Seat): string {
	if (duty === 'lead') return m.groups_mark_lead_spoken();
	if (duty === 'minutes') return m.groups_mark_minutes_spoken();
	if (rank === null) return m.groups_mark_not_wished_spoken();
	return rank === 0 ? m.groups_mark_no_wish_spoken() : m.groups_mark_rank_spoken({ rank });
}
