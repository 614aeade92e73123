// over 250 lines: the whole database in one place, so that one test can hold it against the migrations.
import type { Generated } from 'kysely';

/** Today's database as types; tests/schema.test.ts holds them against the migrated database. Names are snake_case in SQL. */
export interface Schema {
	journalEntry: JournalEntryTable;
	organisation: OrganisationTable;
	organisationSector: OrganisationSectorTable;
	organisationAlias: OrganisationAliasTable;
	account: AccountTable;
	accountClosure: AccountClosureTable;
	session: SessionTable;
	signInLink: SignInLinkTable;
	throttle: ThrottleTable;
	person: PersonTable;
	merge: MergeTable;
	listImport: ListImportTable;
	listImportApplication: ListImportApplicationTable;
	circle: CircleTable;
	seat: SeatTable;
	gathering: GatheringTable;
	gatheringCancellation: GatheringCancellationTable;
	host: HostTable;
	teamMember: TeamMemberTable;
	room: RoomTable;
	agendaItem: AgendaItemTable;
	agendaItemPerson: AgendaItemPersonTable;
	workshop: WorkshopTable;
	workshopModerator: WorkshopModeratorTable;
	guidingQuestion: GuidingQuestionTable;
	fictionalCase: FictionalCaseTable;
	agendaRelease: AgendaReleaseTable;
	registrationWindow: RegistrationWindowTable;
	registration: RegistrationTable;
	admission: AdmissionTable;
	registrationWithdrawal: RegistrationWithdrawalTable;
	substitution: SubstitutionTable;
	personalLink: PersonalLinkTable;
	wish: WishTable;
	privacyNotice: PrivacyNoticeTable;
	mixSetting: MixSettingTable;
	mixPair: MixPairTable;
	planRun: PlanRunTable;
	place: PlaceTable;
	draftStep: DraftStepTable;
	planRelease: PlanReleaseTable;
	releasedPlace: ReleasedPlaceTable;
	calendarEntry: CalendarEntryTable;
	letter: LetterTable;
	message: MessageTable;
	messageDispatch: MessageDispatchTable;
	messageFailure: MessageFailureTable;
	messageDiscard: MessageDiscardTable;
	calendarFeed: CalendarFeedTable;
	reminder: ReminderTable;
	reminderRun: ReminderRunTable;
	circleRule: CircleRuleTable;
	circleMember: CircleMemberTable;
	mandate: MandateTable;
	mandateReport: MandateReportTable;
	topic: TopicTable;
	topicOutcome: TopicOutcomeTable;
	aim: AimTable;
	aimReading: AimReadingTable;
	series: SeriesTable;
	seriesPart: SeriesPartTable;
	messagePart: MessagePartTable;
	finding: FindingTable;
	findingWording: FindingWordingTable;
	findingRemoval: FindingRemovalTable;
	workshopResult: WorkshopResultTable;
	workshopResultWording: WorkshopResultWordingTable;
	findingOperation: FindingOperationTable;
	minuteLink: MinuteLinkTable;
	pinboardPhoto: PinboardPhotoTable;
	tension: TensionTable;
	tensionAnswer: TensionAnswerTable;
	evaluation: EvaluationTable;
	evaluationItem: EvaluationItemTable;
	evaluationComment: EvaluationCommentTable;
	minutes: MinutesTable;
	minutesPresence: MinutesPresenceTable;
	minutesItem: MinutesItemTable;
	minutesCirculation: MinutesCirculationTable;
	minutesAmendment: MinutesAmendmentTable;
	minutesCorrection: MinutesCorrectionTable;
	minutesFinal: MinutesFinalTable;
	decision: DecisionTable;
	decisionRound: DecisionRoundTable;
	vote: VoteTable;
	dissentingOpinion: DissentingOpinionTable;
	decisionOutcome: DecisionOutcomeTable;
	task: TaskTable;
	taskState: TaskStateTable;
	taskReminder: TaskReminderTable;
	standard: StandardTable;
	standardDrafter: StandardDrafterTable;
	standardState: StandardStateTable;
	version: VersionTable;
	versionFreeze: VersionFreezeTable;
	versionParty: VersionPartyTable;
	standardContact: StandardContactTable;
	contactConfirmation: ContactConfirmationTable;
	consultation: ConsultationTable;
	consultationComment: ConsultationCommentTable;
	commentAnswer: CommentAnswerTable;
	standardAgreement: StandardAgreementTable;
	standardSignature: StandardSignatureTable;
	signatureCorrection: SignatureCorrectionTable;
	standardEntry: StandardEntryTable;
	standardReview: StandardReviewTable;
	reviewAnswer: ReviewAnswerTable;
	standardPublication: StandardPublicationTable;
	standardWithdrawal: StandardWithdrawalTable;
	serviceProfile: ServiceProfileTable;
	publicReport: PublicReportTable;
	quote: QuoteTable;
	quoteLink: QuoteLinkTable;
	quoteRelease: QuoteReleaseTable;
	reportRelease: ReportReleaseTable;
}

