/** The colours of the family to choose from: its hue in four steps. */
import type { Code } from '../../core/contract/codebook.ts'
import { Segments } from '../ui/Choice.tsx'
import { FamilyMark } from '../ui/Code.tsx'
import { paletteOf } from '../ui/tones.ts'

interface ColoursProps {
  code: Code
  onChange: (colour: string | null) => void
}

const SHADES = ['Deepest', 'Deep', 'Light', 'Lightest'] as const
const OWN = 'own'

export function Colours({ code, onChange }: ColoursProps) {
  const palette = paletteOf(code.family)
  if (palette.length === 0) return null
  return (
    <div className="codebook-colours">
      <span className="w-label" aria-hidden>
        Colour
      </span>
      <Segments
        label="Colour"
        value={palette.find((colour) => colour === code.colour) ?? OWN}
        onChange={(colour) => onChange(colour === OWN ? null : colour)}
        options={[
          { id: OWN, label: 'By its place' },
          ...palette.map((colour, step) => ({
            id: colour,
            name: SHADES[step] ?? colour,
            label: <FamilyMark family={code.family} code={{ ...code, colour }} />,
          })),
        ]}
      />
    </div>
  )
}
