import { expect, test } from 'vitest';
import { profileWords, wishesChange } from './scoreWords.ts';

test('a profile names its ranks and what lies beyond', () => {
	expect(profileWords([58, 14, 9, 1], 3)).toBe('Wünsche: 58 erste, 14 zweite, 9 dritte, 1 außerhalb der Wünsche.');
	expect(profileWords([5, 2], 3)).toBe('Wünsche: 5 erste, 2 zweite.');
	expect(profileWords([], 0)).toBe('');
});

test('a change of wishes begins with the rank that decides', () => {
	expect(wishesChange([58, 20, 4], [57, 22, 3], 3)).toBe(
		'eine Person weniger im dritten Wunsch, eine Person weniger im ersten Wunsch'
	);
	expect(wishesChange([5, 2, 0, 1], [6, 2], 3)).toBe(
		'eine Person weniger außerhalb der Wünsche, eine Person mehr im ersten Wunsch'
	);
	expect(wishesChange([5, 2], [5, 2], 3)).toBe('');
});