export interface JournalEntryTable {
	id: Generated<number>;
	at: string;
	byAccountId: string | null;
	byName: string;
	verb: string;
	thing: string;
	gatheringId: string | null;
	particulars: string;
}

export interface OrganisationTable {
	id: string;
	name: string;
	shortName: string;
	kind: string;
	side: 'youth_office' | 'outpatient' | 'residential_daycare' | 'partner';
	town: string;
	mailDomain: string;
	dataProtectionLaw: string;
	createdAt: string;
	partOfId: string | null;
}

export interface OrganisationSectorTable {
	organisationId: string;
	sector: string;
}

export interface OrganisationAliasTable {
	key: string;
	organisationId: string;
	name: string;
}

export interface AccountTable {
	id: string;
	email: string;
	name: string;
	organisationId: string | null;
	passwordHash: string | null;
	isAdministrator: 0 | 1;
	language: 'de' | 'en';
	createdAt: string;
}

export interface AccountClosureTable {
	accountId: string;
	at: string;
	byAccountId: string | null;
}

export interface SessionTable {
	id: string;
	accountId: string;
	method: 'password' | 'link';
	createdAt: string;
	expiresAt: string;
}

export interface SignInLinkTable {
	hash: string;
	accountId: string | null;
	purpose: 'sign_in' | 'invitation' | 'set_up';
	createdAt: string;
	expiresAt: string;
	usedAt: string | null;
}

export interface ThrottleTable {
	key: string;
	windowAt: string;
	attempts: number;
}

export interface PersonTable {
	id: string;
	title: string;
	salutation: string;
	firstName: string;
	lastName: string;
	organisationId: string | null;
	unit: string;
	jobFunction: string;
	level: string;
	side: 'youth_office' | 'outpatient' | 'residential_daycare' | 'partner' | null;
	email: string;
	createdAt: string;
	changedAt: string;
}

export interface MergeTable {
	fromId: string;
	intoId: string;
	thing: 'person' | 'organisation';
	at: string;
	byName: string;
}

export interface ListImportTable {
	id: string;
	gatheringId: string | null;
	fileName: string;
	cells: string;
	choices: string;
	createdAt: string;
	createdBy: string;
}

export interface ListImportApplicationTable {
	listImportId: string;
	at: string;
	byName: string;
	totals: string;
}

export interface CircleTable {
	id: string;
	name: string;
	kind: string;
	purpose: string;
	rhythm: string;
	createdAt: string;
}

export interface SeatTable {
	id: string;
	circleId: string;
	organisationId: string;
	personId: string | null;
	kind: 'voting' | 'advisory' | 'deputy' | 'guest';
	sinceOn: string;
	untilOn: string | null;
	termEndsOn: string | null;
}

