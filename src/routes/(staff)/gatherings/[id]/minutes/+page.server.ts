import { fail } from '@sveltejs/kit';
import { isMeeting } from '#lib/gatherings/gathering.ts';
import { gatheringFor, readableGatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { amendMinutes, answerAmendment } from '#lib/minutes/amendments.server.ts';
import { amendShape, answerShape, approveShape, circulateShape } from '#lib/minutes/minutes.form.ts';
import { circulateMinutes } from '#lib/minutes/minutesCirculation.server.ts';
import { beginMinutes } from '#lib/minutes/minutesDraft.server.ts';
import { approveMinutes } from '#lib/minutes/minutesFinal.server.ts';
import { minutesPage } from '#lib/minutes/minutesPage.server.ts';
import { answerIssues, refusalSentence } from '#lib/minutes/minutesRefusals.ts';
import { answered } from '#lib/web/answer.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function managed(event: RequestEvent) {
	const gathering = found(await gatheringFor(event.locals.db, signedIn(event), event.params.id));
	return { gathering, form: await event.request.formData(), ...event.locals };
}

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const gathering = found(await readableGatheringFor(db, account, event.params.id));
	found(isMeeting(gathering) || undefined);
	const manages = (await gatheringFor(db, account, gathering.id)) !== undefined;
	return minutesPage(db, gathering, manages);
};

export const actions: Actions = {
	begin: async (event) => {
		const { gathering, db, by } = await managed(event);
		const answer = await beginMinutes(db, by, gathering);
		if (isRefused(answer)) return fail(400, { about: 'begin', issues: { form: refusalSentence(answer) } });
		return answered(event, { about: 'begun' });
	},

	circulate: async (event) => {
		const { gathering, form, db, by, todayOn } = await managed(event);
		const read = readForm(circulateShape, form);
		if (!('data' in read)) return fail(400, { about: 'circulate', issues: read.issues, values: read.values });
		const answer = await circulateMinutes(db, by, gathering, read.data.commentsUntilOn, todayOn);
		const issues = isRefused(answer) && { commentsUntilOn: refusalSentence(answer) };
		return issues ? fail(400, { about: 'circulate', issues, values: read.values }) : answered(event, { about: 'sent' });
	},

	amend: async (event) => {
		const account = signedIn(event);
		const { db, by, todayOn } = event.locals;
		const gathering = found(await readableGatheringFor(db, account, event.params.id));
		const manages = (await gatheringFor(db, account, gathering.id)) !== undefined;
		const read = readForm(amendShape, await event.request.formData());
		if (!('data' in read)) return fail(400, { about: 'amend', issues: read.issues, values: read.values });
		const answer = await amendMinutes(db, by, account, gathering.id, read.data, { manages, todayOn });
		const issues = isRefused(answer) && { text: refusalSentence(answer) };
		return issues ? fail(400, { about: 'amend', issues, values: read.values }) : answered(event, { about: 'amended' });
	},

	answer: async (event) => {
		const { gathering, form, db, by } = await managed(event);
		const read = readForm(answerShape, form);
		if (!('data' in read)) return fail(400, { about: 'answer', issues: read.issues, values: read.values });
		const answer = await answerAmendment(db, by, gathering.id, read.data);
		if (isRefused(answer)) return fail(400, { about: 'answer', issues: answerIssues(answer), values: read.values });
		return answered(event, { about: 'answered' });
	},

	approve: async (event) => {
		const { gathering, form, db, by, todayOn } = await managed(event);
		const read = readForm(approveShape, form);
		if (!('data' in read)) return fail(400, { about: 'approve', issues: read.issues, values: read.values });
		const answer = await approveMinutes(db, by, gathering, read.data.approvedOn, todayOn);
		const issues = isRefused(answer) && { approvedOn: refusalSentence(answer) };
		return issues ? fail(400, { about: 'approve', issues, values: read.values }) : answered(event, { about: 'final' });
	}
};
