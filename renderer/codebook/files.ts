/** The codebook as a file: what it can be saved as, and saving it. */
import { useDo } from '../data.ts'
import { announce } from '../ui/announce.ts'
import { saveFile } from '../ui/save-file.ts'
import { counted } from './words.ts'

export const EXPORTS = [
  { format: 'codebook-csv', label: 'CSV', about: 'A table to edit and read back' },
  { format: 'codebook-xlsx', label: 'Excel', about: 'The same as a workbook' },
  { format: 'qdc', label: 'REFI-QDA', about: 'For NVivo, ATLAS.ti, MAXQDA and others' },
] as const

type ExportFormat = (typeof EXPORTS)[number]['format']

export function useCodebookFile(): (format: ExportFormat) => void {
  const make = useDo('exporting.make', { quiet: true })
  return (format) =>
    make.mutate(
      { format },
      {
        onSuccess: ({ files, rows, lost }) => {
          for (const { name, bytes } of files) saveFile(name, bytes)
          const saved = `Saved ${files.map(({ name }) => name).join(', ')} · ${counted(rows, 'code')}`
          announce([saved, ...lost].join('. '))
        },
      },
    )
}