export interface GatheringTable {
	id: string;
	kind: string;
	title: string;
	subtitle: string;
	guidingQuestion: string;
	aims: string;
	dateOn: string;
	startTime: string;
	endTime: string;
	place: string;
	address: string;
	accessibility: string;
	onlineUrl: string;
	contactName: string;
	contactEmail: string;
	contactPhone: string;
	circleId: string | null;
	createdAt: string;
}

export interface GatheringCancellationTable {
	gatheringId: string;
	at: string;
	byName: string;
	reason: string;
}

export interface HostTable {
	gatheringId: string;
	organisationId: string;
}

export interface TeamMemberTable {
	gatheringId: string;
	personId: string;
	task: 'organizer' | 'desk';
}

export interface RoomTable {
	id: string;
	gatheringId: string;
	position: number;
	name: string;
	capacity: number | null;
	isStepFree: 0 | 1;
	note: string;
}

export interface AgendaItemTable {
	id: string;
	gatheringId: string;
	kind: string;
	title: string;
	note: string;
	startTime: string;
	lengthMin: number;
	roomId: string | null;
	place: string;
	speakers: string;
}

export interface AgendaItemPersonTable {
	agendaItemId: string;
	personId: string;
	position: number;
}

export interface WorkshopTable {
	id: string;
	gatheringId: string;
	agendaItemId: string | null;
	/** Workshops of several rounds with the same topic are one and the same workshop. */
	topicId: string | null;
	number: number;
	title: string;
	theme: string;
	aim: string;
	method: string;
	roomId: string | null;
	minSize: number;
	maxSize: number;
	minuteTakerId: string | null;
}

export interface WorkshopModeratorTable {
	workshopId: string;
	personId: string;
	position: number;
}

export interface GuidingQuestionTable {
	workshopId: string;
	position: number;
	text: string;
}

export interface FictionalCaseTable {
	workshopId: string;
	title: string;
	setting: string;
	facts: string;
	stageTwo: string;
	notice: string;
}

export interface AgendaReleaseTable {
	id: string;
	gatheringId: string;
	number: number;
	releasedAt: string;
	releasedBy: string;
	content: string;
}

export interface RegistrationWindowTable {
	gatheringId: string;
	token: string;
	opensOn: string;
	closesOn: string;
	capacity: number;
	wishCount: number;
	introduction: string;
}

export interface RegistrationTable {
	id: string;
	gatheringId: string;
	personId: string;
	ordinal: number;
	registeredAt: string;
	channel: 'web' | 'office' | 'list' | 'colleague';
	language: 'de' | 'en';
	isNewcomer: 0 | 1;
	supportNeed: string;
	catering: string;
	isListed: 0 | 1;
	allowsPhotos: 0 | 1;
	consentsAt: string;
	/** As typed, when the organisation is not in the directory yet. */
	organisationName: string;
	remark: string;
}

export interface AdmissionTable {
	registrationId: string;
	at: string;
	how: 'seat' | 'moved_up' | 'office' | 'substitute';
}

export interface RegistrationWithdrawalTable {
	registrationId: string;
	at: string;
	byName: string;
	reason: string;
}

export interface SubstitutionTable {
	registrationId: string;
	substituteId: string;
	at: string;
}

export interface PersonalLinkTable {
	hash: string;
	registrationId: string;
	createdAt: string;
	revokedAt: string | null;
}

export interface WishTable {
	registrationId: string;
	rank: number;
	workshopId: string;
}

export interface PrivacyNoticeTable {
	gatheringId: string;
	law: 'DSGVO' | 'DSG-EKD' | 'KDG';
	controllers: string;
	officer: string;
	legalBasis: string;
	recipients: string;
	authority: string;
	keepDays: number;
	keepNeedsDays: number;
}

export interface MixSettingTable {
	gatheringId: string;
	settings: string;
	changedAt: string;
}

export interface MixPairTable {
	gatheringId: string;
	personA: string;
	personB: string;
	kind: 'apart' | 'together';
}

export interface PlanRunTable {
	id: string;
	gatheringId: string;
	at: string;
	byName: string;
	seed: number;
	inputHash: string;
	problem: string;
	answer: string;
}

