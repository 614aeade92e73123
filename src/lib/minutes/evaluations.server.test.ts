import { beforeEach, describe, expect, it } from 'vitest';
import { enterEvaluation, evaluationOf } from './evaluations.server.ts';
import { evaluationShape } from './evaluation.form.ts';
import { by, db, beginWorkshops } from '../../../tests/support/workshops.ts';

beforeEach(beginWorkshops);

describe('figures of the feedback sheets', () => {
	const typed = {
		...{ returned: '87', yes: '71', maybe: '14', no: '2', again: 'jährlich', comments: 'Gern wieder.\n\nMehr Zeit.' },
		...{ item: ['Organisation', 'Workshop', ''], mean: ['1,3', '1.55', ''] }
	};

	it('are kept as typed and replaced as a whole', async () => {
		for (const returned of ['87', '88']) {
			await enterEvaluation(db, by, 'g', evaluationShape.parse({ ...typed, returned }));
		}
		expect(await evaluationOf(db, 'g')).toEqual({
			returned: 88,
			recommend: { yes: 71, maybe: 14, no: 2 },
			again: 'jährlich',
			items: [
				{ item: 'Organisation', mean: 1.3 },
				{ item: 'Workshop', mean: 1.55 }
			],
			comments: ['Gern wieder.', 'Mehr Zeit.']
		});
		expect(await evaluationOf(db, 'other')).toBeUndefined();
	});

	it.each([
		[{ returned: '80' }, 'returned'],
		[{ mean: ['4,1', '', ''] }, 'mean-0'],
		[{ mean: ['0,9', '', ''] }, 'mean-0'],
		[{ item: ['', '', ''] }, 'item-0'],
		[{ returned: '4', yes: '4', maybe: '0', no: '0' }, 'returned']
	])('are refused when they cannot be: %j', (change, field) => {
		const result = evaluationShape.safeParse({ ...typed, ...change });
		expect(result.error?.issues.map(({ path }) => path[0])).toContain(field);
	});
});
