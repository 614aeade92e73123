import type { PageServerLoad } from './$types';

/** Says the same for every link: it neither opens nor tells anything. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return { width: 'narrow', isMailed: url.searchParams.has('mailed') };
};
