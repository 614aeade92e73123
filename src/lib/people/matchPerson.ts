import type { KnownPerson, PersonIndex } from './matchPersonIndex.ts';
import { isPersonalMailbox, lastNameParts } from './matchPersonIndex.ts';
import { nearlySame } from './matchWords.ts';
import { foldText, looseNameKey, nameKey, squashText } from './nameKeys.ts';

/** What is known of a row: `organisationId` is empty while the organisation is not settled. */
export interface WrittenPerson {
	firstName: string;
	lastName: string;
	organisationId: string;
	email: string;
	unit: string;
}

export type TwinReason =
	| 'sameNameOtherOrganisation'
	| 'sameNameOrganisationOpen'
	| 'sameNameOtherMail'
	| 'severalSameName'
	| 'turnedName'
	| 'spelling'
	| 'changedSurname'
	| 'otherFirstName';

/** `same` is certain, `twin` has to be asked, `new` is nobody known; `sharedMailbox` tells of colleagues. */
export type PersonMatch =
	| { kind: 'same'; id: string; by: 'nameAndMail' | 'nameAndOrganisation' }
	| { kind: 'twin'; id: string; reason: TwinReason; others: string[] }
	| { kind: 'new'; sharedMailbox: string[] };

const LOOK_AT = 40;

function twin(persons: readonly KnownPerson[], reason: TwinReason): PersonMatch | undefined {
	const [first, ...others] = persons;
	return first && { kind: 'twin', id: first.id, reason, others: others.slice(0, 4).map(({ id }) => id) };
}

function sameMail(written: WrittenPerson, known: KnownPerson): boolean {
	return written.email !== '' && written.email.toLowerCase() === known.email.toLowerCase();
}

function differ(a: string, b: string): boolean {
	return a !== '' && b !== '' && squashText(a) !== squashText(b);
}

/** Both have a mail, the mails differ, and so do the units: two people of one name in a large office. */
function clearlyOther(written: WrittenPerson, known: KnownPerson): boolean {
	return differ(written.email, known.email) && differ(written.unit, known.unit);
}

function byEqualName(named: readonly KnownPerson[], written: WrittenPerson): PersonMatch | undefined {
	const mailed = named.filter((known) => sameMail(written, known));
	if (mailed.length === 1 && mailed[0]) return { kind: 'same', id: mailed[0].id, by: 'nameAndMail' };
	if (mailed.length > 1) return twin(mailed, 'severalSameName');
	const colleagues = named.filter(
		(known) => written.organisationId !== '' && known.organisationId === written.organisationId
	);
	const [colleague] = colleagues;
	if (colleague && colleagues.length > 1) return twin(colleagues, 'severalSameName');
	if (colleague && clearlyOther(written, colleague)) return twin(colleagues, 'sameNameOtherMail');
	if (colleague) return { kind: 'same', id: colleague.id, by: 'nameAndOrganisation' };
	return twin(named, written.organisationId === '' ? 'sameNameOrganisationOpen' : 'sameNameOtherOrganisation');
}

function bySimilarName(index: PersonIndex, written: WrittenPerson): PersonMatch | undefined {
	const near = (known: KnownPerson) =>
		sameMail(written, known) ||
		known.organisationId === written.organisationId ||
		known.organisationId === '' ||
		written.organisationId === '';
	const turned = (index.byName.get(nameKey(written.lastName, written.firstName)) ?? []).filter(near);
	const loose = (index.byLooseName.get(looseNameKey(written.firstName, written.lastName)) ?? []).filter(near);
	for (const [found, reason] of [
		[turned, 'turnedName'],
		[loose, 'spelling']
	] as const) {
		const [only, ...others] = found;
		// With a second person of such a name the mail alone does not decide: one may have got the other's.
		if (only && others.length === 0 && sameMail(written, only)) return { kind: 'same', id: only.id, by: 'nameAndMail' };
		if (found.length > 0) return twin(found, reason);
	}
	return undefined;
}

function shareLastName(a: string, b: string): boolean {
	const parts = lastNameParts(b);
	return lastNameParts(a).some((part) => parts.includes(part));
}

function shareFirstName(a: string, b: string): boolean {
	const [one, other] = [squashText(a), squashText(b)];
	if (one === other || nearlySame(one, other)) return true;
	return foldText(a).split(' ')[0] === foldText(b).split(' ')[0];
}

/** The same mailbox under another name: a changed name in a personal mailbox, or colleagues who share one. */
function byMailbox(index: PersonIndex, written: WrittenPerson): PersonMatch | undefined {
	const owners = written.email === '' ? [] : (index.byEmail.get(written.email.toLowerCase()) ?? []);
	const [owner] = owners;
	if (!owner) return undefined;
	const personal = isPersonalMailbox(owner.email, owner.firstName, owner.lastName);
	const sharedMailbox = owners.slice(0, 5).map(({ id }) => id);
	if (owners.length > 1 || !personal) return { kind: 'new', sharedMailbox };
	if (shareFirstName(written.firstName, owner.firstName)) {
		const slip = nearlySame(squashText(written.lastName), squashText(owner.lastName));
		return twin([owner], slip ? 'spelling' : 'changedSurname');
	}
	if (shareLastName(written.lastName, owner.lastName)) return twin([owner], 'otherFirstName');
	// Somebody registers colleagues with the own address.
	return { kind: 'new', sharedMailbox };
}

/** Colleagues of one organisation whose names are close, when the mails do not speak against it. */
function byColleague(index: PersonIndex, written: WrittenPerson): PersonMatch | undefined {
	if (written.organisationId === '') return undefined;
	const possible = (known: KnownPerson) => !differ(written.email, known.email);
	const named = lastNameParts(written.lastName)
		.flatMap((part) => (index.byLastPart.get(`${written.organisationId}|${part}`) ?? []).slice(0, LOOK_AT))
		.filter(possible);
	const sameFirst = named.filter((known) => squashText(known.firstName) === squashText(written.firstName));
	if (sameFirst.length > 0) return twin([...new Set(sameFirst)], 'changedSurname');
	const likeFirst = named.filter((known) => shareFirstName(known.firstName, written.firstName));
	if (likeFirst.length > 0) return twin([...new Set(likeFirst)], 'otherFirstName');
	const first = index.byFirst.get(`${written.organisationId}|${squashText(written.firstName)}`) ?? [];
	const slips = first
		.slice(0, LOOK_AT)
		.filter((known) => possible(known) && nearlySame(squashText(known.lastName), squashText(written.lastName)));
	return twin(slips, 'spelling');
}

/**
 * Finds the known person that a row means. Equal name with equal mail or equal organisation is the same person;
 * an equal mail alone never is. Every likeness beyond that is a doubtful twin with its reason.
 */
export function matchPerson(index: PersonIndex, written: WrittenPerson): PersonMatch {
	const named = index.byName.get(nameKey(written.firstName, written.lastName)) ?? [];
	const found =
		byEqualName(named, written) ??
		bySimilarName(index, written) ??
		byMailbox(index, written) ??
		byColleague(index, written);
	return found ?? { kind: 'new', sharedMailbox: [] };
}
