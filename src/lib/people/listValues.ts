import { cleanText, foldText } from './nameKeys.ts';

const NOTHING = /^([-–—./?*\s]*|k\. ?a\.?|keine? angaben?|n\/?a|entfällt|keine?|none)$/i;
const YES = /^(x|ja|j|yes|y|true|wahr|1|neu|ok|✓|✔|☑|einverstanden|gern|gerne)$/;
const NO = /^(nein|n|no|false|falsch|0|nicht)( |$)/;
const ADDRESS = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,24}$/u;

/** The text of a cell, or nothing when the cell only says “nothing” (“-”, “k. A.”). */
export function readText(text: string): string {
	const written = cleanText(text);
	return NOTHING.test(written) ? '' : written;
}

/** Yes, no, or undefined when the cell says neither. */
export function readYesNo(text: string): boolean | undefined {
	const written = cleanText(text).toLowerCase();
	if (/^[✓✔☑]$/.test(written)) return true;
	const folded = foldText(text);
	if (YES.test(folded) || /^(ja|yes) /.test(folded)) return true;
	if (NO.test(folded) || written === '-') return false;
	return undefined;
}

/** Catering as the registration form knows it; undefined when the text says something else. */
export function readCatering(text: string): 'vegetarian' | 'vegan' | 'none' | 'no_preference' | undefined {
	const folded = foldText(text);
	if (/vegan/.test(folded)) return 'vegan';
	if (/veget|fleischlos|^veggie$/.test(folded)) return 'vegetarian';
	if (/^(kein essen|ohne essen|isst nicht mit|no meal|nein)$/.test(folded)) return 'none';
	if (/^(alles|egal|ja|x|fleisch|normal|mischkost|ohne wunsch|keine vorgabe|no preference|any)?$/.test(folded))
		return 'no_preference';
	return undefined;
}

export interface EmailReading {
	/** Lower case, or empty when there is none or it is broken. */
	email: string;
	problem?: 'brokenEmail' | 'severalEmails' | 'mendedEmail';
}

function unwrap(text: string): string {
	const inBrackets = /<([^<>]+)>/.exec(text)?.[1] ?? text;
	return inBrackets
		.replace(/^(mailto|e-?mail|mail)\s*:\s*/i, '')
		.replace(/\s*[([]\s*(at|ät|@)\s*[)\]]\s*/gi, '@')
		.replace(/\s*@\s*/g, '@')
		.replace(/^[\s"'<]+|[\s"'>.,;:]+$/g, '');
}

/** Reads an e-mail cell: takes the first of several, mends what is certainly meant, never guesses a broken one. */
export function readEmail(text: string): EmailReading {
	const written = readText(text);
	if (written === '') return { email: '' };
	const parts = written.split(/[;,]|\s+(?:und|oder|or|and)\s+|\s+\/\s+/).map(unwrap);
	const addresses = parts.flatMap((part) => part.split(/\s+(?=\S+@)/)).map((part) => part.toLowerCase());
	const valid = addresses.filter((address) => ADDRESS.test(address) && !/\.\.|^\.|\.@/.test(address));
	const email = valid[0];
	if (email === undefined) return { email: '', problem: 'brokenEmail' };
	if (valid.length > 1) return { email, problem: 'severalEmails' };
	return email === written.toLowerCase() ? { email } : { email, problem: 'mendedEmail' };
}
