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
