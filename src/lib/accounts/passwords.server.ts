import { hash, verify } from '@node-rs/argon2';

// OWASP ASVS 5, appendix C: argon2id with 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 4;

let running = 0;
const waiting: (() => void)[] = [];

/** Each hash takes 19 MiB: a flood of log-ins queues here and not in memory. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
	running += 1;
	try {
		return await work();
	} finally {
		running -= 1;
		waiting.shift()?.();
	}
}

/** The PHC string that is stored of a password. */
export function hashPassword(password: string): Promise<string> {
	return inTurn(() => hash(password, COST));
}

let unknown: Promise<string> | undefined;

/** True when the password fits. Without a stored hash it takes as long and says no, so that nobody learns who has an account. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
	unknown ??= hashPassword('nobody has this password');
	const against = stored ?? (await unknown);
	const fits = await inTurn(() => verify(against, password));
	return stored !== null && fits;
}

/** True when a stored hash was made with less than today's cost. */
export function isOutdated(stored: string): boolean {
	const cost = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=/.exec(stored);
	return !cost || Number(cost[1]) < COST.memoryCost || Number(cost[2]) < COST.timeCost;
}
