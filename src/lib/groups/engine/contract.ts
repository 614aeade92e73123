/** The problem file and the answer of the mixing engine, version 1. Everything here is plain JSON. */

export type Tier = 'mix' | 'wishes' | 'weighted';
export type CountRuleName = 'balance' | 'spread' | 'atMost' | 'atLeast';

export type Group = {
	id: string;
	/** Nobody sits at the same topic twice. A group without a topic has none. */
	topic?: string;
	min: number;
	max: number;
	/** Planned size; without it the people are split evenly within min..max. */
	size?: number;
	/** May stay closed; then it holds nobody and costs nothing. */
	optional?: boolean;
};

export type Round = { id: string; groups: Group[] };

export type Person = {
	id: string;
	/** Class name → value. A missing class counts as the value "none". */
	classes?: Record<string, string>;
	/** Group ids or topics in order of rank; empty = content with anything. */
	wishes?: string[];
	unwanted?: string[];
	/** Ids of the rounds attended; without it: all. */
	rounds?: string[];
	/** Round id → group id; a must. */
	fixed?: Record<string, string>;
	/** Places lost at earlier gatherings: breaks ties in her favour. */
	credit?: number;
};

export type MixRule = {
	class: string;
	/** One value only; without it every value that occurs in the round. */
	value?: string;
	rule: CountRuleName;
	weight?: number;
	/** `balance` only: people of slack on both sides. */
	tolerance?: number;
	/** `atMost` and `atLeast` only. */
	n?: number;
	/** Lifts the rule into the musts. */
	must?: boolean;
};

/** Who sat together at one earlier gathering. */
export type Met = { weight: number; groups: string[][] };

/** Round id → person id → group id. */
export type Plan = Record<string, Record<string, string>>;

export type Repair = { current: Plan; price: number; started?: string[] };

export type Problem = {
	version: 1;
	order: Tier[];
	rounds: Round[];
	people: Person[];
	together?: string[][];
	apart?: string[][];
	mix?: MixRule[];
	met?: Met[];
	meetings?: { weight: number };
	wishWeight?: number;
	repair?: Repair;
};

export type MustName = 'place' | 'size' | 'fixed' | 'together' | 'apart' | 'topic' | 'started';
export type RuleName = CountRuleName | MustName | 'met' | 'meetings';

/** One rule that does not hold at one place of the plan. */
export type Breach = {
	rule: RuleName;
	must: boolean;
	round: string;
	group?: string;
	class?: string;
	value?: string;
	people?: string[];
	/** What is counted there now: people, or pairs for `met` and `meetings`. */
	has: number;
	/** The interval in which it would cost nothing; null = no limit. */
	wants: [number, number | null];
	/** Weighted cost; of a must the number of people (or pairs) too many or too few. */
	cost: number;
};

export type Score = {
	/** Sum over all broken musts of people (or pairs) too many or too few; 0 = all hold. */
	musts: number;
	mix: number;
	/** Number of places at rank 1, 2, …, trailing zeros dropped. */
	wishes: number[];
	/** Places whose group differs from `repair.current`. */
	moves: number;
};

export type Bound = {
	/** No plan that keeps all musts has a smaller mix; "optimal" = this plan reaches it. */
	mix: number | 'optimal' | null;
	/** A profile no plan can beat; "optimal" = this plan reaches it, given the tiers before it. */
	wishes: number[] | 'optimal' | null;
};

/** Where a run stands; sent while it works. `plan` is only there when it is new. */
export type Progress = {
	/** Looking for better plans · computing a bound · proving that there is no better one. */
	phase: 'search' | 'bound' | 'proof';
	iterations: number;
	milliseconds: number;
	plan?: Plan;
	score: Score;
	bound: Bound;
	gap: number | null;
};

/** One demand among those that cannot all hold. `n`: the number it asks for, or how many people it holds in place. */
export type Demand = {
	rule: MustName | CountRuleName;
	/** Of `size` and `balance`: which end of it. */
	end?: 'least' | 'most';
	round?: string;
	group?: string;
	class?: string;
	value?: string;
	people?: string[];
	n?: number;
};
/**
 * The smallest change of one demand that helps: so many people more or fewer than it asks for, so many people fewer held
 * in place, or (together, apart, topic) the demand given up.
 */
export type Relaxation = { demand: Demand; by: number };
/** A minimal set of demands that contradict each other: without any one of them the others can all hold. */
export type Contradiction = { demands: Demand[]; relaxations: Relaxation[] };

export type Answer = {
	version: 1;
	plan: Plan;
	closed: string[];
	score: Score;
	bound: Bound;
	/** (mix − bound) ÷ mix; 0 = closed; null = no bound known. */
	gap: number | null;
	proved: boolean;
	broken: Breach[];
	/** Only when the musts cannot all hold. */
	contradiction?: Contradiction;
	engine: string;
	seed: number;
	inputHash: string;
	iterations: number;
	milliseconds: number;
};

/** Why a problem file is refused: a rule's name, one sentence for people, and the place in the file. */
export type ProblemError = { rule: string; sentence: string; where: string };
