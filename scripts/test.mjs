import { findBrowser } from './browser.mjs';
import { checks } from './checks.mjs';
import { runSteps } from './steps.mjs';

const vitest = ['node_modules/vitest/vitest.mjs', 'run'];
const CHROMIUM_PATH = findBrowser();
// A zone set from outside counts for everything; otherwise the rooms run in two zones and the journeys in the farther one.
const zones = process.env.TZ ? [process.env.TZ] : ['UTC', 'America/New_York'];

runSteps([
	...checks,
	...zones.map((TZ) => ({ name: `Rooms, TZ=${TZ}`, command: [...vitest, '--project', 'rooms'], env: { TZ } })),
	{
		name: `Journeys in the browser, TZ=${zones.at(-1)}`,
		command: [...vitest, '--project', 'journeys'],
		env: { TZ: zones.at(-1) ?? 'UTC', CHROMIUM_PATH }
	}
]);
