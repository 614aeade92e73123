import type { Language } from '#lib/time/wording.ts';

function escaped(text: string): string {
	const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
	return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

/** Web addresses become links; a sign that ends the sentence stays outside. */
function linked(line: string): string {
	return line
		.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
		.map((piece, index) => (index % 2 ? `<a href="${escaped(piece)}">${escaped(piece)}</a>` : escaped(piece)))
		.join('');
}

/** The text of a mail as HTML: paragraphs, line breaks and links, nothing else. */
export function htmlOf(text: string, language: Language): string {
	const paragraphs = text
		.split(/\n{2,}/)
		.map((paragraph) => `<p>${paragraph.split('\n').map(linked).join('<br>\n')}</p>`)
		.join('\n');
	return `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"></head>\n<body>\n${paragraphs}\n</body></html>\n`;
}
