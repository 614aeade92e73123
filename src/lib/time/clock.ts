/** Minutes since midnight of a wall time HH:MM. */
export function minutesOf(time: string): number {
	const [hours = 0, minutes = 0] = time.split(':').map(Number);
	return hours * 60 + minutes;
}

/** Wall time HH:MM of minutes since midnight; past midnight it starts again. */
export function timeOf(minutes: number): string {
	const inDay = ((minutes % 1440) + 1440) % 1440;
	return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

/** Wall time after some minutes. */
export function addMinutes(time: string, lengthMin: number): string {
	return timeOf(minutesOf(time) + lengthMin);
}

/** True when two spans of a day share at least a minute. */
export function overlaps(a: { startTime: string; lengthMin: number }, b: { startTime: string; lengthMin: number }) {
	const [aStart, bStart] = [minutesOf(a.startTime), minutesOf(b.startTime)];
	return aStart < bStart + b.lengthMin && bStart < aStart + a.lengthMin;
}
