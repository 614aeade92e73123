/** What is remarkable about a row. The first three make it unusable until the list is mended. */
export type RowProblemKey =
	| 'noName'
	| 'noFirstName'
	| 'noLastName'
	| 'brokenEmail'
	| 'noOrganisation'
	| 'nameGuessed'
	| 'oddName'
	| 'noEmail'
	| 'severalEmails'
	| 'mendedEmail'
	| 'nameTurned'
	| 'titleSplit'
	| 'capitals'
	| 'organisationFromSection'
	| 'underSection';

/** `stop`: cannot be taken over; `ask`: somebody should look; `told`: done and mentioned. */
export type ProblemWeight = 'stop' | 'ask' | 'told';

export const PROBLEM_WEIGHT: Record<RowProblemKey, ProblemWeight> = {
	noName: 'stop',
	noFirstName: 'stop',
	noLastName: 'stop',
	brokenEmail: 'ask',
	noOrganisation: 'ask',
	nameGuessed: 'ask',
	oddName: 'ask',
	severalEmails: 'ask',
	underSection: 'ask',
	noEmail: 'told',
	mendedEmail: 'told',
	nameTurned: 'told',
	titleSplit: 'told',
	capitals: 'told',
	organisationFromSection: 'told'
};

/** `written` is the text of the list that the problem speaks of. */
export interface RowProblem {
	key: RowProblemKey;
	written: string;
}
