/** What a form of the capture page answers when it was sent without a script, or with a picture. */
export interface FindingAnswer {
	/** A new line that could not be kept, as typed. */
	refusedLine?: { question: number | null; text: string; kind: string; side: string; error: string };
	/** The line that was just removed. */
	removedId?: string;
	/** Somebody had changed the line in between: both wordings stand. */
	stale?: boolean;
	photo?: { description: string; fileError?: string; descriptionError?: string };
}
