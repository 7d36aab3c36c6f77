/** A small table people made themselves, as CSV or TSV in whatever dialect their spreadsheet writes. */
import { parse } from 'csv-parse/sync'
import { CoreError } from '../contract/errors.ts'

/** Rows of cells, the headings first. `name` is what it is called when it cannot be read. Throws `damaged`. */
export function rowsOf(text: string, name: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
    })
  } catch {
    throw new CoreError(
      'damaged',
      `${name} is not a table that can be read: a quotation mark is not closed. Save it again as CSV.`,
    )
  }
}

/** What parts the cells of the first line: whichever of these it holds most of. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/[\r\n]/u, 1)
  const count = (delimiter: string) => first.split(delimiter).length
  return [',', ';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best))
}
