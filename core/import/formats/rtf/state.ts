/** What an RTF group changes and gives back when it closes. */

/** Where the text of a group goes. */
export type Destination =
  | 'body'
  | 'skip'
  | 'fonts'
  | 'styles'
  | 'label'
  | 'note'
  | 'header'
  | 'footer'
  | 'shape'
  | 'textbox'
  | 'info'
  | 'property'
  | 'comment'
  | 'author'

export interface GroupState {
  destination: Destination
  bold: boolean
  italic: boolean
  hidden: boolean
  deleted: boolean
  inserted: boolean
  codePage: string
  /** How many fallback characters follow each `\u`. */
  fallback: number
}

/** Destinations by their control word; unknown starred destinations are skipped. */
export const DESTINATIONS: Record<string, Destination> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  listtext: 'label',
  pntext: 'label',
  footnote: 'note',
  header: 'header',
  headerl: 'header',
  headerr: 'header',
  headerf: 'header',
  footer: 'footer',
  footerl: 'footer',
  footerr: 'footer',
  footerf: 'footer',
  shp: 'shape',
  do: 'shape',
  shptxt: 'textbox',
  dptxbxtext: 'textbox',
  info: 'info',
  title: 'property',
  subject: 'property',
  author: 'property',
  keywords: 'property',
  doccomm: 'property',
  annotation: 'comment',
  atnauthor: 'author',
  shpinst: 'shape',
  shprslt: 'skip',
  colortbl: 'skip',
  pict: 'skip',
  object: 'skip',
  objdata: 'skip',
  fldinst: 'skip',
  nonesttables: 'skip',
  sp: 'skip',
  bkmkstart: 'skip',
  bkmkend: 'skip',
  xe: 'skip',
  tc: 'skip',
  txe: 'skip',
  rxe: 'skip',
  pnseclvl: 'skip',
  upr: 'skip',
  ud: 'body',
}

/** Starred destinations that do hold text. */
export const STARRED = new Set([
  'shpinst',
  'shptxt',
  'do',
  'annotation',
  'atnauthor',
  'ud',
  'footnote',
  'nesttableprops',
])

/** Control words that stand for one character. */
export const CHARACTERS: Record<string, string> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  page: '\n',
  softline: '',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
  '~': '\u00a0',
  _: '-',
  '-': '',
  '\\': '\\',
  '{': '{',
  '}': '}',
}
