import { m } from '#lib/paraglide/messages.js';
import { CONSULTATION_DAYS, type Lack, type LifeFacts, unassignedSteps } from './lifecycle.ts';

/** What has to be done before a standard may go on. */
export function lackSentence(lack: Lack, facts: LifeFacts): string {
	const sentences: Record<Lack, () => string> = {
		scope: m.reviews_lack_scope,
		steps: m.reviews_lack_steps,
		responsible: () => m.reviews_lack_responsible({ steps: unassignedSteps(facts.text).join(', ') }),
		consultation_period: () => m.reviews_lack_period({ days: CONSULTATION_DAYS }),
		consultation_running: m.reviews_lack_running,
		comments_unanswered: () => m.reviews_lack_unanswered({ count: facts.unanswered }),
		participation: m.reviews_lack_participation,
		data_protection: m.reviews_lack_data,
		decision: m.reviews_lack_decision,
		parties: m.reviews_lack_parties,
		agreement: m.reviews_lack_agreement,
		in_force_day: m.reviews_lack_in_force_day,
		review_day: m.reviews_lack_review_day,
		signatures: () => m.reviews_lack_signatures({ names: facts.unsigned.join(', ') })
	};
	return sentences[lack]();
}
