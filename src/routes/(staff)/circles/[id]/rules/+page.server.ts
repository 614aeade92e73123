import { fail } from '@sveltejs/kit';
import { ruleShape } from '#lib/circles/circle.form.ts';
import { ruleSentence } from '#lib/circles/circleRule.ts';
import { officeWordings, ruleOf, setRule } from '#lib/circles/circleRules.server.ts';
import { circleFor } from '#lib/circles/circles.server.ts';
import { personChoices } from '#lib/circles/personChoices.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { answered } from '#lib/web/answer.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const circle = found(await circleFor(db, signedIn(event), event.params.id));
	const { chairName, minuteTakerName, ...rule } = await ruleOf(db, circle.id);
	return {
		circle,
		rule,
		chairName,
		minuteTakerName,
		sentence: ruleSentence(rule),
		offices: circle.manages ? await officeWordings(db, circle.id) : { chair: '', minuteTaker: '' },
		people: circle.manages ? [...(await personChoices(db)).keys()] : []
	};
};

export const actions: Actions = {
	default: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const circle = found(await circleFor(db, account, event.params.id));
		const form = readForm(ruleShape, await event.request.formData());
		if (!('data' in form)) return fail(400, form);
		const answer = await setRule(db, by, circle, form.data);
		if (!isRefused(answer)) return answered(event, { saved: true }, '?saved=rule');
		if (answer.refused === 'not_allowed')
			return fail(403, { issues: { method: m.circles_error_not_allowed() }, values: form.values });
		const field = answer.refused === 'unknown_chair' ? 'chair' : 'minuteTaker';
		return fail(400, { issues: { [field]: m.circles_error_person() }, values: form.values });
	}
};
