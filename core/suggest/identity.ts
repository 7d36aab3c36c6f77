/**
 * Words that say who somebody is. They carry no weight in any suggestion: "a blind tenant" and "a tenant"
 * must score the same. The groups follow the protected characteristics of the Equality Act 2010.
 */
const groups = [
  // age
  'old older elder elders elderly aged young younger youth teenage teenager teenagers pensioner pensioners oap retired',
  // disability
  'disabled disability disabilities disabling blind blindness deaf deafness mute dumb impaired impairment impairments',
  'handicapped handicap crippled cripple paralysed amputee wheelchair frail autistic autism dyslexic dyslexia adhd',
  'epileptic epilepsy diabetic diabetes dementia bipolar schizophrenic schizophrenia neurodivergent vulnerable',
  // sex, gender reassignment, sexual orientation
  'woman women female females girl girls lady ladies man men male males boy boys trans transgender transsexual',
  'gay lesbian bisexual queer straight homosexual heterosexual lgbt lgbtq',
  // marriage and civil partnership, pregnancy and maternity
  'single married divorced divorcee widow widowed widower pregnant pregnancy maternity',
  // race
  'black white brown asian asians african africans caribbean arab arabs indian pakistani bangladeshi chinese',
  'roma gypsy gypsies traveller travellers irish scottish welsh english british polish romanian somali nigerian',
  'jamaican foreign foreigner foreigners immigrant immigrants migrant migrants refugee refugees asylum ethnic',
  'ethnicity minority minorities',
  // religion or belief
  'muslim muslims islam islamic christian christians jew jews jewish hindu hindus sikh sikhs buddhist buddhists',
  'catholic catholics protestant protestants atheist religious religion',
]

const identityWords: ReadonlySet<string> = new Set(groups.flatMap((line) => line.split(' ')))

/** Whether a lower-case word names a protected characteristic, with or without a possessive 's. */
export function isIdentityWord(word: string): boolean {
  return identityWords.has(word) || (word.endsWith("'s") && identityWords.has(word.slice(0, -2)))
}
