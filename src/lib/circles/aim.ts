/** What a circle wants to reach, and by what it will notice. */
export interface Aim {
	id: string;
	text: string;
	indicator: string;
	target: string;
	dueOn: string | null;
	/** The oldest first. */
	readings: AimReading[];
}

export interface AimReading {
	id: string;
	readOn: string;
	value: string;
	note: string;
	byName: string;
}
