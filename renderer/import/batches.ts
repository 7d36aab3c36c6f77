/** Parts of a long job: small enough that the page stays smooth and can stop in between. */
import type { ChosenFile } from '../ui/chosen-files.ts'

/** Files read together: enough for every worker thread. */
const MOST_FILES = 10
/** Bytes sent at once; a larger file goes alone. */
const MOST_BYTES = 8 * 1024 * 1024

/** The first items that go together; at least one while there is any. Two of one name never do: answers go by name. */
export function nextBatch<T>(waiting: readonly T[], fileOf: (item: T) => Pick<File, 'name' | 'size'>): T[] {
  const batch: T[] = []
  const names = new Set<string>()
  let bytes = 0
  for (const item of waiting) {
    const { name, size } = fileOf(item)
    bytes += size
    const isFull = batch.length === MOST_FILES || bytes > MOST_BYTES || names.has(name)
    if (isFull && batch.length > 0) break
    batch.push(item)
    names.add(name)
  }
  return batch
}

/** A folder of QualCoder holds its database and copies of every transcript in it: the database alone is brought in. */
export function withoutProjectCopies<T extends Pick<ChosenFile, 'path'>>(files: readonly T[]): T[] {
  const folders = files
    .filter(({ path }) => /\.qda$/i.test(path))
    .map(({ path }) => path.slice(0, path.lastIndexOf('/') + 1))
    .filter((folder) => folder !== '')
  return files.filter(
    ({ path }) => /\.qda$/i.test(path) || !folders.some((folder) => path.startsWith(folder)),
  )
}
