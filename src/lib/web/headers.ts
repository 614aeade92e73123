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

/** A file name for a download header: quotes and line breaks cannot leave the field. */
export function attachment(fileName: string): string {
	const plain = fileName.replace(/[^\w.-]+/g, '-').slice(0, 100);
	return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName.replace(/[\r\n"\\/]/g, ' ')).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
}
