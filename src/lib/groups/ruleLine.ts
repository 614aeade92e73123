import type { MixSettings } from './mix.ts';

/** One rule of the mix: a sentence, perhaps with a choice inside, and how it stands. */
export interface RuleLine {
	/** The sentence; `SLOT` stands where the choice goes. */
	sentence: string;
	field?: keyof MixSettings;
	/** Name of the choice for screen readers. */
	label?: string;
	value?: string;
	options?: { value: string; label: string }[];
	live: string;
	/** null: nothing to judge. */
	isOk: boolean | null;
}

/** Marks the place of the choice in a sentence. */
export const SLOT = '\u0001';
