import { foldText } from './nameKeys.ts';

/** What a column of a list can mean. */
export const LIST_FIELDS = [
	'salutation',
	'title',
	'firstName',
	'lastName',
	'fullName',
	'nameLastFirst',
	'organisation',
	'unit',
	'jobFunction',
	'email',
	'wish1',
	'wish2',
	'wish3',
	'wishes',
	'newcomer',
	'catering',
	'supportNeed',
	'photo',
	'note'
] as const;

export type ListField = (typeof LIST_FIELDS)[number];

/** What a heading says: a field, or that the column is certainly not needed, or nothing known. */
export type HeadingMeaning = ListField | 'notNeeded' | undefined;

const ORGANISATION =
	'(traeger|organisation|organization|institution|einrichtung|dienststelle|behoerde|firma|arbeitgeber|verband|verein|amt|jugendamt|stelle|company|employer|agency|traegerschaft|anstellungstraeger)';
const UNIT =
	'(abteilung|bereich|arbeitsbereich|fachbereich|fachdienst|sachgebiet|referat|team|einheit|unit|department|section)';
const FUNCTION =
	'(funktion|taetigkeit|position|aufgabe|aufgaben|aufgabenbereich|beruf|rolle|stellenbezeichnung|dienststellung|job ?title|function|role|job)';
const ATTENDEE = '(teilnehm[a-z]*|person|personen|fachkraft|fachkraefte|mitarbeiter|mitarbeitende)';
const CHOICE = '(wunsch|wahl|prio|prioritaet|praeferenz|choice|wish|preference)';

/** One or several words of a set side by side: “Träger / Einrichtung”, “Name der Organisation”. */
function listed(words: string): RegExp {
	return new RegExp(
		`^(name )?(der |des |ihr |ihre |ihres )?(entsendende[rn]? )?${words}( (und |oder |bzw |or )?${words})*( name)?$`
	);
}

function ranked(digit: string, german: string, english: string): RegExp {
	const rank = `(${digit}|${german}|${english})`;
	const about = '((ws|workshop|forum|agf?) ?)?';
	return new RegExp(
		`^(${about}${rank} ?(st|nd|rd)? ?${about}(${CHOICE}|workshopwunsch)|(${about}${CHOICE}|workshopwunsch) ?(ws|workshop)? ?(nr ?)?${digit})$`
	);
}

const MEANINGS: [HeadingMeaning, RegExp][] = [
	['notNeeded', /^(private?|persoenliche) e? ?mail|e? ?mail.* privat|mail.*(vorgesetzt|rechnung)/],
	[
		'email',
		/^((dienst|geschaefts|kontakt) ?|(dienstlich|beruflich)e? )?(e ?)?mail ?(adresse|anschrift|address|konto)?( (dienst|beruf)lich)?$/
	],
	[
		'notNeeded',
		/^(tel|telefon|fon|phone|handy|mobil|mobile|fax|durchwahl|rufnummer|geb|geburts|alter$|age$|birth|date of birth|(privat|rechnungs|dienst|post)?(adresse|anschrift)|address|strasse|str$|street|plz|postleitzahl|zip|ort$|wohnort|stadt$|city|town|iban|konto|bank|kosten|rechnung|lfd|laufende|nr$|nummer|no$|id$|zeitstempel|timestamp|eingang|anmeldedatum|datum|date$|unterschrift|signature|kfz|kennzeichen|staatsang|nationalitaet|religion|konfession|familienstand|geschlecht|gender|sex$)/
	],
	[
		'nameLastFirst',
		/^((nach|familien|zu)?name|last name|surname|family name) (und |u |and )?(vorname|first name|given name)n?$/
	],
	[
		'fullName',
		/^(vorname (und |u )?(nach|familien|zu)?name|vor und (nach|zu)?name|vollstaendiger name|(full )?name(n)?|first name (and )?(last name|surname)|(list of )?(participant|attendee|delegate)s?( name)?)$/
	],
	['fullName', new RegExp(`^(name )?(der |des )?(anzumeldende )?${ATTENDEE}( (in|innen|person|name))*$`)],
	['fullName', /^teilnehmende person(en)?$/],
	['firstName', /^(vor|ruf)namen?$|^(first|given|fore) ?names?$/],
	['lastName', /^(nach|familien|zu)namen?$|^(last|family|sur) ?names?$/],
	['salutation', /^(anrede|salutation|form of address)$/],
	['title', /^(akad(em(ischer?)?)? ?)?(titel|grad|title|degree)$|^academic (title|degree)$/],
	['organisation', listed(ORGANISATION)],
	['unit', listed(UNIT)],
	['jobFunction', listed(FUNCTION)],
	['jobFunction', new RegExp(`^${FUNCTION} (${UNIT}|arbeitsfeld)`)],
	['wish1', ranked('1', 'erst(er?)?', 'first')],
	['wish2', ranked('2', 'zweit(er?)?', 'second')],
	['wish3', ranked('3', 'dritt(er?)?', 'third')],
	[
		'wishes',
		/^((ws|workshop|forum|foren|workshops|forums) ?)?(wunsch|wuensche|wahl|auswahl|wishes|choices?|preferences?)$|^(gewuenschter? )?(workshops?|forum)$/
	],
	['newcomer', /^neu( |$)|^(neueinsteig|neueinstieg|berufseinst|berufsanf|neuling|newcomer)|^new (in|to|here)/],
	[
		'catering',
		/^(essen|essens|verpflegung|ernaehrung|mittagessen|mittag$|mahlzeit|imbiss|catering|food|meals?|lunch|diet)/
	],
	['supportNeed', /^(unterstuetzung|barriere|assistenz|hilfebedarf|besondere bedarfe|support|accessib|special needs)/],
	['photo', /(^|[a-z])(foto|fotos|fotoerlaubnis|fotoeinwilligung)( |$)|^(foto|photo|bildrecht|bildaufnahm)/],
	['note', /^(bemerkung|anmerkung|hinweis|notiz|kommentar|sonstig|mitteilung|remark|note|comment)/]
];

function meaningOf(folded: string): HeadingMeaning {
	return MEANINGS.find(([, pattern]) => pattern.test(folded))?.[0];
}

/** The meaning of one heading text; brackets (“E-Mail (dienstlich)”) are tried with and without. */
export function readHeading(text: string): HeadingMeaning {
	if (text.length > 80) return undefined;
	const whole = foldText(text);
	if (whole === '') return undefined;
	const bare = foldText(text.replace(/[([{<].*$/s, '').replace(/[:*\n].*$/s, ''));
	return meaningOf(whole) ?? (bare === '' ? undefined : meaningOf(bare));
}

/** The meaning under a heading that spans several columns: “Träger” over “Name”, “Wunsch” over “1”. */
export function readStackedHeading(parent: string, child: string): HeadingMeaning {
	const above = readHeading(parent);
	const own = readHeading(child);
	if (above === 'organisation' && own === 'fullName') return 'organisation';
	return own ?? readHeading(`${parent} ${child}`);
}
