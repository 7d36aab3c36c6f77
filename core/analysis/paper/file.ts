/** A page as a file of the asked kind. */
import type { JobContext } from '../../context.ts'
import { utf8 } from '../../exporting/utf8.ts'
import { cancelled } from '../pace.ts'
import { printPaper } from '../print.ts'
import type { Page } from './blocks.ts'
import { toDocx } from './docx.ts'
import { toHtml } from './html.ts'
import { toMarkdown } from './markdown.ts'

export type PaperFormat = 'html' | 'md' | 'docx' | 'pdf'

/** Throws `no-browser` for a PDF that nothing here can print, and `cancelled`. */
export async function toFile(
  page: Page,
  format: PaperFormat,
  context: Pick<JobContext, 'signal' | 'printPdf'>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (context.signal.aborted) throw cancelled()
  if (format === 'docx') return toDocx(page)
  if (format === 'pdf') return new Uint8Array(await printPaper(toHtml(page), context))
  return utf8(format === 'html' ? toHtml(page) : toMarkdown(page))
}
