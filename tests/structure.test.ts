import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOMS = [
	'time',
	'ui',
	'web',
	'db',
	'journal',
	'accounts',
	'people',
	'circles',
	'gatherings',
	'agenda',
	'registration',
	'groups',
	'invitations',
	'minutes',
	'standards',
	'loop',
	'papers',
	'privacy',
	'demo'
];
const DRAWERS = /^(index|utils?|helpers?|types?|constants?|services?)\.(ts|svelte)$/;
const MAX_LINES = 250;
/** `// over 250 lines: reason` in one of the first lines. */
const LONG_WITH_REASON = /over 250 lines: \S/;
/** `// structure: reason` at the end of the import line. */
const EXCEPTION = /\/\/ structure: \S/;

function filesUnder(folder: string): string[] {
	return readdirSync(folder).flatMap((name) => {
		const path = join(folder, name);
		if (name === 'paraglide') return [];
		return statSync(path).isDirectory() ? filesUnder(path) : [path];
	});
}

type Kind = 'pure' | 'form' | 'server' | 'view' | 'test';

function kindOf(path: string): Kind {
	const name = basename(path);
	if (name.endsWith('.test.ts')) return 'test';
	if (name.endsWith('.server.ts')) return 'server';
	if (name.endsWith('.form.ts')) return 'form';
	if (name.endsWith('.svelte') || name.endsWith('.svelte.ts')) return 'view';
	return 'pure';
}

const sources = filesUnder('src/lib').filter((path) => /\.(ts|svelte)$/.test(path));
const roomOf = (path: string) => path.split('/')[2] ?? '';

interface Import {
	line: string;
	from: string;
	isType: boolean;
}

function importsOf(path: string): Import[] {
	const text = readFileSync(path, 'utf8');
	return [...text.matchAll(/^\s*(import|export)\s([^'";]*?from\s+)?['"]([^'"]+)['"];?.*$/gm)].map((match) => ({
		line: match[0].trim(),
		from: match[3] ?? '',
		isType: /^\s*(import|export) type /.test(match[0])
	}));
}

/** The file an import of this project points to, or undefined for packages. */
function targetOf(path: string, from: string): string | undefined {
	if (from.startsWith('#lib/')) return join('src/lib', from.slice(5));
	if (from.startsWith('.')) return join(dirname(path), from);
	return undefined;
}

function breaches(path: string): string[] {
	const found: string[] = [];
	const kind = kindOf(path);
	if (kind === 'test') return found;
	for (const { line, from, isType } of importsOf(path)) {
		if (EXCEPTION.test(line)) continue;
		const target = targetOf(path, from);
		const say = (what: string) => found.push(`${path}: ${what}: ${line}`);
		if (target?.startsWith('src/lib/') && !target.includes('/paraglide/')) {
			const [own, other] = [ROOMS.indexOf(roomOf(path)), ROOMS.indexOf(roomOf(target))];
			if (other > own) say('imports a room below');
			if (from.startsWith('.') && roomOf(target) !== roomOf(path)) say('reaches into another room by a relative path');
			const into = kindOf(target);
			if (into === 'test') say('imports a test');
			if (isType) continue;
			if (kind === 'pure' && into !== 'pure') say('a pure file imports what is not pure');
			if (kind === 'form' && !['pure', 'form'].includes(into)) say('a form imports what is neither pure nor a form');
			if (kind === 'server' && into === 'view') say('a server file imports a view');
			if (kind === 'view' && into === 'server') say('a view imports a server file');
			continue;
		}
		if (isType) continue;
		if (kind === 'server' && from.startsWith('@sveltejs/kit') && !['web', 'accounts'].includes(roomOf(path)))
			say('only web/ and accounts/ know SvelteKit');
		if (
			(kind === 'pure' || kind === 'form') &&
			/^(\$app|\$env|node:|kysely$|better-sqlite3|nodemailer|piscina)/.test(from)
		)
			say('a pure file does I/O');
	}
	return found;
}

