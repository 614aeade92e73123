import * as z from 'zod';
import { ids, line, oneOf, paragraphs, tick } from '#lib/web/form.ts';
import type { MixSettings } from './mix.ts';

const yes = () => oneOf(['yes', 'no']).transform((word) => word === 'yes');

/** The sentences of the mix with their choices. */
export const mixForm = z.object({
	sideTolerance: oneOf(['0', '1', '2', 'off']).transform((word) =>
		word === 'off' ? null : (Number(word) as 0 | 1 | 2)
	),
	hasAllOffices: yes(),
	providerMost: oneOf(['1', '2', '3', '4', 'off']).transform((word) =>
		word === 'off' ? null : (Number(word) as 1 | 2 | 3 | 4)
	),
	spreadsNewcomers: yes(),
	spreadsLeaders: yes(),
	spreadsOrganisations: yes(),
	keepsApart: yes(),
	meetsNew: yes(),
	countsEarlier: yes(),
	wishes: oneOf(['after', 'before', 'off'])
}) satisfies z.ZodType<MixSettings>;

const id = () => z.string().min(1).max(40);

export const pairForm = z.object({ personA: id(), personB: id(), kind: oneOf(['apart', 'together']) });

const place = { registrationId: id(), workshopId: id() };

export const moveForm = z.object(place);
/** `workshopId` names the round in which the two change places. */
export const swapForm = z.object({ ...place, otherId: id() });
/** Who moves and where to, in the same order. */
export const exchangeForm = z.object({ registrationId: ids(12), workshopId: ids(12) });
export const holdForm = z.object({ ...place, isHeld: tick() });
export const runForm = z.object({ runId: id() });
/** `live`: the page follows the run by itself, nobody has to wait for its end. */
export const proposeForm = z.object({ live: tick() });
/** What happens to the run that is at work, or to the news of the last one. */
export const steerForm = z.object({ act: oneOf(['prove', 'halt', 'drop']) });
/** The step the page showed; without it the last one. */
export const stepForm = z.object({ stepId: z.coerce.number().int().optional() });
/** `draft` is the mark of the draft that was looked at. */
export const releaseForm = z.object({ reason: paragraphs(2000), draft: line(40) });
