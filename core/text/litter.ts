/** Files nobody put there: what systems and word processors leave in folders by themselves. */

/** By the name of a file or folder: .DS_Store and all that is hidden, Word's lock files, thumbnails. */
export const isLitter = (name: string): boolean =>
  /^(?:\.|~\$|__MACOSX$|thumbs\.db$|desktop\.ini$)/i.test(name)
