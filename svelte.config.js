import adapter from '@sveltejs/adapter-node';

// Kit's own screen-reader announcer carries one style attribute; its hash is allowed instead of all inline styles.
const ANNOUNCER_STYLE = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ out: 'build' }),
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-hashes', ANNOUNCER_STYLE],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['none'],
				'object-src': ['none'],
				'frame-ancestors': ['none']
			}
		},
		typescript: {
			config: (config) => {
				config.include = [...config.include, '../migrations/**/*.ts', '../scripts/**/*.ts', '../tests/**/*.ts'];
				config.compilerOptions = {
					...config.compilerOptions,
					allowImportingTsExtensions: true,
					erasableSyntaxOnly: true
				};
			}
		}
	}
};
