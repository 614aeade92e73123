// Starts the built product. Without DATABASE_FILE it shows the demo region, on loopback only.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
	process.stderr.write(
		`Tafelrunde runs on Node 24 or newer; this is ${process.version}. Please start it with npm start.\n`
	);
	process.exit(1);
}

const isDemo = !process.env.DATABASE_FILE;
const env = process.env;
env.NODE_ENV = 'production';
env.PORT ||= '3000';
if (isDemo) {
	env.DATABASE_FILE = 'data/demo.db';
	env.HOST = '127.0.0.1';
	env.ORIGIN = `http://localhost:${env.PORT}`;
} else {
	env.HOST ||= '127.0.0.1';
	if (!env.ORIGIN) {
		process.stderr.write(
			'ORIGIN is missing. Links in mails are built from it, for example ORIGIN=https://tafelrunde.example.org; ' +
				'without it anyone could choose the address by a request header.\n'
		);
		process.exit(1);
	}
}
// Uploaded lists may be 5 MB; a stop does not wait longer than three seconds for open connections.
env.BODY_SIZE_LIMIT ||= '6M';
env.SHUTDOWN_TIMEOUT ||= '3';

mkdirSync(dirname(env.DATABASE_FILE), { recursive: true });
const { openProduct } = await import('./product.ts');
const { setUpPath, demoAccounts } = await openProduct(env.DATABASE_FILE, isDemo);

const { server } = await import('../build/index.js');
const announce = () => {
	const lines = ['', `Tafelrunde: ${env.ORIGIN}`];
	if (setUpPath) lines.push(`First account (this link works once, for a day): ${env.ORIGIN}${setUpPath}`);
	for (const { email, password, who } of demoAccounts) lines.push(`  ${email}  ·  ${password}  ·  ${who}`);
	// In one piece: whoever reads the address has read the link as well.
	process.stdout.write(`${lines.join('\n')}\n`);
};
if (server.server.listening) announce();
else server.server.once('listening', announce);
