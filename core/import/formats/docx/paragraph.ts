/** Collects the text of one Word paragraph as its runs arrive. */
import type { Paragraph } from '../../model.ts'
import { RunCollector } from '../runs.ts'
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

/** One open paragraph of a story. */
export class ParagraphBuilder extends RunCollector {
  style: string | undefined
  heading: number | undefined
  rtl: boolean | undefined
  numId: string | undefined
  level: number | undefined
  /** True when a tracked change removed the paragraph's end. */
  joinsNext = false

  /** The paragraph, its list label in front of its first word. `at` counts paragraphs from 1. */
  finish(at: number, label: string, style: Style): Paragraph {
    const labelled = label !== '' && !this.isEmpty
    if (labelled) this.prepend(label)
    return this.take({
      style: this.style === undefined ? undefined : style.name,
      heading: (this.heading ?? style.heading) || undefined,
      label: labelled ? label.trimEnd() : undefined,
      rtl: this.rtl ?? style.rtl,
      at,
    })
  }
}
