import { diffWordsWithSpace } from 'diff';

/** A piece of text that both have, only the left one, or only the right one. */
export interface TextPart {
	kind: 'same' | 'left' | 'right';
	text: string;
}

/** Two wordings, word by word. Joined without the other side's pieces, each is whole again. */
export function diffText(left: string, right: string): TextPart[] {
	return diffWordsWithSpace(left, right).map(({ added, removed, value }) => ({
		kind: added ? 'right' : removed ? 'left' : 'same',
		text: value
	}));
}
