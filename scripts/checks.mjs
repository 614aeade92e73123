/** What is held without running the product: format, rules, types. */
export const checks = [
	{ name: 'Format', command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
	{ name: 'Lint', command: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'] },
	{
		name: 'Types',
		command: ['node_modules/svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings']
	}
];
