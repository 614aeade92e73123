/** A row of a list after it was taken over: the person in the directory and what the list says about the gathering. */
export interface ImportedParticipant {
	/** Line in the file, from 1. */
	line: number;
	personId: string;
	/** True when the person came into the directory with this list. */
	isNew: boolean;
	/** Wished workshops as written, best first; `matchWish` finds the workshop. */
	wishes: string[];
	isNewcomer: boolean;
	/** As written; `readCatering` reads it. */
	catering: string;
	supportNeed: string;
	/** Only a clear yes counts. */
	allowsPhotos: boolean;
	remark: string;
}
