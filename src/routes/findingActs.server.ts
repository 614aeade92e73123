import { fail, type RequestEvent } from '@sveltejs/kit';
import type { Workshop } from '#lib/agenda/workshop.ts';
import { newId } from '#lib/db/ids.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import type { FindingAnswer } from '#lib/minutes/findingAnswer.ts';
import {
	changeOperations,
	changeShape,
	lineShape,
	removalShape,
	restoreShape,
	sendingShape,
	settleShape
} from '#lib/minutes/finding.form.ts';
import { isHeadNote, openWordings } from '#lib/minutes/finding.ts';
import type { Operation } from '#lib/minutes/findingMerge.ts';
import { noteFindings, snapshotOf, versionOf } from '#lib/minutes/findings.server.ts';
import { photoShape } from '#lib/minutes/photo.form.ts';
import { photoWords } from '#lib/minutes/photoWords.ts';
import { addPhoto, removePhoto } from '#lib/minutes/photos.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { answered } from '#lib/web/answer.server.ts';
import { readForm, type Values } from '#lib/web/form.ts';
import { isRefused } from '#lib/web/refusal.ts';

/** The workshop that the caller of a page may write in, and under which name. */
export interface OpenWorkshop {
	workshop: Workshop;
	by: Actor;
}

/** The acts of the capture page as plain forms; the same for hosts and for people with a link. */
export function findingActs<Event extends RequestEvent>(open: (event: Event) => Promise<OpenWorkshop>) {
	const note = async (event: Event, opened: OpenWorkshop, operations: Operation[]) =>
		noteFindings(event.locals.db, opened.by, opened.workshop, { hand: null, operations });
	const one = (values: Values, name: string) => String(values[name] ?? '');

	return {
		add: async (event: Event) => {
			const opened = await open(event);
			const form = readForm(lineShape, await event.request.formData());
			if (!('data' in form)) {
				const question = one(form.values, 'question');
				const typed = {
					text: one(form.values, 'text'),
					kind: one(form.values, 'kind'),
					side: one(form.values, 'side')
				};
				const error = form.issues.text ?? Object.values(form.issues)[0] ?? '';
				const refusedLine = { question: question === '' ? null : Number(question), ...typed, error };
				return fail(400, { refusedLine } satisfies FindingAnswer);
			}
			const { notes } = await snapshotOf(event.locals.db, opened.workshop.id);
			const position = Math.max(0, ...notes.map((line) => line.position)) + 1024;
			const own = { position, isDissent: 0 as const, dots: 0, standardId: null };
			const { kind, question } = form.data;
			await note(event, opened, [{ id: newId(), noteId: newId(), what: 'add', ...form.data, ...own }]);
			return answered(event, {}, `?kind=${kind}#new-${question ?? 'rest'}`);
		},

		change: async (event: Event) => {
			const opened = await open(event);
			const form = readForm(changeShape, await event.request.formData());
			if (!('data' in form)) return fail(400, { sentence: Object.values(form.issues)[0] ?? '' });
			await note(event, opened, changeOperations(form.data, newId));
			return answered(event, {}, `#note-${form.data.noteId}`);
		},

		remove: async (event: Event) => {
			const opened = await open(event);
			const form = readForm(removalShape, await event.request.formData());
			if (!('data' in form)) return fail(400, {});
			await note(event, opened, [{ id: newId(), what: 'remove', ...form.data }]);
			return { removedId: form.data.noteId } satisfies FindingAnswer;
		},

		restore: async (event: Event) => {
			const opened = await open(event);
			const form = readForm(restoreShape, await event.request.formData());
			if (!('data' in form)) return fail(400, {});
			await note(event, opened, [{ id: newId(), what: 'restore', ...form.data }]);
			return answered(event, {}, `#note-${form.data.noteId}`);
		},

		settle: async (event: Event) => {
			const opened = await open(event);
			const form = readForm(settleShape, await event.request.formData());
			if (!('data' in form)) return fail(400, { sentence: Object.values(form.issues)[0] ?? '' });
			const { noteId, over, text, aside } = form.data;
			const { notes } = await snapshotOf(event.locals.db, opened.workshop.id);
			const line = notes.find(({ id }) => id === noteId);
			const apart = line ? openWordings(line).filter(({ revision }) => aside.includes(String(revision))) : [];
			const lines = apart.flatMap((wording): Operation[] => {
				if (!line || line.kind === 'headline' || line.kind === 'next_step') return [];
				const { kind, side, question, isDissent, position } = line;
				const own = { kind, side, question, isDissent, position: position + 1, dots: 0, standardId: null };
				return [{ id: newId(), noteId: newId(), what: 'add', ...own, text: wording.text }];
			});
			await note(event, opened, [...lines, { id: newId(), noteId, what: 'write', text, over }]);
			return answered(event, {}, isHeadNote(noteId) ? `#${noteId}` : `#note-${noteId}`);
		},

		photo: async (event: Event) => {
			const opened = await open(event);
			const data = await event.request.formData();
			const form = readForm(photoShape, data);
			const file = data.get('photo');
			const description = one(form.values, 'description');
			const content = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
			if (!('data' in form)) {
				const fileError = content.length === 0 ? photoWords({ refused: 'none' }) : undefined;
				return fail(400, { photo: { description, fileError, descriptionError: form.issues.description } });
			}
			const answer = await addPhoto(event.locals.db, opened.by, opened.workshop, { content, ...form.data });
			if (isRefused(answer)) return fail(400, { photo: { description, fileError: photoWords(answer) } });
			return answered(event, {}, '#photos');
		},

		removePhoto: async (event: Event) => {
			const opened = await open(event);
			const id = String((await event.request.formData()).get('id') ?? '');
			await removePhoto(event.locals.db, opened.by, opened.workshop, id);
			return answered(event, {}, '#photos');
		}
	};
}

/** What an open page sends, and what it hears in return. */
export async function receiveFindings(
	event: RequestEvent,
	open: (name: string) => Promise<OpenWorkshop>
): Promise<Response> {
	const sent = sendingShape.safeParse(await event.request.json().catch(() => undefined));
	const { workshop, by } = await open(sent.data?.name ?? '');
	if (!sent.success) return Response.json({ message: m.web_broken() }, { status: 400 });
	const { made, refused } = await noteFindings(event.locals.db, by, workshop, sent.data);
	return Response.json({ made, refused, ...(await snapshotOf(event.locals.db, workshop.id)) });
}

/** The notes, unless the page has them already. */
export async function tellFindings(event: RequestEvent, workshop: Workshop): Promise<Response> {
	const since = event.url.searchParams.get('since');
	const version = await versionOf(event.locals.db, workshop.id);
	if (since === String(version)) return new Response(null, { status: 204 });
	return Response.json(await snapshotOf(event.locals.db, workshop.id));
}
