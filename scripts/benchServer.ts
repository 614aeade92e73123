import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openSession } from '#lib/accounts/sessions.server.ts';
import { type Connection, type Database, openDatabase } from '#lib/db/database.server.ts';
import { migrate } from '#lib/db/migrate.server.ts';
import { readMigrations } from '#lib/db/migrationFiles.server.ts';
import { DEMO_REGISTER_TOKEN } from '#lib/demo/loadRegistrations.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { fillNeighbourhood } from './benchRegion.ts';
import { fillGathering } from './benchCrowd.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { median, perSecond, type Figures } from './benchFigures.ts';

const REQUESTS = 300;
const AT_ONCE = 10;
const VISITS = 25;

interface Bench {
	origin: string;
	cookie: string;
	close: () => void;
}

/** The built product and, under /bare, a bare INSERT into a file of its own, in one HTTP server. */
async function openBench(file: string, bare: Connection, db: Database): Promise<Bench> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	Object.assign(process.env, { DATABASE_FILE: file, ORIGIN: origin, SMTP_URL: '', NODE_ENV: 'production' });
	const { handler } = (await import(pathToFileURL(join(process.cwd(), 'build/handler.js')).href)) as {
		handler: Parameters<typeof server.on>[1];
	};
	const insert = bare.prepare(`insert into bare (name, email, at) values ('Kim', 'kim@example.org', '2026')`);
	server.on('request', (request, response) => {
		if (request.url !== '/bare') return (handler as (...parts: unknown[]) => void)(request, response);
		request.resume().on('end', () => {
			insert.run();
			response.end('ok');
		});
	});
	const token = await openSession(db, 'acc-per-019', 'password', new Date().toISOString());
	return { origin, cookie: `session=${token}`, close: () => server.close() };
}

function registration(n: number, workshops: string[]): URLSearchParams {
	return new URLSearchParams({
		firstName: `Vorname${n}`,
		lastName: `Nachname${n}`,
		organisationId: 'org-p01',
		jobFunction: 'Fachkraft',
		email: `person${n}@flussgarten.example.org`,
		...Object.fromEntries(workshops.map((id, index) => [`wish${index + 1}`, id])),
		isListed: 'on'
	});
}

async function throughput(send: (n: number) => Promise<Response>): Promise<number> {
	const started = performance.now();
	let next = 0;
	const worker = async () => {
		while (next < REQUESTS) {
			next += 1;
			const answer = await send(next);
			if (answer.status >= 400) throw new Error(`${answer.status}: ${(await answer.text()).slice(0, 300)}`);
			await answer.arrayBuffer();
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
	return perSecond(REQUESTS, performance.now() - started);
}

async function visit({ origin, cookie }: Bench, path: string): Promise<number> {
	const times: number[] = [];
	for (let i = 0; i < VISITS; i += 1) {
		const started = performance.now();
		const answer = await fetch(origin + path, { headers: { cookie } });
		await answer.arrayBuffer();
		if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
		times.push(performance.now() - started);
	}
	return median(times);
}

async function pages(bench: Bench): Promise<Figures> {
	const figures: Figures = [];
	for (const page of ['', '/agenda', '/registrations', '/invitations']) {
		const small = await visit(bench, `/gatherings/crowd-100${page}`);
		const large = await visit(bench, `/gatherings/crowd-2000${page}`);
		figures.push([
			`page ${page || '/'}: 2,000 people beside 100`,
			`× ${(large / small).toFixed(2)}   (${small.toFixed(0)} ms, ${large.toFixed(0)} ms)`
		]);
	}
	return figures;
}

/** The start page of the Trägertreffen before and after a busy neighbourhood has moved in beside the demo region. */
async function startPage(bench: Bench, db: Database): Promise<Figures> {
	await visit(bench, '/circles/circle-tt');
	const alone = await visit(bench, '/circles/circle-tt');
	await fillNeighbourhood(db, berlinDay(new Date().toISOString()));
	const beside = await visit(bench, '/circles/circle-tt');
	return [
		[
			'start page of a circle: 20 circles, 300 gatherings, 8,000 findings, 400 standards beside it',
			`× ${(beside / alone).toFixed(2)}   (${alone.toFixed(0)} ms, ${beside.toFixed(0)} ms; at most × 1.5)`
		]
	];
}

/** Registration as a ratio to bare inserts through the same server; pages of a large gathering beside a small one. */
export async function benchServer(folder: string): Promise<Figures> {
	const file = join(folder, 'product.db');
	const { db } = openDatabase(file);
	await migrate(db, await readMigrations());
	await loadRegion(db, new Date().toISOString());
	await db.updateTable('registrationWindow').set({ capacity: 5000 }).execute();
	await fillGathering(db, 'crowd-100', 100);
	await fillGathering(db, 'crowd-2000', 2000);
	const { connection: bare } = openDatabase(join(folder, 'bare.db'));
	bare.exec('create table bare (id integer primary key, name text, email text, at text) strict');
	const bench = await openBench(file, bare, db);
	const post = (path: string, body: BodyInit) =>
		fetch(bench.origin + path, { method: 'POST', body, headers: { origin: bench.origin }, redirect: 'manual' });
	const inserts = await throughput(() => post('/bare', 'x'));
	const registrations = await throughput(async (n) => {
		// The public page is throttled by client; this bench is one client on purpose.
		if (n % 40 === 0) await db.deleteFrom('throttle').execute();
		return post(`/register/${DEMO_REGISTER_TOKEN}`, registration(n, ['ws-1', 'ws-3', 'ws-5']));
	});
	const figures: Figures = [
		[
			'registration (person, wishes, place, mail, calendar) ÷ bare INSERT',
			`× ${(registrations / inserts).toFixed(2)}   (${registrations.toFixed(0)}/s, ${inserts.toFixed(0)}/s)`
		],
		...(await pages(bench)),
		...(await startPage(bench, db))
	];
	bench.close();
	return figures;
}
