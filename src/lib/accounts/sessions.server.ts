import { Lucia, TimeSpan } from 'lucia';
import type { Database } from '#lib/db/database.server.ts';
import { hashToken, newToken } from '#lib/db/ids.server.ts';
import { luciaAdapter } from './luciaAdapter.server.ts';

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<Record<string, never>>;
		DatabaseSessionAttributes: { method: 'password' | 'link'; createdAt: string };
	}
}

const IDLE_DAYS = 14;
const ABSOLUTE_DAYS = 30;
export const SESSION_SECONDS = IDLE_DAYS * 24 * 60 * 60;

const lucias = new WeakMap<Database, Lucia<Record<string, never>>>();

/** One Lucia per database; the only place that knows of Lucia besides its adapter. */
function luciaOf(db: Database): Lucia<Record<string, never>> {
	const known = lucias.get(db);
	if (known) return known;
	const lucia = new Lucia(luciaAdapter(db), {
		sessionExpiresIn: new TimeSpan(IDLE_DAYS, 'd')
	}) as unknown as Lucia<Record<string, never>>;
	lucias.set(db, lucia);
	return lucia;
}

export interface SessionCheck {
	accountId: string;
	sessionId: string;
	/** The session was extended: its cookie must be set again. */
	isRenewed: boolean;
}

/** Opens a session and returns the token for the cookie; only its hash is stored. */
export async function openSession(
	db: Database,
	accountId: string,
	method: 'password' | 'link',
	now: string
): Promise<string> {
	const token = newToken();
	await luciaOf(db).createSession(accountId, { method, createdAt: now }, { sessionId: hashToken(token) });
	return token;
}

/** Who holds this token; undefined when it is unknown, expired, or older than the absolute limit (it is deleted then). */
export async function checkSession(
	db: Database,
	token: string | undefined,
	now: string
): Promise<SessionCheck | undefined> {
	if (token?.length !== 43) return undefined;
	const id = hashToken(token);
	const { session } = await luciaOf(db).validateSession(id);
	if (!session) return undefined;
	const row = await db.selectFrom('session').select('createdAt').where('id', '=', id).executeTakeFirst();
	const ageMs = Date.parse(now) - Date.parse(row?.createdAt ?? '');
	if (!(ageMs < ABSOLUTE_DAYS * 86_400_000)) {
		await luciaOf(db).invalidateSession(id);
		return undefined;
	}
	return { accountId: session.userId, sessionId: id, isRenewed: session.fresh };
}

/** Ends the session of this token on the server. */
export async function closeSession(db: Database, token: string | undefined): Promise<void> {
	if (token) await luciaOf(db).invalidateSession(hashToken(token));
}

/** Ends all sessions of an account, after a change of password or when it is closed. */
export async function closeSessionsOf(db: Database, accountId: string): Promise<void> {
	await luciaOf(db).invalidateUserSessions(accountId);
}

/** Deletes what has expired; once a day. */
export async function sweepSessions(db: Database): Promise<void> {
	await luciaOf(db).deleteExpiredSessions();
}
