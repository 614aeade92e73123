/** Headers of every answer, errors and files included. Never `no-referrer`: browsers then send `Origin: null` with forms. */
export function safetyHeaders(isSecure: boolean): Record<string, string> {
	return {
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'same-origin',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
		'x-frame-options': 'DENY',
		...(isSecure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {})
	};
}

const SPELT: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss' };

/** Letters every system knows: "Trägertreffen" → "Traegertreffen", "Şahin" → "Sahin". */
function spelt(name: string): string {
	const umlauts = name.normalize('NFC').replace(/[äöüÄÖÜß]/g, (letter) => SPELT[letter] ?? letter);
	return umlauts.normalize('NFD').replace(/\p{M}/gu, '');
}

/** A file name for a download header: quotes and line breaks cannot leave the field. Old programs read the plain one, all others the true one. */
export function attachment(fileName: string): string {
	const plain = spelt(fileName)
		.replace(/[^\w.-]+/g, '-')
		.slice(0, 100);
	return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName.replace(/[\r\n"\\/]/g, ' ')).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
}
