import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

/** Only what the rules of the engine are tested with; used by `npm run mutate`. */
export default defineConfig({
	root,
	resolve: { alias: { '#lib': resolve(root, 'src/lib') } },
	test: {
		environment: 'node',
		isolate: false,
		include: ['src/lib/groups/engine/{rules,breaches,validate,score,grouptable,bound}.test.ts', 'tests/instances.test.ts'],
		setupFiles: ['tests/support/properties.ts']
	}
});
