/** The first page of a transcript comes before all else. */
import { useEffect, useState } from 'react'

/** Long enough for the words to be on the screen, short enough for the rest to seem to come with them; in milliseconds. */
const FIRST_PAGE_MS = 100

/** False until the first page has been drawn. */
export function useFirstPage(): boolean {
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSeen(true), FIRST_PAGE_MS)
    return () => clearTimeout(timer)
  }, [])
  return isSeen
}
