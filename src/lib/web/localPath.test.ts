import { expect, test } from 'vitest';
import { localPath } from './localPath.ts';

test.each([
	['/gatherings/ev-1?tab=2', '/gatherings/ev-1?tab=2'],
	['//evil.example', '/'],
	['/\\evil.example', '/'],
	['https:evil.example', '/'],
	['https://evil.example/', '/'],
	['/\tevil', '/'],
	['javascript:alert(1)', '/'],
	['', '/'],
	[null, '/']
])('%j → %s', (path, expected) => {
	expect(localPath(path)).toBe(expected);
});
