/** JSON for the loopback link: the contract's values unchanged, bytes as base64 under one reserved key. */

declare function btoa(text: string): string
declare function atob(text: string): string

const BYTES = '$bytes'
const STEP = 0x8000

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += STEP)
    text += String.fromCharCode(...bytes.subarray(at, at + STEP))
  return btoa(text)
}

function fromBase64(base64: string): Uint8Array {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}

export function encode(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, plain: unknown) {
    // A Buffer turns itself into JSON before the replacer sees it: look at the holder's own value.
    const original = key === '' ? value : this[key]
    return original instanceof Uint8Array ? { [BYTES]: toBase64(original) } : plain
  })
}

export function decode(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !(BYTES in value)) return value
    const base64 = value[BYTES]
    return typeof base64 === 'string' && Object.keys(value).length === 1 ? fromBase64(base64) : value
  })
}

/** One line of an answer, over any link: progress until a value or an error ends it. */
export type Reply =
  | { kind: 'progress'; progress: { done: number; total: number; note: string } }
  | { kind: 'value'; value: unknown }
  | { kind: 'error'; error: { code: string; message: string; detail?: unknown } }
