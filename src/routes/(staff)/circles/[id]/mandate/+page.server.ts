import { fail } from '@sveltejs/kit';
import { circlesFor } from '#lib/circles/circles.server.ts';
import { mandateShape, memberShape, reportShape } from '#lib/circles/mandate.form.ts';
import { mandatePageFor, mandatesOf, reportOnMandate, setMandate } from '#lib/circles/mandates.server.ts';
import { addMember, membersOf, removeMember } from '#lib/circles/members.server.ts';
import { wordingOf } from '#lib/circles/personChoice.ts';
import { personChoices } from '#lib/circles/personChoices.server.ts';
import { groupIssues } from '#lib/circles/refusalWords.ts';
import { standardsDraftedBy } from '#lib/standards/create.server.ts';
import { answered } from '#lib/web/answer.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function read(event: RequestEvent) {
	const { db, by } = event.locals;
	const account = signedIn(event);
	const group = found(await mandatePageFor(db, account, event.params.id));
	return { account, group, form: await event.request.formData(), db, by };
}

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const group = found(await mandatePageFor(db, account, event.params.id));
	const { id } = group.circle;
	const people = group.maySet ? await personChoices(db) : new Map<string, string>();
	return {
		...group,
		mandates: await mandatesOf(db, id),
		members: await membersOf(db, id),
		drafts: await standardsDraftedBy(db, id),
		people: [...people.keys()],
		removed: wordingOf(people, event.url.searchParams.get('removed') ?? ''),
		managed: (await circlesFor(db, account)).filter(({ manages }) => manages).map((circle) => circle.id),
		circles: group.maySet ? (await circlesFor(db, account)).filter((circle) => circle.id !== id) : []
	};
};

export const actions: Actions = {
	set: async (event) => {
		const { account, group, form, db, by } = await read(event);
		const set = readForm(mandateShape, form);
		if (!('data' in set)) return fail(400, { set });
		const answer = await setMandate(db, by, account, group, set.data);
		if (isRefused(answer)) return fail(400, { set: { issues: groupIssues(answer), values: set.values } });
		return answered(event, { isSet: true });
	},

	report: async (event) => {
		const { group, form, db, by } = await read(event);
		const report = readForm(reportShape, form);
		if (!('data' in report)) return fail(400, { report });
		const answer = await reportOnMandate(db, by, group, report.data);
		if (isRefused(answer)) return fail(400, { report: { issues: groupIssues(answer), values: report.values } });
		return answered(event, { reported: true }, '#reports');
	},

	addMember: async (event) => {
		const { group, form, db, by } = await read(event);
		const member = readForm(memberShape, form);
		if (!('data' in member)) return fail(400, { member });
		const answer = await addMember(db, by, group, member.data.person);
		if (isRefused(answer)) return fail(400, { member: { issues: groupIssues(answer), values: member.values } });
		return answered(event, { memberAdded: true }, '#members');
	},

	removeMember: async (event) => {
		const { group, form, db, by } = await read(event);
		const personId = String(form.get('personId') ?? '');
		const answer = await removeMember(db, by, group, personId);
		if (isRefused(answer)) return fail(400, {});
		const removed = wordingOf(await personChoices(db), personId);
		return answered(event, { removed }, `?removed=${encodeURIComponent(personId)}`);
	}
};
