import { expect, it } from 'vitest';
import { nearestQuestion } from './nearestQuestion.ts';

const QUESTIONS = ['Wie wird angefragt?', 'Was braucht der ASD?', 'Wer schreibt das Protokoll der Erstgespräche?'];

it('finds the question that speaks of the same', () => {
	expect(nearestQuestion(QUESTIONS, 'Ein Erstgespräch zu dritt', false)).toBe(2);
	expect(nearestQuestion(QUESTIONS, 'Kaffee', false)).toBeNull();
	expect(nearestQuestion([], 'Erstgespräch', false)).toBeNull();
});

it('gives needs to the question that asks for them, where there is one', () => {
	expect(nearestQuestion(QUESTIONS, 'ein Erstgespräch', true)).toBe(1);
	expect(nearestQuestion(QUESTIONS.slice(2), 'ein Erstgespräch', true)).toBe(0);
});
