/** Keeps promises that pdf.js forgets from ending the thread. */
import { setImmediate } from 'node:timers/promises'

/**
 * Does `work` without minding promises that are rejected and heard by nobody: pdf.js leaves some behind when a file
 * is damaged, which would stop the thread while it reads the next file. Nothing else runs in the thread meanwhile.
 */
export async function ignoringRejections<T>(work: () => Promise<T>): Promise<T> {
  const ignore = () => {}
  process.on('unhandledRejection', ignore)
  try {
    return await work()
  } finally {
    // Node tells of them only when no other promise waits.
    await setImmediate()
    process.off('unhandledRejection', ignore)
  }
}
