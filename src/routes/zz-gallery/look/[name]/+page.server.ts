import { readFileSync } from 'node:fs';
export const load = ({ params }: { params: { name: string } }) => {
	const html = readFileSync(`/work/shared/look/${params.name}.html`, 'utf8');
	const main = html.slice(html.indexOf('<main'), html.indexOf('</main>') + 7);
	return {
		std: params.name === 'standard',
		main: main.replace(/ style="[^"]*"/g, '').replaceAll('stroke="currentColor"','').replace(/class="dot"/g, 'class="dot mark"')
			.replaceAll('<svg class="side','<svg viewBox="0 0 20 20" class="side').replaceAll('<svg aria-hidden="true"><use','<svg viewBox="0 0 24 24" aria-hidden="true"><use')
	};
};
