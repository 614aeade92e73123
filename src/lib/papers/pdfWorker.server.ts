import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Paper } from './paper.ts';

export interface PdfTask {
	paper: Paper;
	/** Folder with the template and its typefaces. */
	folder: string;
}

let compiler: NodeCompiler | undefined;

/**
 * Runs in a thread of its own: plain Node loads this file from its source, so it imports nothing of SvelteKit.
 * The PDF is tagged and meets PDF/UA-1. Only when a text has signs no typeface here knows, it is tagged without that mark.
 */
export default function work({ paper, folder }: PdfTask): Uint8Array {
	compiler ??= NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [join(folder, 'fonts')] }] });
	const data = JSON.stringify({ isLandscape: false, ...paper });
	const source = { mainFilePath: join(folder, 'paper.typ'), inputs: { data } };
	try {
		return compiler.pdf(source, { pdfStandard: 'ua-1' });
	} catch {
		return compiler.pdf(source, { pdfTags: true });
	} finally {
		compiler.evictCache(0);
	}
}
