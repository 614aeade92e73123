import * as z from 'zod';
import { ids, line, oneOf, tick } from '#lib/web/form.ts';
import type { MixSettings } from './mix.ts';

const yes = () => oneOf(['yes', 'no']).transform((word) => word === 'yes');

/** The sentences of the mix with their choices. */
export const mixForm = z.object({
	sideTolerance: oneOf(['0', '1', '2', 'off']).transform((word) => (word === 'off' ? null : (Number(word) as 0 | 1 | 2))),
	hasAllOffices: yes(),
	providerMost: oneOf(['1', '2', '3', '4', 'off']).transform((word) =>
		word === 'off' ? null : (Number(word) as 1 | 2 | 3 | 4)
	),
	spreadsNewcomers: yes(),
	spreadsLeaders: yes(),
	spreadsOrganisations: yes(),
	keepsApart: yes(),
	wishes: oneOf(['after', 'before', 'off'])
}) satisfies z.ZodType<MixSettings>;

const id = () => z.string().min(1).max(40);

export const pairForm = z.object({ personA: id(), personB: id(), kind: oneOf(['apart', 'together']) });

/** Somebody goes to a workshop of the round, or to no group when it is empty. */
export const moveForm = z.object({
	registrationId: id(),
	workshopId: z.string().max(40).default(''),
	roundId: z.string().max(40).default(''),
	/** The form of the panel says with each move whether the place is held; a drag says nothing and leaves it as it is. */
	hold: z.string().optional()
});

export const swapForm = z.object({ registrationId: id(), otherId: id(), roundId: id() });
export const holdForm = z.object({ registrationId: id(), workshopId: id(), isHeld: tick() });
export const runForm = z.object({ runId: id() });
export const stepForm = z.object({ stepId: z.coerce.number().int().optional() });
export const releaseForm = z.object({ reason: line(1000), draft: line(100) });
export const repairForm = z.object({ ids: ids() });
