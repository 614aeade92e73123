import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cycle } from '../../../tests/calendar/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'tafelrunde-calendar-'));
for (const [name, text] of Object.entries(cycle())) writeFileSync(join(folder, name), text);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, args: string[]) {
	return spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8', HOME: folder } });
}

test('libical, the parser of KDE and Evolution, finds no error and no broken iTIP rule', (context) => {
	const program = join(folder, 'icalcheck');
	const built = run('gcc', [resolve('tests/calendar/icalcheck.c'), '-o', program, '-lical']);
	if (built.status !== 0) {
		context.skip('The files were not read by libical: gcc or libical-dev is not installed on this machine.');
	}
	const files = Object.keys(cycle()).map((name) => join(folder, name));
	const { stdout, status } = run(program, files);
	expect(stdout.trim().split('\n')).toEqual(files.map((file) => `${file}: parse_errors=0 restriction_ok=1`));
	expect(status).toBe(0);
	writeFileSync(join(folder, 'bad.ics'), (cycle()['1-request.ics'] ?? '').replace(/^ORGANIZER.*\r\n/m, ''));
	expect(run(program, [join(folder, 'bad.ics')]).status).toBe(1);
});

test('khal puts the update in the place of the invitation and takes the cancellation', (context) => {
	if (run('khal', ['--version']).status !== 0) {
		context.skip('The cycle was not played in khal: khal is not installed on this machine.');
	}
	const config = join(folder, 'khal.conf');
	writeFileSync(
		config,
		`[calendars]\n[[day]]\npath = ${join(folder, 'day')}\n[sqlite]\npath = ${join(folder, 'khal.db')}\n[locale]\nlocal_timezone = Europe/Berlin\ndefault_timezone = Europe/Berlin\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n`
	);
	const take = (name: string) => {
		const taken = run('khal', ['-c', config, 'import', '--batch', '-a', 'day', join(folder, name)]);
		expect(taken.stderr).not.toMatch(/critical|Traceback/i);
		const format = '{start-time} {location} [{status}]';
		return run('khal', ['-c', config, 'list', '--format', format, '2026-11-12', '1d']).stdout;
	};
	expect(take('1-request.ics')).toContain('08:30 Kulturhalle Grünlohe');
	expect(take('2-update.ics')).toContain('09:30 Bürgerhaus');
	expect(readdirSync(join(folder, 'day'))).toHaveLength(1);
	expect(take('3-cancel.ics')).toContain('CANCELLED');
	const again = take('4-again.ics');
	expect(again).toContain('09:30 Bürgerhaus');
	expect(again).not.toContain('CANCELLED');
});