export interface PlaceTable {
	registrationId: string;
	workshopId: string;
	isHeld: 0 | 1;
}

export interface DraftStepTable {
	id: Generated<number>;
	gatheringId: string;
	at: string;
	byName: string;
	verb: string;
	registrationId: string | null;
	runId: string | null;
	before: string;
}

export interface PlanReleaseTable {
	id: string;
	gatheringId: string;
	number: number;
	releasedAt: string;
	releasedBy: string;
	reason: string;
	broken: string;
}

export interface ReleasedPlaceTable {
	planReleaseId: string;
	registrationId: string;
	workshopId: string;
}

export interface CalendarEntryTable {
	id: string;
	uid: string;
	gatheringId: string;
	registrationId: string;
	sequence: number;
	status: 'confirmed' | 'cancelled';
	content: string;
	changedAt: string;
}

export interface LetterTable {
	gatheringId: string;
	kind: string;
	language: 'de' | 'en';
	subject: string;
	body: string;
}

export interface MessageTable {
	id: Generated<number>;
	gatheringId: string | null;
	registrationId: string | null;
	accountId: string | null;
	kind: string;
	language: 'de' | 'en';
	toName: string;
	toAddress: string;
	subject: string;
	body: string;
	calendar: string | null;
	createdAt: string;
	dueAt: string;
	clearedAt: string | null;
	editedAt: string | null;
	attempts: Generated<number>;
	attemptStartedAt: string | null;
	lastError: string | null;
}

export interface MessageDispatchTable {
	messageId: number;
	at: string;
	mailId: string;
}

export interface MessageFailureTable {
	messageId: number;
	at: string;
	reason: string;
}

export interface MessageDiscardTable {
	messageId: number;
	at: string;
	byName: string;
}

export interface CalendarFeedTable {
	hash: string;
	registrationId: string;
	createdAt: string;
	revokedAt: string | null;
}

export interface ReminderTable {
	gatheringId: string;
	daysBefore: number;
}

export interface ReminderRunTable {
	gatheringId: string;
	daysBefore: number;
	at: string;
}

export interface CircleRuleTable {
	circleId: string;
	method: 'consensus' | 'consent' | 'simple_majority' | 'qualified_majority';
	majorityPercent: number;
	quorumPercent: number;
	abstentions: 'not_counted' | 'count_as_no' | 'not_allowed';
	needsEachBank: 0 | 1;
	silenceIsYes: 0 | 1;
	noticeDays: number;
	chairId: string | null;
	minuteTakerId: string | null;
}

export interface CircleMemberTable {
	circleId: string;
	personId: string;
	sinceOn: string;
}

export interface MandateTable {
	id: string;
	circleId: string;
	reportsToId: string;
	decisionId: string | null;
	findingId: string | null;
	text: string;
	givenOn: string;
	reportDueOn: string;
}

export interface MandateReportTable {
	id: string;
	mandateId: string;
	at: string;
	byName: string;
	text: string;
	isFinal: 0 | 1;
}

export interface TopicTable {
	id: string;
	circleId: string;
	title: string;
	note: string;
	organisationId: string | null;
	findingId: string | null;
	addedAt: string;
	byName: string;
}

export interface TopicOutcomeTable {
	id: string;
	topicId: string;
	at: string;
	byName: string;
	outcome: 'agenda' | 'gathering' | 'parked' | 'settled' | 'reopened';
	gatheringId: string | null;
	/** The item it became in the programme of that gathering. */
	agendaItemId: string | null;
	reason: string;
}

export interface AimTable {
	id: string;
	circleId: string;
	text: string;
	indicator: string;
	target: string;
	dueOn: string | null;
	createdAt: string;
}

export interface AimReadingTable {
	id: string;
	aimId: string;
	readOn: string;
	value: string;
	note: string;
	byName: string;
}

