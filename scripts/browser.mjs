// Finds a Chromium for the journeys and pictures, or installs Debian's where that is allowed.
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

const PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

function installed() {
	const { CHROMIUM_PATH } = process.env;
	if (CHROMIUM_PATH) return CHROMIUM_PATH;
	return PLACES.find((path) => existsSync(path));
}

function install() {
	const isRoot = process.getuid?.() === 0;
	const prefix = isRoot ? [] : ['sudo', '-n'];
	process.stdout.write('Installing Chromium for the journeys …\n');
	for (const args of [
		['apt-get', 'update', '-qq'],
		['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium']
	]) {
		const [command = '', ...rest] = [...prefix, ...args];
		spawnSync(command, rest, {
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
		});
	}
}

/** Path of a Chromium. Ends the program with a sentence when there is none. */
export function findBrowser({ mayInstall = false } = {}) {
	if (!installed() && mayInstall && process.platform === 'linux') install();
	const path = installed();
	if (path) return path;
	process.stderr.write('The journeys need a Chromium. Please install one, or name it in CHROMIUM_PATH.\n');
	return process.exit(1);
}
