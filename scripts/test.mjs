import { findBrowser } from './browser.mjs';
import { checks } from './checks.mjs';
import { runSteps } from './steps.mjs';

const vitest = ['node_modules/vitest/vitest.mjs', 'run'];
const CHROMIUM_PATH = findBrowser();
// A zone set from outside counts for everything; otherwise all rooms run in one zone, those that tell days and hours in a
// second one as well, and the journeys in the farther one.
const zones = process.env.TZ ? [process.env.TZ] : ['UTC', 'America/New_York'];
const TELLING_TIME = ['time', 'gatherings', 'agenda', 'registration', 'invitations', 'minutes'].map(
	(room) => `src/lib/${room}/`
);

runSteps([
	...checks,
	...zones.map((TZ, i) => ({
		name: i === 0 ? `Rooms, TZ=${TZ}` : `Rooms that tell time, TZ=${TZ}`,
		command: [...vitest, '--project', 'rooms', ...(i === 0 ? [] : TELLING_TIME)],
		env: { TZ }
	})),
	{
		name: `Journeys in the browser, TZ=${zones.at(-1)}`,
		command: [...vitest, '--project', 'journeys'],
		env: { TZ: zones.at(-1) ?? 'UTC', CHROMIUM_PATH }
	}
]);
