/** Reads the file again in another layout or encoding. */
import type { Preview } from '../../core/contract/importing.ts'
import { Select } from '../ui/Select.tsx'
import type { ReadAs } from './desk.ts'
import { confidenceOf } from './files.ts'
import './ReadPane.css'

const ENCODINGS = [
  { id: 'utf-8', label: 'Unicode (UTF-8)' },
  { id: 'windows-1252', label: 'Western European (Windows-1252)' },
  { id: 'windows-1250', label: 'Central European (Windows-1250)' },
  { id: 'iso-8859-2', label: 'Central European (ISO 8859-2)' },
  { id: 'windows-1251', label: 'Cyrillic (Windows-1251)' },
  { id: 'windows-1256', label: 'Arabic (Windows-1256)' },
  { id: 'macintosh', label: 'Western European (old Mac)' },
  { id: 'utf-16le', label: 'Unicode (UTF-16 LE)' },
  { id: 'utf-16be', label: 'Unicode (UTF-16 BE)' },
  { id: 'gb18030', label: 'Chinese (GB 18030)' },
  { id: 'big5', label: 'Chinese (Big5)' },
  { id: 'shift_jis', label: 'Japanese (Shift JIS)' },
]

interface LayoutChoiceProps {
  preview: Preview
  isBusy: boolean
  onReread: (as: ReadAs) => void
}

export function LayoutChoice({ preview, isBusy, onReread }: LayoutChoiceProps) {
  const { layout, layoutName, alternatives, encoding } = preview
  const layouts = [{ layout, name: layoutName, confidence: preview.confidence }, ...alternatives].map(
    (choice) => ({
      id: choice.layout,
      label: choice.name,
      ...(choice.layout === 'plain' ? {} : { description: confidenceOf(choice) }),
    }),
  )
  const encodings =
    encoding === null || ENCODINGS.some(({ id }) => id === encoding)
      ? ENCODINGS
      : [{ id: encoding, label: encoding }, ...ENCODINGS]
  if (preview.documents > 1) return null
  return (
    <section className="import-layout">
      <h3>Reading</h3>
      <Select
        label="Layout"
        options={layouts}
        value={layout}
        isDisabled={isBusy || layouts.length < 2}
        onChange={(next) => onReread({ layout: next })}
      />
      {encoding === null ? null : (
        <Select
          label="Encoding"
          options={encodings}
          value={encoding}
          isDisabled={isBusy}
          onChange={(next) => onReread({ encoding: next })}
        />
      )}
    </section>
  )
}
