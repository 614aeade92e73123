import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../tests/support/database.ts';
import { referencesTo } from './references.server.ts';

describe('references', () => {
	it('to a person are these; a new one needs a thought about merging and a line here', async () => {
		const found = await referencesTo(await freshDatabase(), 'person');
		expect(found.map(({ table, column }) => `${table}.${column}`)).toEqual([
			'agenda_item_person.person_id',
			'circle_member.person_id',
			'circle_rule.chair_id',
			'circle_rule.minute_taker_id',
			'mix_pair.person_a',
			'mix_pair.person_b',
			'registration.person_id',
			'seat.person_id',
			'task.person_id',
			'team_member.person_id',
			'workshop.minute_taker_id',
			'workshop_moderator.person_id'
		]);
	});

	it('to an organisation are these', async () => {
		const found = await referencesTo(await freshDatabase(), 'organisation');
		expect(found.map(({ table, column }) => `${table}.${column}`)).toEqual([
			'account.organisation_id',
			'consultation_comment.organisation_id',
			'dissenting_opinion.organisation_id',
			'host.organisation_id',
			'minutes_amendment.organisation_id',
			'minutes_presence.organisation_id',
			'organisation.part_of_id',
			'organisation_alias.organisation_id',
			'organisation_sector.organisation_id',
			'person.organisation_id',
			'review_answer.organisation_id',
			'seat.organisation_id',
			'series.set_up_by_id',
			'service_profile.organisation_id',
			'signature_correction.organisation_id',
			'standard_contact.organisation_id',
			'standard_signature.organisation_id',
			'task.organisation_id',
			'topic.organisation_id',
			'version_party.organisation_id',
			'vote.organisation_id'
		]);
	});
});
