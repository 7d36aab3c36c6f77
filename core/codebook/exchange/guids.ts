/** GUIDs between bytes in the file and text in exchange formats. */

/** 16 bytes as 8-4-4-4-12 hexadecimal digits. */
export function guidText(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The bytes of a GUID in any case, with or without braces; null when it is none. */
export function guidBytes(text: string): Uint8Array | null {
  const hex = text.trim().replaceAll(/[{}-]/g, '')
  return /^[0-9a-f]{32}$/i.test(hex) ? Buffer.from(hex, 'hex') : null
}
