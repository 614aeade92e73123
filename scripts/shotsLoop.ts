import { DEMO_SERIES_TOKEN } from '#lib/demo/loadSeries.server.ts';

/** Pages of the second half of the loop as the pictures show them: results, decisions, minutes, standards. */
const circle = '/circles/circle-tt';
const past = '/gatherings/past-ev-1';
const meeting = '/gatherings/tt-1';

export const LOOP_PAGES: Record<string, { path: string; print?: boolean; isPublic?: boolean }> = {
	'loop-topics': { path: `${circle}/topics` },
	'loop-aims': { path: `${circle}/aims` },
	'loop-rules': { path: `${circle}/rules` },
	'loop-mandate': { path: '/circles/sg-1/mandate' },
	'loop-seats': { path: `${circle}/seats` },
	'loop-decisions': { path: `${circle}/decisions` },
	'loop-decision-new': { path: `${circle}/decisions/new` },
	'loop-decision': { path: '/decisions/de-2-2' },
	'loop-register': { path: '/decisions' },
	'loop-tasks': { path: '/tasks?view=all' },
	'results-gathering': { path: `${past}/results` },
	'results-workshop': { path: `${past}/results/past-ws-1` },
	'results-plenary': { path: `${past}/results/plenary` },
	'results-pack': { path: `${past}/pack`, print: true },
	'results-report': { path: `${past}/report` },
	'minutes-final': { path: `${meeting}/minutes`, print: true },
	'minutes-compiled': { path: `${circle}/minutes` },
	standards: { path: '/standards' },
	'standard-crisis': { path: '/standards/std-5', print: true },
	'standard-procedure': { path: '/standards/std-5/procedure', print: true },
	'standard-steps': { path: '/standards/std-5/steps' },
	'standard-versions': { path: '/standards/std-5/versions' },
	'standard-compare': { path: '/standards/std-5/versions/compare' },
	'standard-signatures': { path: '/standards/std-5/signatures' },
	'standard-sheet': { path: '/standards/std-5/signatures/sheet', print: true },
	'standard-consultation': { path: '/standards/std-4/consultation' },
	'standard-review': { path: '/standards/std-5/review' },
	'standard-contacts': { path: '/standards/std-5/contacts' },
	'standard-side': { path: '/standards/side-by-side' },
	matrix: { path: `${circle}/matrix` },
	handbook: { path: `${circle}/handbook`, print: true },
	profiles: { path: '/profiles?circle=circle-tt' },
	profile: { path: '/organisations/org-ja-kreis/profile', print: true },
	'series-edit': { path: '/series/series-1/edit' },
	'series-new': { path: '/series/new' },
	'series-results': { path: '/series/series-1/results' },
	'series-minutes': { path: '/series/series-1/minutes' },
	'series-list': { path: '/series' },
	'series-one': { path: '/series/series-1' },
	'series-register': { path: `/register/series/${DEMO_SERIES_TOKEN}`, isPublic: true }
};
