/** UUIDv7 (RFC 9562): sortable by time, made locally, never guessable from a name. */
import { randomFillSync } from 'node:crypto'

let last = 0
let counter = 0

/** 16 bytes: 48-bit milliseconds, version, 12-bit counter within the millisecond, variant, 62 random bits. */
export function uuid7(now: number = Date.now()): Uint8Array {
  const bytes = new Uint8Array(16)
  randomFillSync(bytes)
  if (now > last) {
    last = now
    counter = 0
  } else counter++
  const time = last + Math.floor(counter / 4096)
  const sequence = counter % 4096
  const view = new DataView(bytes.buffer)
  view.setUint16(0, Math.floor(time / 2 ** 32))
  view.setUint32(2, time >>> 0)
  view.setUint16(6, 0x7000 | sequence)
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f))
  return bytes
}
