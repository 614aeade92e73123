import {
	BorderStyle,
	HeightRule,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	VerticalAlign,
	WidthType
} from 'docx';
import { runsOf } from './docxRuns.server.ts';
import type { Block, Words } from './paper.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const HAIR = { style: BorderStyle.SINGLE, size: 4, color: 'B9B2A5' };
const TALL_TWIPS = 900;

type TableBlock = Extract<Block, { kind: 'table' }>;

function cellOf(lines: Words[], width: number, isTall: boolean): TableCell {
	const said = lines.length > 0 ? lines : [''];
	return new TableCell({
		width: { size: width, type: WidthType.DXA },
		verticalAlign: isTall ? VerticalAlign.BOTTOM : VerticalAlign.TOP,
		margins: { top: 60, bottom: 60, right: 120 },
		children: said.map((words) => new Paragraph({ spacing: { after: 60 }, children: runsOf(words, { size: 19 }) }))
	});
}

function headCell(name: string, width: number): TableCell {
	return new TableCell({
		width: { size: width, type: WidthType.DXA },
		margins: { top: 60, bottom: 60, right: 120 },
		children: [
			new Paragraph({
				keepNext: true,
				spacing: { after: 0 },
				children: [new TextRun({ text: name, bold: true, size: 19 })]
			})
		]
	});
}

/** A table with its caption before it; the head is marked as such and repeated on every page. */
export function tableOf(block: TableBlock, fullWidth: number): (Paragraph | Table)[] {
	const total = block.widths.reduce((sum, width) => sum + width, 0);
	const widths = block.widths.map((width) => Math.round((width / total) * fullWidth));
	const isTall = block.tall ?? false;
	const rows = block.rows.map(
		(cells) =>
			new TableRow({
				cantSplit: true,
				...(isTall ? { height: { value: TALL_TWIPS, rule: HeightRule.ATLEAST } } : {}),
				children: cells.map((lines, i) => cellOf(lines, widths[i] ?? 0, isTall))
			})
	);
	const head = new TableRow({
		...{ tableHeader: true, cantSplit: true },
		children: block.head.map((name, i) => headCell(name, widths[i] ?? 0))
	});
	const caption = new Paragraph({
		keepNext: true,
		spacing: { after: 80 },
		children: runsOf(block.caption, { bold: true })
	});
	return [
		...(block.caption ? [caption] : []),
		new Table({
			...{ rows: [head, ...rows], columnWidths: widths, layout: TableLayoutType.FIXED },
			width: { size: fullWidth, type: WidthType.DXA },
			borders: { top: NONE, left: NONE, right: NONE, insideVertical: NONE, bottom: HAIR, insideHorizontal: HAIR }
		}),
		new Paragraph({ spacing: { after: 60 }, children: [] })
	];
}
