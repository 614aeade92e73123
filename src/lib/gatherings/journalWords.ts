import { m } from '#lib/paraglide/messages.js';

const EXACT: Record<string, () => string> = {
	'gathering.created': m.gatherings_journal_created,
	'gathering.corrected': m.gatherings_journal_corrected,
	'gathering.copied': m.gatherings_journal_copied,
	'gathering.cancelled': m.gatherings_journal_cancelled,
	'agenda.released': m.gatherings_journal_released,
	'agenda.item_added': m.gatherings_journal_item_added,
	'agenda.item_corrected': m.gatherings_journal_item_corrected,
	'agenda.item_moved': m.gatherings_journal_item_moved,
	'agenda.item_removed': m.gatherings_journal_item_removed,
	'agenda.item_restored': m.gatherings_journal_item_restored,
	'registration.added': m.gatherings_journal_registered,
	'registration.withdrawn': m.gatherings_journal_withdrawn,
	'series.part_added': m.series_journal_added,
	'series.part_removed': m.series_journal_removed,
	'registration.moved_up': m.gatherings_journal_moved_up
};

const AREAS: Record<string, () => string> = {
	gathering: m.gatherings_journal_area_gathering,
	room: m.gatherings_journal_area_room,
	team: m.gatherings_journal_area_team,
	agenda: m.gatherings_journal_area_agenda,
	workshop: m.gatherings_journal_area_workshop,
	registration: m.gatherings_journal_area_registration,
	list: m.gatherings_journal_area_list,
	list_import: m.gatherings_journal_area_list,
	plan: m.gatherings_journal_area_groups,
	groups: m.gatherings_journal_area_groups,
	mix: m.gatherings_journal_area_groups,
	message: m.gatherings_journal_area_invitations,
	letter: m.gatherings_journal_area_invitations,
	invitations: m.gatherings_journal_area_invitations,
	reminder: m.gatherings_journal_area_invitations,
	privacy: m.gatherings_journal_area_privacy,
	report: m.reports_journal_area,
	series: m.series_journal_area
};

/** What a line of the journal says: the act where it has words of its own, else the part of the work it belongs to. */
export function journalSentence(verb: string): string {
	const area = verb.split('.')[0] ?? '';
	return (EXACT[verb] ?? AREAS[area] ?? m.gatherings_journal_other)();
}
