// Runs named steps one after the other and says at the end what ran.
import { spawnSync } from 'node:child_process';

/** @param {{ name: string, command: string[], env?: Record<string, string> }[]} steps */
export function runSteps(steps) {
	/** @type {string[]} */
	const report = [];
	for (const { name, command, env } of steps) {
		process.stdout.write(`\n── ${name}\n`);
		const started = Date.now();
		const { status } = spawnSync(process.execPath, command, {
			stdio: ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, ...env }
		});
		report.push(`${status === 0 ? '✓' : '✗'} ${name}  ${((Date.now() - started) / 1000).toFixed(1)} s`);
		if (status !== 0) {
			process.stdout.write(`\n${report.join('\n')}\n`);
			process.exit(status ?? 1);
		}
	}
	process.stdout.write(`\n${report.join('\n')}\n`);
}
