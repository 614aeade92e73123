import { attachment } from '#lib/web/headers.ts';
import { isRefused, type Refusal } from '#lib/web/refusal.ts';
import { docxOf } from './docx.server.ts';
import type { Paper } from './paper.ts';
import { pdfOf } from './pdf.server.ts';

const TYPES = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	pdf: 'application/pdf'
};

/** A paper as a file to save, named by its title. */
export async function download(paper: Paper, type: keyof typeof TYPES): Promise<Response | Refusal<'failed'>> {
	const file = type === 'pdf' ? await pdfOf(paper) : await docxOf(paper);
	if (isRefused(file)) return file;
	const name = `${paper.title
		.replace(/[:/\\]+\s*/g, ' ')
		.slice(0, 120)
		.trim()}.${type}`;
	const headers = { 'content-type': TYPES[type], 'content-disposition': attachment(name) };
	return new Response(new Uint8Array(file), { headers });
}
