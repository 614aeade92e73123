import { type Handle, type HandleServerError, type RequestEvent, redirect, type ServerInit, text } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/environment';
import { accountById } from '#lib/accounts/accounts.server.ts';
import { sessionToken, setSessionCookie } from '#lib/accounts/cookie.server.ts';
import { checkSession } from '#lib/accounts/sessions.server.ts';
import { migrate, namedMigrations } from '#lib/db/migrate.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { berlinDay } from '#lib/time/berlin.ts';
import { safetyHeaders } from '#lib/web/headers.ts';
import { logLine } from '#lib/web/log.server.ts';
import { closeProductDatabase, productDatabase } from '#lib/db/product.server.ts';
import { startPost, stopPost } from '#lib/invitations/post.server.ts';
import { queueTaskReminders } from '#lib/minutes/taskReminders.server.ts';

const migrations = import.meta.glob('/migrations/0*.ts', { eager: true });

export const init: ServerInit = async () => {
	if (building) return;
	await migrate(productDatabase(), namedMigrations(migrations));
	startPost(productDatabase(), [queueTaskReminders]);
	process.on('sveltekit:shutdown', async () => {
		await stopPost();
		await closeProductDatabase();
	});
};

/** Kit checks the origin of form posts only; this covers JSON and posts without a body too. */
const guardOrigin: Handle = ({ event, resolve }) => {
	const { method, headers } = event.request;
	const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(method);
	if (!isRead && headers.get('origin') !== event.url.origin) {
		return text(m.web_cross_site(), { status: 403, headers: safetyHeaders(event.url.protocol === 'https:') });
	}
	return resolve(event);
};

const addHeaders: Handle = async ({ event, resolve }) => {
	const answer = await resolve(event);
	for (const [name, value] of Object.entries(safetyHeaders(event.url.protocol === 'https:'))) {
		answer.headers.set(name, value);
	}
	if (!answer.headers.has('cache-control')) answer.headers.set('cache-control', 'no-store');
	return answer;
};

async function accountOf(event: RequestEvent) {
	const token = sessionToken(event.cookies, event.url);
	const check = await checkSession(event.locals.db, token, event.locals.now);
	if (check?.isRenewed && token) setSessionCookie(event.cookies, event.url, token);
	return check && accountById(event.locals.db, check.accountId);
}

const prepare: Handle = async ({ event, resolve }) => {
	const { locals } = event;
	locals.db = productDatabase();
	locals.now = new Date().toISOString();
	locals.todayOn = berlinDay(locals.now);
	locals.client = event.getClientAddress();
	locals.account = await accountOf(event);
	locals.by = { accountId: locals.account?.id ?? null, name: locals.account?.name ?? '–', at: locals.now };
	return resolve(event);
};

/** Staff pages need an account; who may see what on them is decided by the queries that load. */
const guardStaff: Handle = ({ event, resolve }) => {
	if (!event.route.id?.startsWith('/(staff)') || event.locals.account) return resolve(event);
	if (event.request.method === 'GET' || event.request.method === 'HEAD') {
		redirect(303, `/login?to=${encodeURIComponent(event.url.pathname + event.url.search)}`);
	}
	return text(m.web_signed_out(), { status: 401 });
};

const speak: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ request, locale }) => {
		event.request = request;
		return resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) });
	});

export const handle = sequence(addHeaders, speak, guardOrigin, prepare, guardStaff);

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: m.web_not_found() };
	logLine('error', { route: event.route.id ?? '', status, what: error instanceof Error ? (error.stack ?? '') : '' });
	return { message: m.web_broken() };
};
