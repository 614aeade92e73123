import { beforeEach, describe, expect, it } from 'vitest';
import { confirmContact, contactsOf, moveContact, removeContact, saveContact } from './contacts.server.ts';
import { saveTypedSection } from './saveSection.server.ts';
import { basisOf, basisOfStep, removeStep, restoreStep, saveStep, shiftStep } from './text.server.ts';
import {
	account,
	provider,
	onDay,
	by,
	db,
	id,
	beginAgreement,
	now,
	draft,
	write,
	step
} from '../../../tests/support/agreement.ts';

beforeEach(beginAgreement);

describe('the text', () => {
	it('is written section by section; a stale form writes nothing, another section is no obstacle', async () => {
		const old = await basisOf(db, await draft(), 'preamble');
		const scope = await basisOf(db, await draft(), 'scope');
		expect(await write('preamble', [['text', 'eins']])).toBe(true);
		expect(await write('preamble', [['text', 'zwei']], old)).toMatchObject({
			...{ refused: 'stale', values: { text: 'zwei' } }
		});
		expect(await write('scope', [['level', 'case']], scope)).toBe(true);
		expect((await draft()).text).toMatchObject({ preamble: 'eins', scope: { level: 'case' } });
		expect(await write('title', [['text', '']])).toMatchObject({ issues: { text: expect.any(String) as string } });
		await write('title', [['text', 'Neuer Titel']]);
		expect((await now()).title).toBe('Neuer Titel');
		await write('aims', [
			['text[]', 'Ziel'],
			['text[]', ''],
			['indicator[]', 'Zahl'],
			['indicator[]', '']
		]);
		expect((await draft()).text.aims).toEqual([{ text: 'Ziel', indicator: 'Zahl' }]);
		expect(await saveTypedSection(db, by, await now(provider), 'preamble', new FormData())).toMatchObject({
			refused: 'not_allowed'
		});
	});

	it('has steps that are added, written, moved, taken out and put back', async () => {
		const save = async (stepId: string | null, basis: string, title: string) =>
			saveStep(db, by, await now(), { id: stepId, basis, step: { ...step, title } });
		const [a, b] = [(await save(null, '', 'A')) as string, (await save(null, '', 'B')) as string];
		const steps = async () => (await draft()).text.steps;
		const titles = async () => (await steps()).map(({ title }) => title).join('');
		const basis = basisOfStep((await steps())[0]);
		expect(await save(a, basis, 'A2')).toBe(a);
		expect(await save(a, basis, 'A3')).toEqual({ refused: 'stale' });
		expect(await save('none', '', 'X')).toEqual({ refused: 'gone' });
		expect(await shiftStep(db, by, await now(), { id: b, direction: 'up' })).toBe(b);
		expect(await titles()).toBe('BA2');
		const gone = (await steps())[0]!;
		expect(await removeStep(db, by, await now(), b)).toBe(b);
		expect(await titles()).toBe('A2');
		expect(await restoreStep(db, by, await now(), { step: gone, at: 0 })).toBe(b);
		expect(await titles()).toBe('BA2');
		expect(await removeStep(db, by, await now(provider), b)).toEqual({ refused: 'not_allowed' });
	});

	it('has contacts that their own organisation confirms', async () => {
		const contact = { organisationId: 'org-p14', jobFunction: 'Leitung', name: '', deputy: '', phone: '' };
		const contactId = (await saveContact(db, by, await now(), {
			...{ ...contact, reachability: '', stepId: null, id: null }
		})) as string;
		expect(await confirmContact(db, onDay('2026-12-01'), provider, await now(provider), contactId)).toBe(true);
		expect(await contactsOf(db, id)).toMatchObject([{ jobFunction: 'Leitung', confirmedOn: '2026-12-01' }]);
		const other = account('org-p01', { organizes: false });
		expect(await confirmContact(db, by, other, await now(other), contactId)).toEqual({ refused: 'not_allowed' });
		expect(await removeContact(db, by, await now(provider), contactId)).toEqual({ refused: 'not_allowed' });
		const order = async () => (await contactsOf(db, (await now()).id)).map(({ id }) => id);
		const another = { ...contact, reachability: '', stepId: null, id: null };
		const second = (await saveContact(db, by, await now(), another)) as string;
		expect(await moveContact(db, by, await now(), { id: second, direction: 'up' })).toBe(true);
		expect(await moveContact(db, by, await now(), { id: second, direction: 'up' })).toBe(true);
		expect(await order()).toEqual([second, contactId]);
		expect(await moveContact(db, by, await now(provider), { id: second, direction: 'down' })).toEqual({
			refused: 'not_allowed'
		});
		expect(await removeContact(db, by, await now(), second)).toBe(true);
		expect(await removeContact(db, by, await now(), contactId)).toBe(true);
	});
});
