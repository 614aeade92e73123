import { redirect } from '@sveltejs/kit';

interface ActEvent {
	request: Request;
	url: URL;
}

/**
 * Ends an act that succeeded. With a script the page takes the answer as it stands and keeps focus and scroll;
 * without one the browser is sent back to the page, so that the act does not stay in the address.
 * @param place where on the page: '#at-…' or '?saved=…'
 */
export function answered<Answer>({ request, url }: ActEvent, answer: Answer, place = ''): Answer {
	if (request.headers.get('accept')?.includes('application/json')) return answer;
	redirect(303, url.pathname + place);
}
