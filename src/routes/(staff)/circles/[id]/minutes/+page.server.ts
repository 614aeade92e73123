import { circleFor } from '#lib/circles/circles.server.ts';
import { compiledMinutes, seriesOf } from '#lib/minutes/minutesCompiled.server.ts';
import { addDays } from '#lib/time/berlin.ts';
import { day } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

const isDay = (text: string) => day().safeParse(text).success;

export const load: PageServerLoad = async (event) => {
	const { db, todayOn } = event.locals;
	const circle = found(await circleFor(db, signedIn(event), event.params.id));
	const asked = (name: string) => event.url.searchParams.get(name) ?? '';
	const series = await seriesOf(db, circle.id);
	const seriesId = series.find(({ id }) => id === asked('series'))?.id ?? null;
	// Two meetings a year: the last twelve months show what has been agreed since the one before last.
	const usual = { from: addDays(todayOn, -365), to: todayOn };
	const from = isDay(asked('from')) ? asked('from') : usual.from;
	const to = isDay(asked('to')) ? asked('to') : usual.to;
	const compiled = await compiledMinutes(db, circle.id, { from, to, seriesId });
	return { circle, series, seriesId, from, to, ...compiled };
};
