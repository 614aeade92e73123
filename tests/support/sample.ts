import { fill, type Route } from './routes.ts';

/** One thing of each kind in the demo region, by the name of the parameter that stands for it. */
const SAMPLE: Record<string, string> = {
	item: 'ag-04',
	workshop: 'ws-2',
	registration: 'reg-per-030',
	number: '1',
	section: 'preamble',
	step: 'std-5-s08',
	contact: 'std-5-c0',
	to: 'under_review',
	kind: 'group',
	language: 'de',
	message: '999999',
	import: 'none',
	photo: 'none',
	token: 'not-a-token'
};

const IDS: Record<string, string> = {
	gatherings: 'ev-1',
	circles: 'circle-tt',
	series: 'series-1',
	decisions: 'de-2-3',
	standards: 'std-5',
	people: 'per-030',
	organisations: 'org-p03'
};

/** Where the usual thing of its kind has no such page. */
const OTHERS: Record<string, string> = {
	'/circles/[id]/mandate': 'sg-1',
	// Only its own people and administrators write it.
	'/organisations/[id]/profile/edit': 'org-ja-stadt'
};

/** An address of the route that exists in the demo region. */
export function addressOf(route: Route): string {
	const area = route.address.split('/')[1] ?? '';
	// Only meetings are minuted; of this one there is a draft.
	const id = /\/gatherings\/\[id\]\/minutes/.test(route.id) ? 'tt-2' : (OTHERS[route.address] ?? IDS[area]);
	return fill(route.address, { ...SAMPLE, id: id ?? 'none' });
}