export interface SeriesTable {
	id: string;
	title: string;
	annualTheme: string;
	principles: string;
	circleId: string | null;
	setUpById: string | null;
	token: string;
	createdAt: string;
}

export interface SeriesPartTable {
	seriesId: string;
	gatheringId: string;
	number: number;
}

export interface MessagePartTable {
	messageId: number;
	number: number;
	registrationId: string;
	calendar: string | null;
}

export interface FindingTable {
	id: string;
	workshopId: string;
	kind: 'works' | 'challenge' | 'need' | 'attitude' | 'proposal' | 'question';
	side: 'youth_office' | 'providers' | 'partners' | 'all';
	guidingQuestion: number | null;
	position: number;
	text: string;
	isDissent: 0 | 1;
	dots: number;
	standardId: string | null;
	revision: number;
	createdAt: string;
	changedAt: string;
	byName: string;
}

export interface FindingWordingTable {
	findingId: string;
	revision: number;
	text: string;
	at: string;
	byName: string;
	/** The wording it was typed over, 0 for the first. */
	basedOn: number;
	/** Since when another one stands in its place. Several without it: typed at the same time, side by side. */
	settledAt: string | null;
	/** Random mark of the open page it was typed in, so that typing on replaces the own half sentence. */
	hand: string | null;
}

export interface WorkshopResultWordingTable {
	workshopId: string;
	field: 'headline' | 'next_step';
	revision: number;
	text: string;
	at: string;
	byName: string;
	basedOn: number;
	settledAt: string | null;
	hand: string | null;
}

export interface FindingOperationTable {
	seq: Generated<number>;
	id: string;
	workshopId: string;
	noteId: string;
	/** The wording the operation made or met; 0 when it was not about a wording. */
	revision: number;
	at: string;
}

export interface MinuteLinkTable {
	hash: string;
	gatheringId: string;
	/** Without a workshop the link opens only the page for a word on the cooperation. */
	workshopId: string | null;
	createdAt: string;
	byName: string;
	expiresAt: string;
	revokedAt: string | null;
}

export interface FindingRemovalTable {
	findingId: string;
	at: string;
	byName: string;
}

export interface WorkshopResultTable {
	workshopId: string;
	headline: string;
	nextStep: string;
	changedAt: string;
	byName: string;
}

export interface PinboardPhotoTable {
	id: string;
	workshopId: string;
	name: string;
	mediaType: string;
	description: string;
	content: Uint8Array;
	at: string;
	byName: string;
}

export interface TensionTable {
	id: string;
	gatheringId: string | null;
	circleId: string | null;
	kind: 'professional' | 'organisational';
	text: string;
	raisedOn: string;
	/** Empty when raised anonymously: no name, no time of day, no address is kept. */
	byName: string;
}

export interface TensionAnswerTable {
	tensionId: string;
	at: string;
	byName: string;
	text: string;
}

export interface EvaluationTable {
	gatheringId: string;
	returned: number;
	recommendYes: number;
	recommendMaybe: number;
	recommendNo: number;
	again: string;
	changedAt: string;
}

export interface EvaluationItemTable {
	gatheringId: string;
	position: number;
	item: string;
	/** Times 100: 130 is the mean 1.30 on the scale 1 (very content) to 4. */
	meanHundredths: number;
}

export interface EvaluationCommentTable {
	gatheringId: string;
	position: number;
	text: string;
}

export interface MinutesTable {
	id: string;
	gatheringId: string;
	chair: string;
	minuteTaker: string;
	startedTime: string;
	endedTime: string;
	nextDate: string;
	annexes: string;
	distribution: string;
	createdAt: string;
}

export interface MinutesPresenceTable {
	minutesId: string;
	organisationId: string;
	name: string;
	kind: 'present' | 'deputy' | 'advisory' | 'guest' | 'excused' | 'absent';
	/** "ab TOP 4": partly present, in words. */
	partly: string;
}

