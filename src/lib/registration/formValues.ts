import type { Issues, Values } from '#lib/web/form.ts';
import { wishFields } from './wishes.ts';

interface Stored {
	title: string;
	firstName: string;
	lastName: string;
	email: string;
	organisationId: string | null;
	remark: string;
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
		organisationName: stored.organisationId ? '' : stored.remark,
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

/** The refusals as the summary at the head lists them, in the order of the form. */
export function summaryOf(issues: Issues | undefined): { field?: string; text: string }[] {
	return Object.entries(issues ?? {}).map(([field, text]) => (field === 'form' ? { text } : { field, text }));
}
