/** A path of this product to go on to after logging in; anything else (other hosts, odd slashes) becomes the start page. */
export function localPath(path: string | null | undefined): string {
	if (!path || !/^\/(?![/\\])[^\\\u0000-\u0020]*$/.test(path)) return '/'; // eslint-disable-line no-control-regex -- blanks and control characters smuggle hosts past browsers
	return path;
}
