import {
	AlignmentType,
	Document,
	Footer,
	HeadingLevel,
	type ISectionOptions,
	LevelFormat,
	LineRuleType,
	Packer,
	PageBreak,
	PageNumber,
	PageOrientation,
	Paragraph,
	Tab,
	TextRun
} from 'docx';
import { runsOf } from './docxRuns.server.ts';
import { tableOf } from './docxTable.server.ts';
import type { Block, Paper } from './paper.ts';

const MM = 56.7;
const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];
const QUIET = '5B5448';

function paragraphsOf(block: Exclude<Block, { kind: 'table' }>): Paragraph[] {
	switch (block.kind) {
		case 'heading':
			return [new Paragraph({ heading: LEVELS[block.level - 1], children: runsOf(block.text) })];
		case 'text': {
			const look = { plain: {}, lede: { size: 24 }, muted: { color: QUIET }, strong: { bold: true } }[
				block.tone ?? 'plain'
			];
			return [new Paragraph({ children: block.words.flatMap((words) => runsOf(words, look)) })];
		}
		case 'facts':
			return block.rows.map(
				([name, value]) =>
					new Paragraph({
						style: 'Facts',
						children: [
							new TextRun({ text: `${name}:`, color: QUIET }),
							new TextRun({ children: [new Tab()] }),
							...runsOf(value)
						]
					})
			);
		case 'list':
			return block.items.map(
				(item) =>
					new Paragraph({
						style: 'ListParagraph',
						numbering: { reference: 'points', level: 0 },
						children: item.flatMap((words) => runsOf(words))
					})
			);
		case 'break':
			return [new Paragraph({ children: [new PageBreak()] })];
	}
}

function footOf({ foot, pageOf }: Paper): Footer {
	const [before = '', between = '', after = ''] = pageOf.split('#');
	const page = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after];
	return new Footer({
		children: [
			new Paragraph({
				alignment: AlignmentType.LEFT,
				children: [
					new TextRun({ text: `${foot} · `, size: 17, color: QUIET }),
					new TextRun({ children: page, size: 17, color: QUIET })
				]
			})
		]
	});
}

const FONTS = { body: 'Calibri', head: 'Georgia' };
const head = (size: number, before: number, after: number) => ({
	run: { font: FONTS.head, size, bold: true, color: '25211B' },
	paragraph: { keepNext: true, spacing: { before, after } }
});

/** A Word document with heading styles, repeated table heads, its language and its title. */
export async function docxOf(paper: Paper): Promise<Uint8Array> {
	const language = paper.language === 'de' ? 'de-DE' : 'en-GB';
	const orientation = paper.isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
	const section: ISectionOptions = {
		properties: {
			page: {
				size: { width: 210 * MM, height: 297 * MM, orientation },
				margin: { top: 18 * MM, bottom: 20 * MM, left: 20 * MM, right: 20 * MM }
			}
		},
		footers: { default: footOf(paper) },
		children: paper.blocks.flatMap((block) =>
			block.kind === 'table' ? tableOf(block, paper.isLandscape ? 257 * MM : 170 * MM) : paragraphsOf(block)
		)
	};
	const document = new Document({
		...{ title: paper.title, creator: paper.author, lastModifiedBy: paper.author, description: paper.foot },
		styles: {
			default: {
				document: {
					run: {
						font: FONTS.body,
						size: 21,
						language: { value: language, eastAsia: language, bidirectional: 'ar-SA' }
					},
					paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } }
				},
				...{ heading1: head(40, 0, 200), heading2: head(28, 360, 120), heading3: head(23, 240, 80) },
				hyperlink: { run: { color: '0E5A4C', underline: {} } }
			},
			paragraphStyles: [
				{
					id: 'Facts',
					name: 'Facts',
					basedOn: 'Normal',
					paragraph: { indent: { left: 40 * MM, hanging: 40 * MM }, spacing: { after: 40 } }
				}
			]
		},
		numbering: {
			config: [
				{
					reference: 'points',
					levels: [
						{
							...{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT },
							style: { paragraph: { indent: { left: 6 * MM, hanging: 6 * MM }, spacing: { after: 60 } } }
						}
					]
				}
			]
		},
		sections: [section]
	});
	return new Uint8Array(await Packer.toBuffer(document));
}
