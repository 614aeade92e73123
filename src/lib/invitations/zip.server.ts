import { crc32 } from 'node:zlib';

export interface ZipEntry {
	/** Plain letters, digits, dots and dashes only. */
	name: string;
	content: Buffer;
}

// No date of its own: 1 January 1980, the first day of the format.
const DAY_ONE = 33;

/** The fields that the entry's own header and the directory have in common. */
function fieldsOf({ name, content }: ZipEntry): Buffer {
	const fields = Buffer.alloc(26);
	fields.writeUInt16LE(20, 0);
	fields.writeUInt16LE(DAY_ONE, 8);
	fields.writeUInt32LE(crc32(content), 10);
	fields.writeUInt32LE(content.length, 14);
	fields.writeUInt32LE(content.length, 18);
	fields.writeUInt16LE(Buffer.byteLength(name), 22);
	return fields;
}

/** A ZIP archive of some files, stored without compression: mails are small, and no package is needed for it. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const entry of entries) {
		const fields = fieldsOf(entry);
		const name = Buffer.from(entry.name);
		const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, entry.content]);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(offset, 10);
		directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fields, rest, name);
		parts.push(local);
		offset += local.length;
	}
	const index = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(entries.length, 4);
	end.writeUInt16LE(entries.length, 6);
	end.writeUInt32LE(index.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...parts, index, Buffer.from('PK\x05\x06'), end]);
}
