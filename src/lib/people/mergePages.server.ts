import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import { hasWords } from './directory.ts';
import { indexOrganisations, matchOrganisation } from './matchOrganisation.ts';
import { carriesRights, commonGatherings } from './merges.server.ts';
import { organisationFor, wholeOrganisations } from './organisations.server.ts';
import { allPersons, personFor, personsMatching } from './persons.server.ts';
import { countReferences } from './references.server.ts';
import { likelyTwins } from './twin.ts';

const AT_MOST = 12;

/** What moves with a person. */
export interface PersonMoves {
	registrations: number;
	seats: number;
	tasks: number;
	pairs: number;
}

/** What moves with an organisation. */
export interface OrganisationMoves {
	persons: number;
	seats: number;
	accounts: number;
	hosts: number;
}

async function personMoves(db: Database, id: string): Promise<PersonMoves> {
	const counts = await countReferences(db, 'person', id);
	const sum = (...keys: string[]) => keys.reduce((all, key) => all + (counts[key] ?? 0), 0);
	return {
		registrations: sum('registration.person_id'),
		seats: sum('seat.person_id'),
		tasks: sum(
			'team_member.person_id',
			'agenda_item_person.person_id',
			'workshop_moderator.person_id',
			'workshop.minute_taker_id'
		),
		pairs: sum('mix_pair.person_a', 'mix_pair.person_b')
	};
}

async function organisationMoves(db: Database, id: string): Promise<OrganisationMoves> {
	const counts = await countReferences(db, 'organisation', id);
	return {
		persons: counts['person.organisation_id'] ?? 0,
		seats: counts['seat.organisation_id'] ?? 0,
		accounts: counts['account.organisation_id'] ?? 0,
		hosts: counts['host.organisation_id'] ?? 0
	};
}

/** The page on which somebody looks for the other entry of a person, or compares the two. */
export async function personMergePage(
	db: Database,
	account: Account,
	id: string,
	ask: { otherId: string | null; words: string }
) {
	const person = await personFor(db, account, id);
	if (!person) return undefined;
	const other = ask.otherId && ask.otherId !== id ? await personFor(db, account, ask.otherId) : undefined;
	const twins = likelyTwins(person, await allPersons(db)).slice(0, AT_MOST);
	const found = ask.words ? await personsMatching(db, ask.words, AT_MOST + 1) : [];
	const pair = other && {
		other,
		moves: await personMoves(db, other.id),
		common: await commonGatherings(db, person.id, other.id)
	};
	return { person, twins, found: found.filter((one) => one.id !== id), pair };
}

/** The page on which somebody looks for the other entry of an organisation, or compares the two. */
export async function organisationMergePage(
	db: Database,
	account: Account,
	id: string,
	ask: { otherId: string | null; words: string }
) {
	const organisation = await organisationFor(db, account, id);
	if (!organisation) return undefined;
	const others = (await wholeOrganisations(db)).filter((one) => one.id !== id);
	const match = matchOrganisation(indexOrganisations(others), organisation.name, `@${organisation.mailDomain}`);
	const ids =
		match.kind === 'same' ? [match.id] : match.kind === 'suggest' ? match.candidates.map((one) => one.id) : [];
	const found = ask.words ? others.filter((one) => hasWords(ask.words, [one.name, one.shortName, one.town])) : [];
	const other = others.find((one) => one.id === ask.otherId);
	const pair = other && {
		other,
		moves: await organisationMoves(db, other.id),
		isClosed: !account.isAdministrator && (await carriesRights(db, other.id))
	};
	const twins = ids.flatMap((twin) => others.find((one) => one.id === twin) ?? []);
	return { organisation, twins, found: found.slice(0, AT_MOST), pair };
}
