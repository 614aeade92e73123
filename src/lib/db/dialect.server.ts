import {
	CompiledQuery,
	type DatabaseConnection,
	type Driver,
	SqliteAdapter,
	SqliteDialect,
	type SqliteDialectConfig,
	SqliteDriver
} from 'kysely';

/** A deferred transaction that reads first fails with SQLITE_BUSY_SNAPSHOT when another writer came between; immediate ones wait. */
class ImmediateDriver extends SqliteDriver {
	override async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}
}

/** Kysely runs SQLite migrations without a transaction unless the adapter says that it can. */
class TransactionalAdapter extends SqliteAdapter {
	override get supportsTransactionalDdl(): boolean {
		return true;
	}
}

export class ImmediateSqliteDialect extends SqliteDialect {
	readonly #config: SqliteDialectConfig;

	constructor(config: SqliteDialectConfig) {
		super(config);
		this.#config = config;
	}

	override createDriver(): Driver {
		return new ImmediateDriver(this.#config);
	}

	override createAdapter(): SqliteAdapter {
		return new TransactionalAdapter();
	}
}
