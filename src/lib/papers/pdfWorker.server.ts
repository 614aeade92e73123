import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Paper } from './paper.ts';

export interface PdfTask {
	paper: Paper;
	/** Folder with the template and its typefaces. */
	folder: string;
}

type Source = { mainFilePath: string; inputs: { data: string } };

/** What the typesetter throws has no message of its own; its first line says where the template failed, not what was typed. */
function withoutMark(setter: NodeCompiler, source: Source): Uint8Array {
	try {
		return setter.pdf(source, { pdfTags: true });
	} catch (cause) {
		const { shortDiagnostics } = cause as { shortDiagnostics?: { message?: string }[] };
		throw new Error(String(shortDiagnostics?.[0]?.message ?? cause).slice(0, 120), { cause });
	}
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
		return withoutMark(compiler, source);
	} finally {
		compiler.evictCache(0);
	}
}
