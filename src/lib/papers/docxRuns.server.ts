import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import type { Words } from './paper.ts';

/** Runs for words as typed: line ends become breaks, an address becomes a link. */
export function runsOf(words: Words, look: { color?: string; bold?: boolean; size?: number } = {}): ParagraphChild[] {
	const { text, href, isBold } = typeof words === 'string' ? { text: words, href: undefined, isBold: false } : words;
	const style = href ? { style: 'Hyperlink' } : {};
	const runs = text
		.split('\n')
		.map(
			(line, i) =>
				new TextRun({ text: line, break: i > 0 ? 1 : 0, ...(isBold ? { bold: true } : {}), ...look, ...style })
		);
	return href ? [new ExternalHyperlink({ children: runs, link: href })] : runs;
}