export interface MinutesItemTable {
	id: string;
	minutesId: string;
	position: number;
	agendaItemId: string | null;
	kind: 'information' | 'discussion' | 'decision' | 'review';
	title: string;
	facts: string;
	discussion: string;
	/** Rises with every change, so that nobody types over a colleague unawares. */
	revision: number;
}

export interface MinutesCirculationTable {
	id: string;
	minutesId: string;
	at: string;
	byName: string;
	commentsUntilOn: string;
}

export interface MinutesAmendmentTable {
	id: string;
	minutesId: string;
	minutesItemId: string | null;
	organisationId: string | null;
	byName: string;
	at: string;
	text: string;
	answer: string;
	isAccepted: 0 | 1 | null;
	answeredAt: string | null;
}

export interface MinutesCorrectionTable {
	id: string;
	minutesId: string;
	minutesItemId: string | null;
	amendmentId: string | null;
	part: 'head' | 'presence' | 'facts' | 'discussion';
	before: string;
	after: string;
	at: string;
	byName: string;
}

export interface MinutesFinalTable {
	minutesId: string;
	at: string;
	byName: string;
	approvedOn: string;
	content: string;
	hash: string;
}

export interface DecisionTable {
	id: string;
	circleId: string;
	number: number;
	gatheringId: string | null;
	minutesItemId: string | null;
	findingId: string | null;
	standardId: string | null;
	versionId: string | null;
	title: string;
	wording: string;
	reasons: string;
	method: 'consensus' | 'consent' | 'simple_majority' | 'qualified_majority' | 'acknowledged';
	/** Written procedure: votes come in until this day; null means in the meeting. */
	votesUntilOn: string | null;
	/** The circle's rule at the moment of the question, as JSON; later changes of the rule leave it alone. */
	rule: string;
	round: number;
	createdAt: string;
	byName: string;
}

export interface DecisionRoundTable {
	decisionId: string;
	round: number;
	wording: string;
	at: string;
}

export interface VoteTable {
	decisionId: string;
	round: number;
	organisationId: string;
	choice: 'yes' | 'no' | 'abstain' | 'concern' | 'objection';
	castBy: 'seat' | 'deputy';
	reason: string;
	at: string;
	byName: string;
}

export interface DissentingOpinionTable {
	decisionId: string;
	organisationId: string;
	text: string;
	at: string;
}

export interface DecisionOutcomeTable {
	decisionId: string;
	result: 'adopted' | 'rejected' | 'no_quorum' | 'withdrawn';
	decidedOn: string;
	yes: number;
	no: number;
	abstained: number;
	sentence: string;
	at: string;
	byName: string;
}

export interface TaskTable {
	id: string;
	circleId: string | null;
	gatheringId: string | null;
	decisionId: string | null;
	minutesItemId: string | null;
	text: string;
	organisationId: string;
	personId: string | null;
	dueOn: string | null;
	createdAt: string;
	byName: string;
}

export interface TaskStateTable {
	id: string;
	taskId: string;
	state: 'open' | 'begun' | 'done' | 'dropped';
	note: string;
	at: string;
	byName: string;
}

export interface TaskReminderTable {
	taskId: string;
	kind: 'ahead' | 'late';
	at: string;
}

export interface StandardTable {
	id: string;
	number: number;
	circleId: string;
	kind: 'recommendation' | 'agreed_standard' | 'cooperation_agreement';
	title: string;
	findingId: string | null;
	workshopId: string | null;
	supersedesId: string | null;
	reviewDueOn: string | null;
	createdAt: string;
}

export interface StandardDrafterTable {
	standardId: string;
	circleId: string;
}

export type StandardStateName =
	| 'idea'
	| 'drafting'
	| 'consultation'
	| 'ready_for_decision'
	| 'agreed'
	| 'signing'
	| 'in_force'
	| 'under_review'
	| 'superseded'
	| 'repealed'
	| 'rejected'
	| 'parked';

export interface StandardStateTable {
	id: string;
	standardId: string;
	state: StandardStateName;
	versionId: string | null;
	decisionId: string | null;
	reason: string;
	at: string;
	byName: string;
}

