/** One thing of each kind in the demo region, by the name of the parameter that stands for it. */
export const SAMPLE: Record<string, string> = {
	id: 'ev-1',
	item: 'ag-04',
	workshop: 'ws-2',
	registration: 'reg-per-030',
	circle: 'circle-tt',
	person: 'per-030',
	organisation: 'org-p03',
	number: '1',
	token: 'not-a-token'
};
