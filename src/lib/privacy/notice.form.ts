import * as z from 'zod';
import { oneOf, paragraphs, whole } from '#lib/web/form.ts';
import { LAWS } from './notice.ts';

/** What an office enters for the privacy notice of a gathering. */
export const noticeForm = z.object({
	law: oneOf(LAWS),
	controllers: paragraphs(1000),
	officer: paragraphs(500),
	legalBasis: paragraphs(1000),
	recipients: paragraphs(1000),
	authority: paragraphs(500),
	keepDays: whole(1, 1095),
	keepNeedsDays: whole(1, 90)
});
