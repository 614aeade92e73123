import type { Gathering } from '#lib/gatherings/gathering.ts';
import { type Occasion, occasionOf } from './occasion.ts';

const NOTHING = {
	...{ id: '', subtitle: '', dateOn: '', startTime: '', endTime: '', place: '', address: '', accessibility: '' },
	...{ contactName: '', contactEmail: '', contactPhone: '' }
};

/** A series as the public pages show an occasion: hosts of all its parts by name, contact of the first that names one. */
export function seriesOccasion(series: { title: string; parts: readonly { gathering: Gathering }[] }): Occasion {
	const gatherings = series.parts.map(({ gathering }) => gathering);
	const asked = gatherings.find(({ contactName, contactEmail }) => contactName || contactEmail) ?? gatherings[0];
	const hosts = new Map(gatherings.flatMap((gathering) => gathering.hosts.map((host) => [host.id, host])));
	const inOrder = [...hosts.values()].sort((a, b) => a.name.localeCompare(b.name, 'de'));
	return { ...(asked ? occasionOf(asked) : NOTHING), title: series.title, hosts: inOrder };
}
