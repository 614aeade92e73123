// Makes a fresh clone ready: packages, texts, build, and with --test a browser. Runs on any Node from 20 on, without packages.
// It is called inside `start` and `test`, not as a pre-script: npm skips those with ignore-scripts.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { findBrowser } from './browser.mjs';

const STAMPS = '.setup';
const BUILD_SOURCES = [
	'src',
	'static',
	'migrations',
	'project.inlang',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json',
	'package-lock.json'
];
const wants = new Set(process.argv.slice(2));

function* filesUnder(path) {
	if (!existsSync(path)) return;
	if (!statSync(path).isDirectory()) return yield path;
	for (const name of readdirSync(path).sort()) {
		const inner = join(path, name);
		if (inner !== join('src', 'lib', 'paraglide') && !/\.test\.ts$/.test(name)) yield* filesUnder(inner);
	}
}

function fingerprint(paths) {
	const hash = createHash('sha256');
	for (const path of paths)
		for (const file of filesUnder(path)) hash.update(file).update('\0').update(readFileSync(file));
	return hash.digest('hex');
}

function isDone(name, mark, result) {
	const stamp = join(STAMPS, name);
	return existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === mark;
}

function done(name, mark) {
	mkdirSync(STAMPS, { recursive: true });
	writeFileSync(join(STAMPS, name), mark);
}

function run(sentence, command, args) {
	process.stdout.write(`${sentence} …\n`);
	const started = Date.now();
	const { status } = spawnSync(command, args, {
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, NODE_ENV: undefined }
	});
	if (status !== 0) {
		process.stderr.write(`\n${sentence}: failed. The lines above say why.\n`);
		process.exit(status ?? 1);
	}
	process.stdout.write(`${sentence}: ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

function installPackages() {
	const mark = fingerprint(['package.json', 'package-lock.json']);
	if (isDone('packages', mark, 'node_modules/svelte')) return;
	run('Installing packages', 'npm', [
		'ci',
		'--include=dev',
		'--include=optional',
		'--loglevel=error',
		'--no-audit',
		'--no-fund'
	]);
	done('packages', mark);
}

/** The Node this product runs on comes as a package; where there is none for the machine, its own Node must be new enough. */
function pinnedNode() {
	const pinned = join('node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
	if (existsSync(pinned)) return pinned;
	if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
	process.stderr.write('There is no Node package for this machine. Please install Node 24 or newer and start again.\n');
	return process.exit(1);
}

function prepareTexts(node) {
	const mark = fingerprint(['src/messages', 'project.inlang', 'package-lock.json']);
	if (!isDone('texts', mark, 'src/lib/paraglide/messages.js')) {
		run('Compiling the texts', node, [
			'node_modules/@inlang/paraglide-js/bin/run.js',
			'compile',
			'--silent',
			'--project',
			'./project.inlang',
			'--outdir',
			'./src/lib/paraglide',
			'--strategy',
			'cookie',
			'preferredLanguage',
			'baseLocale'
		]);
		done('texts', mark);
	}
	if (!existsSync('.svelte-kit/tsconfig.json'))
		run('Preparing types', node, ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync']);
}

function build(node) {
	const mark = fingerprint(BUILD_SOURCES);
	if (isDone('build', mark, 'build/index.js')) return;
	run('Building', node, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']);
	done('build', mark);
}

installPackages();
const node = pinnedNode();
prepareTexts(node);
if (!wants.has('--no-build')) build(node);
if (wants.has('--test')) findBrowser({ mayInstall: true });
