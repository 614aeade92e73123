import { circlesFor } from '#lib/circles/circles.server.ts';
import { searchShape } from '#lib/minutes/decision.form.ts';
import { searchDecisions } from '#lib/minutes/register.server.ts';
import { signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db, todayOn } = event.locals;
	const typed = searchShape.safeParse(Object.fromEntries(event.url.searchParams));
	const asked = typed.success ? typed.data : { words: '', circle: '', year: '', result: '' as const, page: '' };
	const page = Math.max(1, Number.parseInt(asked.page, 10) || 1);
	return {
		asked: { ...asked, page },
		circles: (await circlesFor(db, account, todayOn)).map(({ id, name }) => ({ id, name })),
		...(await searchDecisions(db, account, { ...asked, page }))
	};
};
