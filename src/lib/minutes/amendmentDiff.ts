import { diffWordsWithSpace } from 'diff';

export interface DiffPart {
	text: string;
	how: 'same' | 'gone' | 'come';
}

/** The two wordings of a corrected text, word by word. */
export function wordDiff(before: string, after: string): DiffPart[] {
	return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
		text: value,
		how: added ? 'come' : removed ? 'gone' : 'same'
	}));
}
