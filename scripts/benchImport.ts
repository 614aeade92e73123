import { openDatabase } from '#lib/db/database.server.ts';
import { migrate } from '#lib/db/migrate.server.ts';
import { readMigrations } from '#lib/db/migrationFiles.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { noChoices } from '#lib/people/importChoices.ts';
import { previewImport } from '#lib/people/listImports.server.ts';
import type { Figures } from './benchFigures.ts';

const HEADING = ['Vorname', 'Nachname', 'Träger', 'Funktion', 'E-Mail'];

function rows(count: number): string[][] {
	const people = Array.from({ length: count }, (_, n) => [
		`Vorname${n}`,
		`Nachname${n}`,
		n % 3 === 0 ? 'Flussgarten Jugendhilfe gGmbH' : n % 3 === 1 ? 'Ev. JHW Seetal' : `Träger ${n % 40}`,
		'Fachkraft',
		`person${n}@example.org`
	]);
	return [HEADING, ...people];
}

/** Preview of a list: what 2,000 rows cost beside 200, against the two seconds that are promised. */
export async function benchImport(): Promise<Figures> {
	const { db } = openDatabase(':memory:');
	await migrate(db, await readMigrations());
	await loadRegion(db, new Date().toISOString());
	const time = async (count: number) => {
		const sheets = [{ name: 'Liste', cells: rows(count) }];
		const started = performance.now();
		await previewImport(db, { sheets, choices: noChoices(), gatheringId: null });
		return performance.now() - started;
	};
	await time(200);
	const [small, large] = [await time(200), await time(2000)];
	return [
		['preview of 2,000 rows beside 200 (linear would be × 10)', `× ${(large / small).toFixed(1)}`],
		[
			'preview of 2,000 rows, of the two seconds promised',
			`${((large / 2000) * 100).toFixed(0)} %   (${large.toFixed(0)} ms)`
		]
	];
}
