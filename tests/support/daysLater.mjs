/* Loaded into the product by a journey in which days pass (NODE_OPTIONS --import): its clock is DAYS_LATER days ahead. */
const AHEAD = Number(process.env.DAYS_LATER ?? 0) * 86_400_000;
const RealDate = Date;

globalThis.Date = class extends RealDate {
	constructor(...given) {
		if (given.length === 0) super(RealDate.now() + AHEAD);
		else super(...given);
	}
	static now() {
		return RealDate.now() + AHEAD;
	}
};
