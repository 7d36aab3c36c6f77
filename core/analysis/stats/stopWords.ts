/** Words that say little on their own in spoken UK English: grammar, and the noises of talking. */

const GRAMMAR = `
  a an the this that these those
  i me my mine myself we us our ours ourselves you your yours yourself yourselves
  he him his himself she her hers herself it its itself they them their theirs themselves
  who whom whose which what when where why how
  someone somebody something anyone anybody anything everyone everybody everything
  am is are was were be been being have has had having do does did doing done
  will would shall should can could may might must ought
  get gets getting got go goes going gone went come comes coming came
  say says said saying tell tells told put puts take takes took taken make makes made
  and but or nor so yet if then than because as until while although though unless whether since
  of at by for with about against between into through during before after above below to from up down in out
  on off over under around towards upon onto within without along across behind beyond near per via
  again further once here there now just only also too very quite rather even still already ever
  not no yes all any both each few more most many much other another some such same own every either neither
  one two first last next back away sometimes
`

const CONTRACTED = `
  i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll
  we're we've we'd we'll they're they've they'd they'll that's that'd that'll there's there'd there'll here's
  what's who's where's how's when's let's
  isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't won't wouldn't shan't shouldn't
  can't cannot couldn't mightn't mustn't needn't ain't
  would've could've should've might've must've
`

const SPOKEN = `
  um umm uh uhm er erm ah oh hm hmm mm mmm mhm aha eh ooh
  yeah yep yup aye nah ok okay right well like know mean think sort kind bit lot lots stuff thing things
  actually basically really literally obviously probably maybe anyway though whatever
  cos coz gonna gotta wanna dunno kinda sorta innit
`

/**
 * Lower case, with straight apostrophes: the form in which words are counted. "Never", "nobody", "nothing" and "always" are kept
 * on purpose: in talk about a service they are often the point.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `${GRAMMAR} ${CONTRACTED} ${SPOKEN}`.split(/\s+/).filter(Boolean),
)
