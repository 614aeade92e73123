/** One line of JSON on stdout. Line breaks are escaped by JSON; paths with tokens are never given, only route names. */
export function logLine(level: 'info' | 'error', fields: Record<string, string | number>): void {
	process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, ...fields })}\n`);
}