export interface VersionTable {
	id: string;
	standardId: string;
	number: number;
	label: string;
	/** The whole text as JSON, shape StandardText of src/lib/standards. */
	content: string;
	changeNote: string;
	revision: number;
	createdAt: string;
	changedAt: string;
	byName: string;
}

export interface VersionFreezeTable {
	versionId: string;
	at: string;
	byName: string;
	hash: string;
}

export interface VersionPartyTable {
	versionId: string;
	organisationId: string;
	representedBy: string;
	signs: 0 | 1;
}

export interface StandardContactTable {
	id: string;
	standardId: string;
	stepId: string | null;
	organisationId: string;
	jobFunction: string;
	name: string;
	deputy: string;
	phone: string;
	reachability: string;
	position: number;
}

export interface ContactConfirmationTable {
	contactId: string;
	onDay: string;
	byName: string;
}

export interface ConsultationTable {
	id: string;
	versionId: string;
	opensOn: string;
	closesOn: string;
	byName: string;
}

export interface ConsultationCommentTable {
	id: string;
	consultationId: string;
	section: string;
	organisationId: string | null;
	byName: string;
	text: string;
	at: string;
}

export interface CommentAnswerTable {
	commentId: string;
	outcome: 'taken_up' | 'partly' | 'not_taken_up';
	text: string;
	at: string;
	byName: string;
}

export interface StandardAgreementTable {
	versionId: string;
	agreedOn: string;
	decisionId: string;
	at: string;
	byName: string;
}

export interface StandardSignatureTable {
	versionId: string;
	organisationId: string;
	signedOn: string;
	signatory: string;
	form: 'paper' | 'qualified_electronic';
	isAccession: 0 | 1;
	at: string;
	byName: string;
}

export interface SignatureCorrectionTable {
	id: string;
	versionId: string;
	organisationId: string;
	signedOn: string;
	signatory: string;
	form: 'paper' | 'qualified_electronic';
	reason: string;
	at: string;
	byName: string;
}

export interface StandardEntryTable {
	versionId: string;
	/** A youth office with a day of its own; empty for all others. */
	organisationId: string;
	inForceOn: string;
	endsOn: string | null;
	at: string;
	byName: string;
}

export interface StandardReviewTable {
	id: string;
	standardId: string;
	versionId: string;
	gatheringId: string | null;
	reviewedOn: string;
	developments: string;
	challenges: string;
	quality: string;
	outcome: 'renew' | 'revise' | 'retire';
	decisionId: string;
	at: string;
	byName: string;
}

export interface ReviewAnswerTable {
	reviewId: string;
	organisationId: string;
	works: 'yes' | 'partly' | 'no' | 'not_used';
	text: string;
}

export interface StandardPublicationTable {
	standardId: string;
	slug: string;
	at: string;
	byName: string;
}

export interface StandardWithdrawalTable {
	standardId: string;
	at: string;
	byName: string;
}

export interface ServiceProfileTable {
	organisationId: string;
	mandate: string;
	aim: string;
	services: string;
	limits: string;
	legalBasis: string;
	changedAt: string;
	byName: string;
}

export interface PublicReportTable {
	id: string;
	gatheringId: string | null;
	circleId: string | null;
	headline: string;
	lead: string;
	body: string;
	caption: string;
	contact: string;
	slug: string;
	createdAt: string;
	changedAt: string;
	byName: string;
}

export interface QuoteTable {
	id: string;
	reportId: string;
	position: number;
	name: string;
	jobFunction: string;
	email: string;
	text: string;
}

export interface QuoteLinkTable {
	hash: string;
	quoteId: string;
	createdAt: string;
}

export interface QuoteReleaseTable {
	quoteId: string;
	text: string;
	at: string;
	byName: string;
}

export interface ReportReleaseTable {
	reportId: string;
	at: string;
	byName: string;
	content: string;
}
