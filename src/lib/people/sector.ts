import { m } from '#lib/paraglide/messages.js';

/** Fields of work of an organisation. */
export const SECTORS = [
	'asd',
	'pkd',
	'wjh',
	'youth_planning',
	'integration_aid',
	'guardianship',
	'outpatient',
	'day_group',
	'residential',
	'emergency_care',
	'foster_care',
	'early_help',
	'school_social_work',
	'school',
	'counselling',
	'addiction_help',
	'kjp',
	'health_office',
	'job_center',
	'police',
	'family_court',
	'self_advocacy'
] as const;
export type Sector = (typeof SECTORS)[number];

const NAMES = {
	asd: m.people_sector_asd,
	pkd: m.people_sector_pkd,
	wjh: m.people_sector_wjh,
	youth_planning: m.people_sector_youth_planning,
	integration_aid: m.people_sector_integration_aid,
	guardianship: m.people_sector_guardianship,
	outpatient: m.people_sector_outpatient,
	day_group: m.people_sector_day_group,
	residential: m.people_sector_residential,
	emergency_care: m.people_sector_emergency_care,
	foster_care: m.people_sector_foster_care,
	early_help: m.people_sector_early_help,
	school_social_work: m.people_sector_school_social_work,
	school: m.people_sector_school,
	counselling: m.people_sector_counselling,
	addiction_help: m.people_sector_addiction_help,
	kjp: m.people_sector_kjp,
	health_office: m.people_sector_health_office,
	job_center: m.people_sector_job_center,
	police: m.people_sector_police,
	family_court: m.people_sector_family_court,
	self_advocacy: m.people_sector_self_advocacy
} satisfies Record<Sector, unknown>;

/** The field of work in words. One that is not known is shown as it is written. */
export function sectorName(sector: string): string {
	return sector in NAMES ? NAMES[sector as Sector]() : sector;
}
