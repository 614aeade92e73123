import { dutiesOf, type HeldPlace, type MixPerson, type MixWorkshop, roundsOf } from './mixProblem.ts';
import { sharedTopics, stayersOf, stayingPlaces } from './mixRounds.ts';

/**
 * The places a plan of the engine leaves out because they are settled: whoever leads the same workshop in several rounds
 * sits in each of them, once she has her first place.
 */
export function settledPlaces(
	people: readonly MixPerson[],
	workshops: readonly MixWorkshop[],
	places: readonly HeldPlace[]
): HeldPlace[] {
	const stays = stayersOf(dutiesOf(workshops), sharedTopics(roundsOf(workshops)));
	const roundOf = new Map(workshops.map((workshop) => [workshop.id, workshop.roundId]));
	return stayingPlaces(people, places, stays, roundOf);
}
