import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Route {
	/** As SvelteKit names it: /(staff)/gatherings/[id]/groups */
	id: string;
	/** Address with its parameters still in brackets. */
	address: string;
	isPage: boolean;
	takesPosts: boolean;
}

/** Every address of the product, read from the folders. */
export function allRoutes(folder = 'src/routes', id = ''): Route[] {
	const names = readdirSync(folder);
	const read = (name: string) => (names.includes(name) ? readFileSync(join(folder, name), 'utf8') : '');
	const isPage = names.includes('+page.svelte');
	const own: Route[] =
		isPage || names.includes('+server.ts')
			? [
					{
						id: id || '/',
						address: id.replace(/\/\([^)]*\)/g, '') || '/',
						isPage,
						takesPosts: /export const (actions|POST)\b/.test(read('+page.server.ts') + read('+server.ts'))
					}
				]
			: [];
	const inner = names.filter((name) => statSync(join(folder, name)).isDirectory());
	return [...own, ...inner.flatMap((name) => allRoutes(join(folder, name), `${id}/${name}`))];
}

/** Puts values into the brackets: /gatherings/[id] with { id: 'ev-1' } → /gatherings/ev-1 */
export function fill(address: string, values: Record<string, string>): string {
	return address.replace(/\[(\w+)\]/g, (_, name: string) => values[name] ?? `no-${name}`);
}
