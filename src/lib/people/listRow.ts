import type { RowProblem, RowProblemKey } from './listProblem.ts';
import type { ListSection } from './listSection.ts';
import { looksLikeOrganisation } from './listSection.ts';
import type { ListField } from './listFields.ts';
import type { EmailReading } from './listValues.ts';
import { readEmail, readText, readYesNo } from './listValues.ts';
import { isNoWish, splitWishes } from './listWish.ts';
import type { NameParts } from './nameParts.ts';
import { splitName, takeTitle } from './nameParts.ts';
import { cleanText, squashText } from './nameKeys.ts';

/** One person of a list. `line` counts from 1 as in the spreadsheet. Absent texts are empty. */
export interface ListRow {
	line: number;
	salutation: string;
	title: string;
	firstName: string;
	lastName: string;
	organisation: string;
	unit: string;
	jobFunction: string;
	email: string;
	/** As written, best first; `matchWish` finds the workshop. */
	wishes: string[];
	newcomer: boolean | undefined;
	catering: string;
	supportNeed: string;
	photo: boolean | undefined;
	note: string;
	/** The sub-title the row stands under, when the list has sections. */
	section: string;
	problems: RowProblem[];
}

/** The raw texts of a row by field. */
export type RowTexts = Partial<Record<ListField, string>>;

function readNames(texts: RowTexts): NameParts {
	const first = takeTitle(readText(texts.firstName ?? ''));
	const last = takeTitle(readText(texts.lastName ?? ''));
	if (first.rest !== '' && last.rest !== '') {
		return {
			salutation: first.salutation || last.salutation,
			title: first.title || last.title,
			firstName: first.rest,
			lastName: last.rest,
			reading: 'plain'
		};
	}
	const turned = readText(texts.nameLastFirst ?? '');
	const whole = readText(texts.fullName ?? '') || turned;
	if (whole !== '') return splitName(whole, whole === turned);
	const alone = splitName(texts.lastName || texts.firstName || '');
	// A given name alone stays a given name.
	const onlyFirst = alone.reading === 'single' && last.rest === '';
	return onlyFirst ? { ...alone, firstName: alone.lastName, lastName: '' } : alone;
}

function nameProblems(texts: RowTexts, names: NameParts): RowProblem[] {
	const written = cleanText(
		readText(texts.fullName ?? '') ||
			readText(texts.nameLastFirst ?? '') ||
			`${texts.firstName ?? ''} ${texts.lastName ?? ''}`
	);
	const name = `${names.firstName} ${names.lastName}`;
	const found: RowProblemKey[] = [];
	if (name.trim() === '') return [{ key: 'noName', written }];
	if (names.firstName === '') found.push('noFirstName');
	if (names.lastName === '') found.push('noLastName');
	if (names.reading === 'guessed') found.push('nameGuessed');
	if (names.reading === 'comma') found.push('nameTurned');
	if (names.title !== '' && squashText(names.title) !== squashText(texts.title ?? '')) found.push('titleSplit');
	if (/[\d@#<>=]/.test(name) || looksLikeOrganisation(name)) found.push('oddName');
	if (/\p{Lu}{3}/u.test(name) && name === name.toUpperCase()) found.push('capitals');
	return found.map((key) => ({ key, written }));
}

function mailProblems(texts: RowTexts, mail: EmailReading): RowProblem[] {
	if (mail.problem) return [{ key: mail.problem, written: cleanText(texts.email ?? '') }];
	return mail.email === '' ? [{ key: 'noEmail', written: '' }] : [];
}

function placeProblems(organisation: string, own: string, section: ListSection): RowProblem[] {
	const problems: RowProblem[] = [];
	if (organisation === '') problems.push({ key: 'noOrganisation', written: '' });
	else if (own === '') problems.push({ key: 'organisationFromSection', written: section.text });
	if (section.means === 'other') problems.push({ key: 'underSection', written: section.text });
	return problems;
}

function wishesOf(texts: RowTexts): string[] {
	const single = [texts.wish1, texts.wish2, texts.wish3].map((text) => readText(text ?? ''));
	const all = single.some((text) => text !== '') ? single : splitWishes(texts.wishes ?? '').map(readText);
	return [...new Set(all.filter((text) => !isNoWish(text)))];
}

/** Reads one row of texts as a person of the list; every doubt is a problem of the row. */
export function readRow(line: number, texts: RowTexts, section: ListSection): ListRow {
	const names = readNames(texts);
	const mail = readEmail(texts.email ?? '');
	const ownOrganisation = readText(texts.organisation ?? '');
	const organisation = ownOrganisation || (section.means === 'organisation' ? section.text : '');
	const problems = [
		...nameProblems(texts, names),
		...mailProblems(texts, mail),
		...placeProblems(organisation, ownOrganisation, section)
	];
	return {
		line,
		salutation: readText(texts.salutation ?? '') || names.salutation,
		title: readText(texts.title ?? '') || names.title,
		firstName: names.firstName,
		lastName: names.lastName,
		organisation,
		unit: readText(texts.unit ?? ''),
		jobFunction: readText(texts.jobFunction ?? ''),
		email: mail.email,
		wishes: wishesOf(texts),
		newcomer: readYesNo(texts.newcomer ?? ''),
		catering: readText(texts.catering ?? ''),
		supportNeed: readText(texts.supportNeed ?? ''),
		photo: readYesNo(texts.photo ?? ''),
		note: readText(texts.note ?? ''),
		section: section.text,
		problems
	};
}
