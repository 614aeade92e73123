import type { OrganisationKind } from './organisation.ts';
import type { Side } from './side.ts';
import { foldText } from './nameKeys.ts';

const KINDS: [OrganisationKind, RegExp][] = [
	['public_youth_office', /jugendamt|^kja |^ja |\bja$|\basd\b/],
	['clinic', /klinik|psychiatrie|krankenhaus|kjp/],
	['job_center', /jobcenter|job center/],
	['early_help_network', /fruehe hilfen/],
	['health_office', /gesundheitsamt/],
	['police_justice', /polizei|gericht|staatsanwalt|justiz/],
	['counselling_centre', /beratung/],
	['school', /schul(e|amt)|gymnasium|schulzentrum/],
	['self_organised_group', /selbsthilfe|selbstvertretung|careleaver/]
];
const RESIDENTIAL =
	/stationaer|wohngruppe|wohnen|heim\b|kinderheim|kinderdorf|tagesgruppe|pflegekinder|pflegefamilie|inobhutnahme|\bhaus\b/;

/** What an unknown name probably stands for. Only a proposal: it is shown and can be changed before anything is created. */
export function proposeOrganisation(name: string): { kind: OrganisationKind; side: Side } {
	const text = foldText(name);
	const kind = KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'free_provider';
	if (kind === 'public_youth_office') return { kind, side: 'youth_office' };
	if (kind !== 'free_provider') return { kind, side: 'partner' };
	return { kind, side: RESIDENTIAL.test(text) ? 'residential_daycare' : 'outpatient' };
}

/** The kind of a new organisation whose side was chosen. */
export function kindForSide(name: string, side: Side): OrganisationKind {
	const proposed = proposeOrganisation(name);
	if (proposed.side === side) return proposed.kind;
	if (side === 'youth_office') return 'public_youth_office';
	return side === 'partner' ? 'other' : 'free_provider';
}
