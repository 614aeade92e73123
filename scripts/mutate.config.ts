import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');
const MESSAGES = '#lib/paraglide/messages.js';

/** The compiled texts are more than a thousand modules, read anew for every mutant: here they are one, German only. */
function textsInOne() {
	const load = () => {
		const texts = JSON.parse(readFileSync(resolve(root, 'src/messages/groups.de.json'), 'utf8')) as object;
		const plain = Object.entries(texts).filter(([, text]) => typeof text === 'string');
		return `const texts = ${JSON.stringify(Object.fromEntries(plain))};
			const say = (text) => (values = {}) => text.replace(/\\{(\\w+)\\}/g, (_, name) => values[name]);
			export const m = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, say(text)]));`;
	};
	return {
		name: 'texts-in-one',
		enforce: 'pre' as const,
		resolveId: (id: string) => (id === MESSAGES ? '\0texts' : undefined),
		load: (id: string) => (id === '\0texts' ? load() : undefined)
	};
}

/** Only what the rules of the engine are tested with; used by `npm run mutate`. */
export default defineConfig({
	root,
	plugins: [textsInOne()],
	resolve: { alias: [{ find: /^#lib(?!\/paraglide\/messages)/, replacement: resolve(root, 'src/lib') }] },
	test: {
		environment: 'node',
		isolate: false,
		testTimeout: 60_000,
		include: [
			'src/lib/groups/engine/{rules,breaches,validate,score,sizes,grouptable,bound,polish}.test.ts',
			'tests/instances.test.ts'
		],
		setupFiles: ['tests/support/properties.ts']
	}
});
