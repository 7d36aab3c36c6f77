/** The system's own litter (.DS_Store, Thumbs.db, Word's lock files) is not evidence. */
export const isWanted = (file: Pick<File, 'name'>): boolean =>
  !/^(\.|~\$|thumbs\.db$|desktop\.ini$)/i.test(file.name)
