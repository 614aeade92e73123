// Loaded before the product itself (node --import): its clock runs as many days ahead as CLOCK_AHEAD_DAYS says.
const AHEAD_MS = Number(process.env.CLOCK_AHEAD_DAYS ?? 0) * 24 * 60 * 60 * 1000;
const RealDate = Date;
const now = () => RealDate.now() + AHEAD_MS;

globalThis.Date = new Proxy(RealDate, {
	construct: (target, given: unknown[], made) =>
		Reflect.construct(target, given.length === 0 ? [now()] : given, made) as Date,
	apply: () => new RealDate(now()).toString(),
	get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown))
});
