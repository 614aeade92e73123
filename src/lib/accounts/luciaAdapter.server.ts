import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import type { Database } from '#lib/db/database.server.ts';

type SessionRow = { id: string; accountId: string; method: 'password' | 'link'; createdAt: string; expiresAt: string };

function sessionOf(row: SessionRow): DatabaseSession {
	const { id, accountId, method, createdAt, expiresAt } = row;
	return { id, userId: accountId, expiresAt: new Date(expiresAt), attributes: { method, createdAt } };
}

/** Lucia's view of the session table. It stores ids as they come; hashing happens at the doors in sessions.server.ts. */
export function luciaAdapter(db: Database): Adapter {
	return {
		async getSessionAndUser(id): Promise<[DatabaseSession | null, DatabaseUser | null]> {
			const row = await db.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirst();
			return row ? [sessionOf(row), { id: row.accountId, attributes: {} }] : [null, null];
		},
		async getUserSessions(accountId) {
			const rows = await db.selectFrom('session').selectAll().where('accountId', '=', accountId).execute();
			return rows.map(sessionOf);
		},
		async setSession({ id, userId, expiresAt, attributes }) {
			await db
				.insertInto('session')
				.values({ id, accountId: userId, expiresAt: expiresAt.toISOString(), ...attributes })
				.execute();
		},
		async updateSessionExpiration(id, expiresAt) {
			await db.updateTable('session').set({ expiresAt: expiresAt.toISOString() }).where('id', '=', id).execute();
		},
		async deleteSession(id) {
			await db.deleteFrom('session').where('id', '=', id).execute();
		},
		async deleteUserSessions(accountId) {
			await db.deleteFrom('session').where('accountId', '=', accountId).execute();
		},
		async deleteExpiredSessions() {
			await db.deleteFrom('session').where('expiresAt', '<=', new Date().toISOString()).execute();
		}
	};
}
