import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	build: { rolldownOptions: { checks: { pluginTimings: false } } },
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'rooms',
					environment: 'node',
					include: ['src/**/*.test.ts', 'tests/*.test.ts'],
					setupFiles: ['tests/support/properties.ts'],
					testTimeout: 30_000
				}
			},
			{
				extends: true,
				test: {
					name: 'journeys',
					environment: 'node',
					include: ['tests/journeys/*.test.ts'],
					globalSetup: ['tests/support/product.ts'],
					fileParallelism: false,
					expect: { poll: { timeout: 15_000 } },
					testTimeout: 180_000,
					hookTimeout: 120_000
				}
			}
		]
	}
});
