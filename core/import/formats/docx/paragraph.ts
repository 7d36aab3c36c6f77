/** Collects the text of one Word paragraph as its runs arrive. */
import type { Paragraph, Run } from '../../model.ts'
import type { Style, Styles } from './styles.ts'

/** Formatting of a run as its own properties state it; undefined where the styles decide. */
export interface RunFormat {
  style?: string
  bold?: boolean
  italic?: boolean
  /** The same for scripts such as Arabic, which Word formats apart. */
  boldComplex?: boolean
  italicComplex?: boolean
  complex?: boolean
  hidden?: boolean
}

export interface ResolvedRun {
  bold: boolean
  italic: boolean
  hidden: boolean
}

/** Direct formatting decides; otherwise paragraph and character style toggle each other (ECMA-376, 17.7.3). */
export function resolveRun(run: RunFormat, paragraph: ParagraphBuilder, styles: Styles): ResolvedRun {
  const outer = styles.paragraph(paragraph.style)
  const inner = styles.character(run.style)
  const toggled = (key: 'bold' | 'italic' | 'hidden') => (outer[key] ?? false) !== (inner[key] ?? false)
  return {
    bold: (run.complex ? run.boldComplex : run.bold) ?? toggled('bold'),
    italic: (run.complex ? run.italicComplex : run.italic) ?? toggled('italic'),
    hidden: run.hidden ?? toggled('hidden'),
  }
}

export class ParagraphBuilder {
  style: string | undefined
  heading: number | undefined
  rtl: boolean | undefined
  numId: string | undefined
  level: number | undefined
  /** True when a tracked change removed the paragraph's end. */
  joinsNext = false
  readonly #runs: Run[] = []

  get isEmpty(): boolean {
    return this.#runs.length === 0
  }

  append(text: string, bold: boolean, italic: boolean): void {
    const last = this.#runs.at(-1)
    if (last && (last.bold ?? false) === bold && (last.italic ?? false) === italic) last.text += text
    else this.#runs.push({ text, ...(bold && { bold }), ...(italic && { italic }) })
  }

  /** The paragraph, its list label in front of its first word. `at` counts paragraphs from 1. */
  finish(at: number, label: string, style: Style): Paragraph {
    const runs = this.#runs
    const first = runs[0]
    if (first) first.text = label + first.text
    const heading = this.heading ?? style.heading
    const named = this.style !== undefined && style.name !== undefined
    return {
      kind: 'paragraph',
      text: runs.map((run) => run.text).join(''),
      ...(runs.some((run) => run.bold || run.italic) && { runs }),
      ...(named && { style: style.name ?? '' }),
      ...(heading !== undefined && heading > 0 && { heading }),
      ...(first && label && { label: label.trimEnd() }),
      ...((this.rtl ?? style.rtl) && { rtl: true }),
      at,
    }
  }
}
