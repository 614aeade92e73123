import { m } from '#lib/paraglide/messages.js';
import type { Issues, Values } from '#lib/web/form.ts';
import { wishFields } from './wishes.ts';

interface Stored {
	title: string;
	firstName: string;
	lastName: string;
	email: string;
	organisationId: string | null;
	organisationName: string;
	jobFunction: string;
	isNewcomer: 0 | 1;
	supportNeed: string;
	catering: string;
	isListed: 0 | 1;
	allowsPhotos: 0 | 1;
	wishes: string[];
}

/** What is stored, as a form shows it. */
export function storedValues(stored: Stored): Values {
	const { title, firstName, lastName, email, jobFunction, supportNeed, catering } = stored;
	const wishes = Object.fromEntries(stored.wishes.map((id, index) => [`wish${index + 1}`, id]));
	return {
		...{ title, firstName, lastName, email, jobFunction, supportNeed, catering, ...wishes },
		organisationId: stored.organisationId ?? '',
		organisationName: stored.organisationId ? '' : stored.organisationName,
		isNewcomer: stored.isNewcomer ? 'on' : '',
		isListed: stored.isListed ? 'on' : '',
		allowsPhotos: stored.allowsPhotos ? 'on' : ''
	};
}

/** An empty form: the list of participants is agreed to unless declined, photos never are. */
export const EMPTY_VALUES: Values = { isListed: 'on' };

/** One typed text. */
export function textOf(values: Values, name: string): string {
	const value = values[name];
	return typeof value === 'string' ? value : '';
}

/** The typed wishes by rank. */
export function rankedOf(values: Values, count: number): string[] {
	return wishFields(count).map((name) => textOf(values, name));
}

const ORDER = [
	'form',
	'parts',
	'title',
	'firstName',
	'lastName',
	'organisationId',
	'organisationName',
	'jobFunction',
	'email'
];

/** Where a field stands in the form; those not named come after, in the order in which they were read. */
function orderOf(field: string): number {
	const at = ORDER.indexOf(field);
	return at < 0 ? ORDER.length : at;
}

const NAMES: Record<string, () => string> = {
	title: m.registration_title,
	firstName: m.registration_first_name,
	lastName: m.registration_last_name,
	jobFunction: m.registration_job_function,
	email: m.registration_email,
	supportNeed: m.registration_support_short,
	opensOn: m.registration_opens,
	closesOn: m.registration_closes,
	capacity: m.registration_capacity,
	introduction: m.registration_introduction
};

/** The refusals as the summary at the head lists them, in the order of the form, each with the name of its field. */
export function summaryOf(issues: Issues | undefined): { field?: string; text: string }[] {
	const entries = Object.entries(issues ?? {}).sort(([a], [b]) => orderOf(a) - orderOf(b));
	return entries.map(([field, text]) => {
		const name = NAMES[field]?.();
		const sentence = name ? m.registration_error_named({ name, text }) : text;
		return field === 'form' ? { text: sentence } : { field, text: sentence };
	});
}
