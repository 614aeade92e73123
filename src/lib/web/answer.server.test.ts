import { isRedirect } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { answered } from './answer.server.ts';

function event(accept: string) {
	const url = new URL('https://tafelrunde.example/gatherings/g1/agenda?/move');
	return { url, request: new Request(url, { method: 'POST', headers: { accept } }) };
}

describe('an act that succeeded', () => {
	it('answers the script', () => {
		expect(answered(event('application/json'), { moved: true }, '#at-i1')).toEqual({ moved: true });
	});

	it('sends the browser back to the page without it', () => {
		try {
			answered(event('text/html,application/xhtml+xml,*/*;q=0.8'), { moved: true }, '#at-i1');
			expect.unreachable();
		} catch (thrown) {
			expect(isRedirect(thrown) && thrown).toMatchObject({ status: 303, location: '/gatherings/g1/agenda#at-i1' });
		}
	});
});
