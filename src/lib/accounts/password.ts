// Longer than eleven letters and still on every list of leaked passwords.
const WORN_OUT = new Set(
	`passwordpassword passwortpasswort qwertzuiopasdf qwertyuiopasdf 123456789012 1234567890123 12345678901234
	1q2w3e4r5t6y 1qaz2wsx3edc 1qay2wsx3edc zaq12wsxcde3 q1w2e3r4t5z6 q1w2e3r4t5y6 iloveyouiloveyou ichliebedich
	schatzischatzi passwordadmin adminadminadmin administrator letmeinletmein welcomewelcome willkommenwillkommen
	geheimgeheim sommersommer fussballfussball bayernmuenchen dortmunddortmund mypasswordis meinpasswort
	meinpasswort1 changemechangeme geheimgeheimgeheim hallohallohallo hallohallo123 superman1234 footballfootball
	qwertyqwerty qwertzqwertz abcdefghijkl abcdefghijklm abc123abc123 a1b2c3d4e5f6 aaaaaaaaaaaa asdfghjklqwe
	asdfasdfasdf qazwsxedcrfv tafelrunde tafelrundetafelrunde trustno1trustno1 monkeymonkey dragondragon
	princessprincess sunshinesunshine baseballbaseball jugendamt jugendamtjugendamt`
		.split(/\s+/)
		.filter(Boolean)
);

const COMMON_WORDS = ['password', 'passwort', 'geheim', 'willkommen', 'welcome', 'qwertz', 'qwerty', 'tafelrunde'];

export type PasswordIssue = 'short' | 'long' | 'common' | 'own';

/**
 * What speaks against a password: ASVS 5 rules 6.2.1–6.2.9. No rule of composition; every character counts, blanks too.
 * @returns undefined when it may be used.
 */
export function passwordIssue(password: string, email: string): PasswordIssue | undefined {
	if ([...password].length < 12) return 'short';
	if ([...password].length > 256) return 'long';
	const plain = password.toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '');
	const withoutDigits = plain.replace(/\d+/g, '');
	if (WORN_OUT.has(plain) || WORN_OUT.has(withoutDigits)) return 'common';
	if (COMMON_WORDS.includes(withoutDigits) || /^\d+$/.test(plain) || /^(.)\1+$/u.test(plain)) return 'common';
	const mailbox = email.toLowerCase().split('@')[0] ?? '';
	if (mailbox.length > 3 && withoutDigits === mailbox.replace(/[^a-zäöüß]/g, '')) return 'own';
	return undefined;
}