describe('rooms', () => {
	test('are the rooms of the map', () => {
		const folders = readdirSync('src/lib').filter((name) => name !== 'paraglide');
		expect(folders.filter((name) => !ROOMS.includes(name))).toEqual([]);
	});

	test('hold no nested folder named server and no drawers', () => {
		expect(sources.filter((path) => path.includes('/server/'))).toEqual([]);
		expect(sources.filter((path) => DRAWERS.test(basename(path)))).toEqual([]);
	});

	test('import only rooms above and kinds they may', () => {
		expect(sources.flatMap(breaches)).toEqual([]);
	});

	test('keep their pure files pure: no clock, no chance', () => {
		const impure = sources
			.filter((path) => kindOf(path) === 'pure' || kindOf(path) === 'form')
			.filter((path) => !path.endsWith('/worker.ts'))
			.filter((path) => /Date\.now\(|new Date\(\)|Math\.random\(/.test(readFileSync(path, 'utf8')));
		expect(impure).toEqual([]);
	});
});

describe('sizes', () => {
	const all = [...sources, ...filesUnder('src/routes').filter((path) => /\.(ts|svelte)$/.test(path))];
	const linesOf = (path: string) => readFileSync(path, 'utf8').split('\n').length - 1;

	test('no file over 250 lines without a reason', () => {
		const long = all.filter((path) => kindOf(path) !== 'test' && linesOf(path) > MAX_LINES);
		expect(long.filter((path) => !LONG_WITH_REASON.test(readFileSync(path, 'utf8').slice(0, 400)))).toEqual([]);
	});

	test('median of TypeScript at most 60 lines, nine of ten at most 150', () => {
		const sizes = all
			.filter((path) => path.endsWith('.ts') && kindOf(path) !== 'test')
			.map(linesOf)
			.sort((a, b) => a - b);
		expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60);
		expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThanOrEqual(150);
	});

	test('pages parse, call and answer: a page server file stays small and holds no SQL', () => {
		const pages = all.filter((path) => /\+(page|layout)?(\.server|server)\.ts$|\+server\.ts$/.test(path));
		expect(pages.filter((path) => linesOf(path) > 90)).toEqual([]);
		expect(
			pages.filter((path) => /selectFrom|insertInto|updateTable|deleteFrom|sql`/.test(readFileSync(path, 'utf8')))
		).toEqual([]);
	});
});

describe('texts', () => {
	const rooms = [...new Set(readdirSync('src/messages').map((file) => file.split('.')[0] ?? ''))];
	const read = (room: string, language: string) =>
		JSON.parse(readFileSync(`src/messages/${room}.${language}.json`, 'utf8')) as Record<string, unknown>;
	const placeholders = (text: unknown) => [...new Set(JSON.stringify(text).match(/\{\w+\}/g) ?? [])].sort();

	test.each(rooms)('%s: German and English say the same', (room) => {
		const [german, english] = [read(room, 'de'), read(room, 'en')];
		expect(Object.keys(english).sort()).toEqual(Object.keys(german).sort());
		for (const key of Object.keys(german)) {
			if (key === '$schema') continue;
			expect(key, key).toMatch(new RegExp(`^${room}_`));
			expect(placeholders(english[key]), key).toEqual(placeholders(german[key]));
		}
	});

	test('every text is used somewhere', () => {
		const code = [...sources, ...filesUnder('src/routes'), 'src/hooks.server.ts']
			.map((path) => readFileSync(path, 'utf8'))
			.join('\n');
		const keys = rooms.flatMap((room) => Object.keys(read(room, 'de'))).filter((key) => key !== '$schema');
		const used = new Set(code.match(/\bm\.(\w+)|\b[a-z]+_[a-z0-9_]+\b/g)?.map((word) => word.replace(/^m\./, '')));
		expect(keys.filter((key) => !used.has(key))).toEqual([]);
	});
});

test('nothing is loaded from another host', () => {
	const files = [...filesUnder('src'), ...filesUnder('static')].filter((path) => /\.(svelte|css|html|ts)$/.test(path));
	const outside = files.filter(
		(path) =>
			/(src|href|url\()=?["'(]?https?:\/\//.test(readFileSync(path, 'utf8')) &&
			!path.includes('/paraglide/') &&
			!path.endsWith('.test.ts')
	);
	expect(outside).toEqual([]);
});
