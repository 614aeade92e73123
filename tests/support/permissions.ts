/** Who somebody is, from nobody to administrator. */
export const ROLES = ['nobody', 'outsider', 'member', 'organizer', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Kinds of page by who may open them; the number is the answer to GET. */
export const KINDS: Record<string, Record<Role, number>> = {
	/** For everybody. */
	open: { nobody: 200, outsider: 200, member: 200, organizer: 200, administrator: 200 },
	/** Log-in pages send on whoever is logged in. */
	door: { nobody: 200, outsider: 303, member: 303, organizer: 303, administrator: 303 },
	/** A secret in the address decides, not the account: a wrong one is not found. */
	token: { nobody: 404, outsider: 404, member: 404, organizer: 404, administrator: 404 },
	/** Takes posts only. */
	post: { nobody: 405, outsider: 405, member: 405, organizer: 405, administrator: 405 },
	/** For every account. */
	staff: { nobody: 303, outsider: 200, member: 200, organizer: 200, administrator: 200 },
	/** The directory of persons: whoever hosts a gathering. */
	directory: { nobody: 303, outsider: 404, member: 404, organizer: 200, administrator: 200 },
	/** Of a circle: its members, and administrators. */
	circle: { nobody: 303, outsider: 404, member: 200, organizer: 200, administrator: 200 },
	/** A gathering of a circle, to read. */
	reads: { nobody: 303, outsider: 404, member: 200, organizer: 200, administrator: 200 },
	/** A gathering, to change: its hosts, with equal rights. */
	manages: { nobody: 303, outsider: 404, member: 404, organizer: 200, administrator: 200 },
	/** Downloads that mint links are posts. */
	sends: { nobody: 303, outsider: 405, member: 405, organizer: 405, administrator: 405 },
	/** As `manages`, for something the demo region does not have yet. */
	absent: { nobody: 303, outsider: 404, member: 404, organizer: 404, administrator: 404 }
};

/** Every address of the product. A route without an entry fails the test. */
export const ROUTES: Record<string, keyof typeof KINDS> = {
	'/health': 'open',
	'/language': 'post',
	'/login': 'door',
	'/logout': 'post',
	'/login/[token]': 'token',
	'/invitation/[token]': 'token',
	'/setup/[token]': 'token',
	'/calendar/[token].ics': 'token',
	'/(public)/register/[token]': 'token',
	'/(public)/register/[token]/colleagues': 'token',
	'/(public)/register/[token]/privacy': 'token',
	'/(public)/register/[token]/sent': 'token',
	'/(public)/me/[token]': 'token',
	'/(public)/me/[token]/correct': 'token',
	'/(public)/me/[token]/substitute': 'token',
	'/(public)/me/[token]/replaced': 'open',
	'/(public)/me/[token]/privacy': 'token',
	'/(public)/me/[token]/feed': 'token',
	'/(public)/me/[token]/entry.ics': 'token',
	'/(public)/me/[token]/data': 'token',
	'/(public)/s/[slug]': 'token',
	'/(staff)': 'staff',
	'/(staff)/account': 'staff',
	'/(staff)/accounts': 'staff',
	'/(staff)/circles': 'staff',
	'/(staff)/circles/[id]/minutes': 'circle',
	'/(staff)/circles/[id]/decisions': 'circle',
	'/(staff)/circles/[id]/decisions/new': 'manages',
	'/(staff)/circles/[id]/rules': 'circle',
	'/(staff)/tasks': 'staff',
	'/(staff)/decisions': 'staff',
	'/(staff)/decisions/[id]': 'circle',
	'/(staff)/circles/[id]': 'circle',
	'/(staff)/circles/[id]/handbook': 'circle',
	'/(staff)/circles/[id]/matrix': 'circle',
	'/(staff)/standards': 'staff',
	'/(staff)/standards/new': 'directory',
	'/(staff)/standards/[id]': 'circle',
	'/(staff)/standards/[id]/procedure': 'circle',
	'/(staff)/standards/[id]/publication': 'manages',
	'/(staff)/standards/side-by-side': 'staff',
	'/(staff)/gatherings': 'staff',
	'/(staff)/gatherings/new': 'staff',
	'/(staff)/gatherings/[id]': 'reads',
	'/(staff)/gatherings/[id]/agenda': 'manages',
	'/(staff)/gatherings/[id]/agenda/items/[item]': 'manages',
	'/(staff)/gatherings/[id]/agenda/release': 'manages',
	'/(staff)/gatherings/[id]/agenda/rounds': 'manages',
	'/(staff)/gatherings/[id]/edit': 'manages',
	'/(staff)/gatherings/[id]/journal': 'manages',
	'/(staff)/gatherings/[id]/minutes': 'reads',
	'/(staff)/gatherings/[id]/minutes/edit': 'manages',
	'/(staff)/gatherings/[id]/minutes/head': 'manages',
	'/(staff)/gatherings/[id]/rooms': 'manages',
	'/(staff)/gatherings/[id]/workshops/new': 'manages',
	'/(staff)/gatherings/[id]/workshops/[workshop]': 'manages',
	'/(staff)/gatherings/[id]/registrations': 'manages',
	'/(staff)/gatherings/[id]/registrations/list.csv': 'manages',
	'/(staff)/gatherings/[id]/registrations/needs': 'manages',
	'/(staff)/gatherings/[id]/registrations/new': 'manages',
	'/(staff)/gatherings/[id]/registrations/window': 'manages',
	'/(staff)/gatherings/[id]/registrations/[registration]': 'manages',
	'/(staff)/gatherings/[id]/registrations/[registration]/correct': 'manages',
	'/(staff)/gatherings/[id]/registrations/[registration]/substitute': 'manages',
	'/(staff)/gatherings/[id]/groups': 'manages',
	'/(staff)/gatherings/[id]/groups/live': 'manages',
	'/(staff)/gatherings/[id]/groups/compare': 'manages',
	'/(staff)/gatherings/[id]/groups/release': 'manages',
	'/(staff)/gatherings/[id]/groups/releases/[number]': 'absent',
	'/(staff)/gatherings/[id]/invitations': 'manages',
	'/(staff)/gatherings/[id]/invitations/letters': 'manages',
	'/(staff)/gatherings/[id]/invitations/[message]': 'absent',
	'/(staff)/gatherings/[id]/invitations/[message]/message.eml': 'sends',
	'/(staff)/gatherings/[id]/invitations/messages.zip': 'sends',
	'/(staff)/gatherings/[id]/invitations/circular': 'manages',
	'/(staff)/gatherings/[id]/invitations/letters/[kind]/[language]': 'manages',
	'/(staff)/gatherings/[id]/groups/pairs': 'manages',
	'/(staff)/people': 'directory',
	'/(staff)/people/new': 'directory',
	'/(staff)/people/import': 'directory',
	'/(staff)/people/import/[import]': 'absent',
	'/(staff)/people/[id]': 'directory',
	'/(staff)/people/[id]/merge': 'directory',
	'/(staff)/organisations': 'directory',
	'/(staff)/organisations/new': 'directory',
	'/(staff)/organisations/[id]': 'directory',
	'/(staff)/organisations/[id]/merge': 'directory'
};
