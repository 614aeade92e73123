import type { Party, Phase, ProcedureStep, Role, StandardText } from '#lib/standards/standardText.ts';
import type { RegionStandard } from './region.ts';

const ROLE_OF: Record<string, Role> = {
	asd: 'youth_office',
	provider: 'provider',
	kjp: 'clinic',
	job_center: 'job_center',
	early_help: 'early_help',
	legal_guardian: 'legal_guardian',
	young_person: 'young_person',
	family: 'family',
	Familie: 'family'
};
const OTHER_OF: Record<string, string> = { round_table: 'Runder Tisch', 'angefragte Träger': 'angefragte Träger' };

/** Steps of the crisis agreement by phase; in all other standards a step follows its case. */
const CRISIS_PHASES: [number, Phase][] = [
	[1, 'before'],
	[7, 'acute'],
	[10, 'after']
];

function partyOf(key: string): Party {
	const role = ROLE_OF[key];
	return role ? { role } : { other: OTHER_OF[key] ?? key };
}

function stepsOf(standard: RegionStandard): ProcedureStep[] {
	return standard.steps.map((step, index) => ({
		id: step.id,
		title: step.title,
		phase: standard.id === 'std-5' ? (CRISIS_PHASES.find(([last]) => index + 1 <= last)?.[1] ?? 'after') : 'acute',
		trigger: '',
		parallel: step.parallelGroup,
		responsible: step.responsible.map(partyOf),
		involved: [
			...step.inform.map(partyOf),
			...(/112/.test(step.title) ? [{ role: 'emergency_services' as const }] : [])
		],
		deadline: step.deadline ?? '',
		deadlineIso: step.deadlineIso,
		channel: /telefonisch|anrufen|112/.test(step.title) ? 'Telefon' : '',
		document: step.document ?? '',
		legalBasis: step.legalRef ?? '',
		note: step.note ?? ''
	}));
}

/** The text of a standard of the file in the shape of a version. */
export function textOf(standard: RegionStandard): StandardText {
	return {
		title: standard.title,
		preamble: standard.preamble,
		aims: standard.purpose ? [{ text: standard.purpose, indicator: '' }] : [],
		scope: {
			helpTypes: standard.scope.helpTypes,
			targetGroup: '',
			region: standard.scope.region,
			level: 'structure',
			trigger: ''
		},
		terms:
			standard.id === 'std-5'
				? [
						{ term: 'Notfall', meaning: 'Es besteht Lebensgefahr; sofort 112.' },
						{ term: 'Krise', meaning: 'Keine unmittelbare Lebensgefahr; Praxis, Klinik oder 116 117.' }
					]
				: [],
		legalBases: [],
		steps: stepsOf(standard),
		participation: standard.participation,
		dataProtection: standard.dataProtection,
		conflictRule: standard.conflictRule,
		quality: standard.evaluation,
		duration: standard.id === 'std-5' ? 'Tritt auch dann in Kraft, wenn einzelne Unterschriften noch ausstehen.' : '',
		inForceWithoutAllSignatures: standard.id === 'std-5',
		attachments: standard.attachments
	};
}
