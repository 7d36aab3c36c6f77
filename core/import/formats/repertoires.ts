/** Which letters beyond ASCII the languages of an 8-bit encoding use together: they tell encodings apart in short texts. */

const WESTERN = [
  'àâæçéèêëîïôœùûüÿ', // French
  'äöüßéà', // German
  'áéíñóúüª', // Spanish
  'áâãàçéêíóôõúü', // Portuguese
  'àèéìíòóùú', // Italian, Catalan
  'åäöæøéü', // Nordic languages
  'áâäàéêëèíîïìóôöòúûüù', // Welsh, Irish, Dutch
]

const CENTRAL = [
  'áäčďéěíľĺňóôřŕšťúůýž', // Czech, Slovak
  'ąćęłńóśźż', // Polish
  'áéíóöőúüű', // Hungarian
  'ăâîşţ', // Romanian
  'čćđšž', // Croatian, Slovene
]

const LANGUAGES: Record<string, string[]> = {
  'windows-1252': WESTERN,
  'windows-1250': CENTRAL,
  'iso-8859-2': CENTRAL,
  'windows-1254': ['çğıöşüâîû'],
  'windows-1257': ['ąčęėįšųūž', 'āčēģīķļņšūž', 'äõöüšž'],
}

const SCRIPTS: Record<string, RegExp> = {
  'windows-1251': /\p{Script=Cyrillic}/u,
  'koi8-r': /\p{Script=Cyrillic}/u,
  'iso-8859-5': /\p{Script=Cyrillic}/u,
  'windows-1253': /\p{Script=Greek}/u,
  'iso-8859-7': /\p{Script=Greek}/u,
  'windows-1255': /\p{Script=Hebrew}/u,
  'iso-8859-8': /\p{Script=Hebrew}/u,
  'windows-1256': /\p{Script=Arabic}/u,
  'iso-8859-6': /\p{Script=Arabic}/u,
}

/** Share, 0–1, of the letters beyond ASCII that one language of `encoding` uses; 1 for a text without any. */
export function letterFit(text: string, encoding: string): number {
  const letters = text.toLowerCase().match(/(?=[^\0-\u007f])\p{L}/gu) ?? []
  if (letters.length === 0) return 1
  const script = SCRIPTS[encoding]
  const share = (fits: (letter: string) => boolean) => letters.filter(fits).length / letters.length
  if (script) return share((letter) => script.test(letter))
  const languages = LANGUAGES[encoding] ?? []
  return Math.max(0, ...languages.map((language) => share((letter) => language.includes(letter))))
}
