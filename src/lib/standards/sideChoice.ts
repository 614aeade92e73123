import { m } from '#lib/paraglide/messages.js';
import { plainDay } from '#lib/time/wording.ts';
import type { OrganisationNames } from './partyWords.ts';
import type { StandardText } from './standardText.ts';
import type { WrittenStandard, WrittenVersion } from './writtenStandard.ts';

/** One text to compare: a version, or a version as one youth office has it. */
export interface SideChoice {
	/** In the address: the version, with the office after a colon when it has a day of its own. */
	key: string;
	label: string;
	standardId: string;
	versionId: string;
	text: StandardText;
	/** Short names, alphabetical. */
	parties: string[];
	/** Since when it holds, in words. */
	holds: string;
}

function holdsWords({ inForceOn, endsOn }: { inForceOn: string; endsOn: string | null }, todayOn: string): string {
	const day = plainDay(inForceOn);
	if (endsOn) return m.procedures_side_held({ day, until: plainDay(endsOn) });
	return inForceOn > todayOn ? m.procedures_in_force_from({ day }) : m.procedures_in_force_since({ day });
}

function choicesOf(
	standard: WrittenStandard,
	version: WrittenVersion,
	names: OrganisationNames,
	todayOn: string
): SideChoice[] {
	const base = {
		...{ standardId: standard.id, versionId: version.id, text: version.text },
		parties: version.parties.map(({ shortName }) => shortName)
	};
	const label = (what: string) =>
		m.procedures_side_option({ number: standard.number, title: version.text.title || standard.title, what });
	const forAll = version.entries.find(({ organisationId }) => organisationId === '');
	const whole: SideChoice = {
		...base,
		key: version.id,
		label: label(m.procedures_side_option_version({ label: version.label })),
		holds: forAll ? holdsWords(forAll, todayOn) : m.procedures_not_in_force()
	};
	const offices = version.entries
		.filter(({ organisationId }) => organisationId !== '')
		.map((entry) => ({
			...base,
			key: `${version.id}:${entry.organisationId}`,
			label: label(
				m.procedures_side_option_office({
					...{ label: version.label, name: names[entry.organisationId] ?? '' },
					day: plainDay(entry.inForceOn)
				})
			),
			holds: holdsWords(entry, todayOn)
		}));
	return [whole, ...offices];
}

/** Everything that can be put side by side: by standard, newest version first. */
export function sideChoices(
	standards: readonly WrittenStandard[],
	names: OrganisationNames,
	todayOn: string
): SideChoice[] {
	return standards.flatMap((standard) =>
		standard.versions.toReversed().flatMap((version) => choicesOf(standard, version, names, todayOn))
	);
}
