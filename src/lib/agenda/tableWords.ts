import { m } from '#lib/paraglide/messages.js';
import { MOST_TABLES, type TableTrouble } from './tableRounds.ts';

/** What stands in the way of rounds at tables, as a sentence. */
export function troubleSentence(trouble: TableTrouble, rounds: number): string {
	return {
		few_tables: m.agenda_rounds_few_tables({ count: rounds }),
		many_tables: m.agenda_rounds_many_tables({ count: MOST_TABLES }),
		few_people: m.agenda_rounds_few_people(),
		past_midnight: m.agenda_error_midnight()
	}[trouble];
}
