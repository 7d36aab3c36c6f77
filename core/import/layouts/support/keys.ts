/** The facts a front page states about an interview, and the keys they are stored under. */

/** First match wins. Keys are what `Metadata.key` carries; names in the file vary. */
const KEYS: readonly [RegExp, string][] = [
  [
    /^(?:participant|respondent|interviewee|resident|tenant|informant|subject|case) ?(?:id|no|number|code|ref(?:erence)?|#)$/,
    'participant',
  ],
  [
    /^(?:interview|transcript|session|recording|file|case|study)? ?(?:id|no|number|code|ref(?:erence)?|identifier)$/,
    'interview_id',
  ],
  [
    /^(?:date|datum|fecha|data|dyddiad|interview date|date ?\/ ?time|date and time|session date|recorded on)(?: of (?:the )?(?:interview|recording|session|focus group))?$|^date of (?:the )?(?:interview|recording|session|focus group|transcript)$/,
    'date',
  ],
  [
    /^(?:start(?:ing)? |end(?:ing)? |finish )?time(?: started| ended| of interview)?$|^(?:zeit|uhrzeit|amser)$/,
    'time',
  ],
  [
    /^(?:interview )?(?:location|venue|place|setting|ort|lieu|lugar|plaats|lleoliad)(?: of (?:the )?interview)?$/,
    'location',
  ],
  [
    /^(?:interview |recording |audio |total )?(?:duration|length|dauer|durée|duur|hyd)(?: of (?:the )?(?:interview|recording))?$/,
    'duration',
  ],
  [/^(?:pseudonym|alias|pseudonym used)$/, 'pseudonym'],
  [/^(?:year of birth|birth year|yob)$/, 'year_of_birth'],
  [/^(?:date of birth|dob)$/, 'date_of_birth'],
  [/^(?:gender|gender identity)$/, 'gender'],
  [/^sex$/, 'sex'],
  [/^age(?: group| range| band)?$/, 'age'],
  [/^(?:ethnicity|ethnic group|ethnic background)$/, 'ethnicity'],
  [/^(?:occupation|job|job title|profession|employment|employment status|role|position)$/, 'occupation'],
  [/^(?:tenure|housing tenure|tenancy|tenure type)$/, 'tenure'],
  [/^region$/, 'region'],
  [/^(?:area|borough|district|neighbourhood|estate|ward|town|city|country|county)$/, 'area'],
  [
    /^(?:marital status|household|household type|household composition|family|children|nationality|religion|disability|income|education|qualifications?)$/,
    '',
  ],
  [
    /^(?:study|study title|study name|study number|project|project title|project name|title|wave|phase|site|organi[sz]ation|language|version|format|medium|mode|method)$/,
    '',
  ],
  [/^(?:file|file ?name|audio file|audio|recording|recording file|source file|media)(?: name)?$/, ''],
  [
    /^(?:transcribed by|transcriber|transcription by|transcript by|transcription date|date transcribed|transcribed on|checked by|proofread by|anonymised by|interviewed by|interview by|interview conducted by|conducted by|moderated by)$/,
    '',
  ],
  [
    /^(?:attendees|present|members present|also present|in attendance|participants|number of participants|no of participants|group size|interviewers|speakers)$/,
    '',
  ],
  [
    /^(?:interview|interview type|type of interview|interview with|topic|subject|context|background|consent)$/,
    '',
  ],
]

/** The storage key for a name on a front page, or null when the name is no known fact. */
export function factKey(name: string): string | null {
  const plain = name
    .toLowerCase()
    .replace(/[’'.:：]/g, '')
    .replace(/[\s_-]+/g, ' ')
    .trim()
  for (const [pattern, key] of KEYS) if (pattern.test(plain)) return key || plain.replace(/ /g, '_')
  return null
}

/** A key for any other name: lower case, words joined by `_`. */
export function otherKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')
}

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const DAY_MONTH = new RegExp(
  String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(${MONTHS})[a-z]*\.?,?\s+(\d{4})\b`,
  'i',
)
const MONTH_DAY = new RegExp(
  String.raw`\b(${MONTHS})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b`,
  'i',
)
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/
const COMPACT = /(?<!\d)(20\d{2})(\d{2})(\d{2})(?=[_T-]\d|\D|$)/
const SLASHED = /(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{2}|\d{4})(?!\d)/

/** The first date in a text as `yyyy-mm-dd`, or null. Slashed dates are read day first, unless that cannot be. */
export function isoDate(text: string): string | null {
  const iso = ISO.exec(text) ?? COMPACT.exec(text)
  if (iso) return day(iso[1], iso[2], iso[3])
  const spelt = DAY_MONTH.exec(text)
  if (spelt) return day(spelt[3], month(spelt[2]), spelt[1])
  const american = MONTH_DAY.exec(text)
  if (american) return day(american[3], month(american[1]), american[2])
  const slashed = SLASHED.exec(text)
  if (!slashed) return null
  const year = slashed[3]?.length === 2 ? `20${slashed[3]}` : slashed[3]
  return day(year, slashed[2], slashed[1]) ?? day(year, slashed[1], slashed[2])
}

const month = (name = '') => String(MONTHS.split('|').indexOf(name.slice(0, 3).toLowerCase()) + 1)

function day(year = '', month = '', day = ''): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (y < 1900 || y > 2100 || m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate())
    return null
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}
