import { fail } from '@sveltejs/kit';
import { workshopsOf } from '#lib/agenda/workshops.server.ts';
import { gatheringFor, readableGatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { evaluationShape } from '#lib/minutes/evaluation.form.ts';
import { enterEvaluation } from '#lib/minutes/evaluations.server.ts';
import { mintFindingLink, revokeFindingLinks } from '#lib/minutes/findingLinks.server.ts';
import { resultsPage } from '#lib/minutes/findingPages.server.ts';
import { tensionAnswerShape, tensionShape } from '#lib/minutes/tension.form.ts';
import { answerTension, raiseTension } from '#lib/minutes/tensions.server.ts';
import { answered } from '#lib/web/answer.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function managed(event: RequestEvent) {
	const { db, by } = event.locals;
	const gathering = found(await gatheringFor(db, signedIn(event), event.params.id));
	return { gathering, db, by, data: await event.request.formData() };
}

/** The workshop named in a form; null for the link that belongs to the whole day. */
async function workshopIn({ gathering, db, data }: Awaited<ReturnType<typeof managed>>): Promise<string | null> {
	const id = String(data.get('workshopId') ?? '');
	if (id === '') return null;
	return found((await workshopsOf(db, gathering.id)).find((workshop) => workshop.id === id)).id;
}

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db, now, todayOn } = event.locals;
	const gathering = found(await readableGatheringFor(db, account, event.params.id));
	const manages = (await gatheringFor(db, account, gathering.id)) !== undefined;
	const isRaised = event.url.searchParams.has('raised');
	return { ...(await resultsPage(db, gathering, manages, now)), todayOn, isRaised };
};

export const actions: Actions = {
	link: async (event) => {
		const act = await managed(event);
		const workshopId = await workshopIn(act);
		const token = await mintFindingLink(act.db, act.by, act.gathering, workshopId);
		const path = workshopId ? `/notes/${token}` : `/notes/${token}/tension`;
		return { minted: { workshopId, address: event.url.origin + path } };
	},

	revoke: async (event) => {
		const act = await managed(event);
		const workshopId = await workshopIn(act);
		await revokeFindingLinks(act.db, act.by, act.gathering.id, workshopId);
		return answered(event, { revoked: true }, workshopId ? `#workshop-${workshopId}` : '#tensions');
	},

	evaluate: async (event) => {
		const { db, by, gathering, data } = await managed(event);
		const form = readForm(evaluationShape, data);
		if (!('data' in form)) return fail(400, { about: 'evaluate', issues: form.issues, values: form.values });
		await enterEvaluation(db, by, gathering.id, form.data);
		return answered(event, { entered: true }, '#evaluation');
	},

	raise: async (event) => {
		const { db, by } = event.locals;
		const gathering = found(await readableGatheringFor(db, signedIn(event), event.params.id));
		const form = readForm(tensionShape, await event.request.formData());
		if (!('data' in form)) return fail(400, { about: 'raise', issues: form.issues, values: form.values });
		await raiseTension(db, by, gathering.id, form.data);
		return answered(event, { raised: true }, '?raised#tensions');
	},

	answer: async (event) => {
		const { db, by, gathering, data } = await managed(event);
		const form = readForm(tensionAnswerShape, data);
		const tensionId = String(data.get('tensionId') ?? '');
		if (!('data' in form)) {
			const typed = { id: tensionId, text: String(data.get('text') ?? ''), error: form.issues.text ?? '' };
			return fail(400, { refusedAnswer: typed });
		}
		const answer = await answerTension(db, by, gathering.id, form.data);
		if (isRefused(answer)) found(undefined);
		return answered(event, { replied: true }, `#tension-${tensionId}`);
	}
};
