import { m } from '#lib/paraglide/messages.js';

/** How many have a place, wait, have withdrawn; null: nobody has set a limit. */
interface Counts {
	admitted: number;
	waiting: number;
	withdrawn: number;
	capacity: number | null;
}

/** "98 von 106 Plätzen sind vergeben, 3 warten, 2 haben sich abgemeldet." */
export function stateSentence({ admitted, waiting, withdrawn, capacity }: Counts): string {
	if (admitted + waiting + withdrawn === 0) {
		return capacity === null ? m.registration_state_nobody() : m.registration_state_none({ capacity });
	}
	const parts = [
		capacity === null
			? m.registration_state_in({ count: admitted })
			: m.registration_state_of({ count: admitted, capacity }),
		...(waiting > 0 ? [m.registration_state_waiting({ count: waiting })] : []),
		...(withdrawn > 0 ? [m.registration_state_withdrawn({ count: withdrawn })] : [])
	];
	return `${parts.join(', ')}.`;
}
