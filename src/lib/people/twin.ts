import { lastNameParts } from './matchPersonIndex.ts';
import { nearlySame } from './matchWords.ts';
import { looseNameKey, squashText } from './nameKeys.ts';

interface Named {
	id: string;
	firstName: string;
	lastName: string;
	email: string;
}

export type TwinLikeness = 'sameName' | 'sameMail' | 'lastName';

export interface Twin<P> {
	person: P;
	likeness: TwinLikeness;
}

const ORDER: TwinLikeness[] = ['sameName', 'sameMail', 'lastName'];

function likenessOf(person: Named, other: Named): TwinLikeness | undefined {
	const key = looseNameKey(person.firstName, person.lastName);
	const turned = looseNameKey(other.lastName, other.firstName);
	if (key === looseNameKey(other.firstName, other.lastName) || key === turned) return 'sameName';
	const [first, otherFirst] = [squashText(person.firstName), squashText(other.firstName)];
	const parts = lastNameParts(person.lastName);
	const isFamily = lastNameParts(other.lastName).some((part) => parts.includes(part));
	const isNear = nearlySame(squashText(person.lastName), squashText(other.lastName));
	if (person.email !== '' && person.email.toLowerCase() === other.email.toLowerCase())
		return isFamily || isNear || first === otherFirst ? 'sameMail' : undefined;
	return isFamily || (isNear && first === otherFirst) ? 'lastName' : undefined;
}

/** Entries that may mean the same person, the likeliest first. A shared mailbox alone makes no twin. */
export function likelyTwins<P extends Named>(person: Named, others: readonly P[]): Twin<P>[] {
	const twins: Twin<P>[] = [];
	for (const other of others) {
		if (other.id === person.id) continue;
		const likeness = likenessOf(person, other);
		if (likeness) twins.push({ person: other, likeness });
	}
	return twins.sort((a, b) => ORDER.indexOf(a.likeness) - ORDER.indexOf(b.likeness));
}
