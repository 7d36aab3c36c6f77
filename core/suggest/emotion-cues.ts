/**
 * What residents say when they feel each of the template's sixteen emotions, written as phrasebook.ts has it.
 *
 * "felt" names the speaker's own feeling and is passed over when somebody else has it ("he was livid");
 * "met" tells what they met with ("they fobbed me off"). Sure cues are enough by themselves to lead the
 * list; likely ones give way to them.
 */
export interface Cue {
  /** Null takes a look-alike out of the count: "was kind of" is not kindness. */
  code: string | null
  kind: 'felt' | 'met'
  /** 0 to 1. */
  strength: number
}

const felt = (code: string): Cue => ({ code, kind: 'felt', strength: 0.8 })
const met = (code: string): Cue => ({ code, kind: 'met', strength: 0.7 })
const likely = (code: string): Cue => ({ code, kind: 'met', strength: 0.5 })
const lookAlike: Cue = { code: null, kind: 'met', strength: 0 }

export const emotionCues: readonly (readonly [Cue, string])[] = [
  [
    felt('frustration'),
    `frustrated | frustrating | frustration | frustrations | annoyed | annoying | irritated | exasperated
    | exasperating | fed up | sick of | sick and tired | sick to death | had enough of | just had enough
    | end of my/our tether | at my/our wits/wit's end | tearing/tear my hair out | up to here`,
  ],
  [
    met('frustration'),
    `round and round | round in circles | going in circles | from pillar to post | pillar to post
    | back to square one | fob/fobs/fobbed/fobbing … off
    | banging/hitting/bang my/your head against/on a/the brick wall | brick wall
    | drive/drives/driving/drove me/us/you mad/mental/crazy/up/potty/bonkers
    | do/does/did/doing my/our head in | chase/chased/chasing … up | have/had/having to chase/keep
    | kept/constantly/always/still chasing | kept/keep/keeping ringing/phoning/calling
    | rang and rang/rang | ring/phone and ring/phone | time after time | time and time again
    | again and again | over and over | get/gets/getting/got nowhere | going nowhere
    | every time i ring/rang/phone/phoned/call | repeat/repeating myself/ourselves
    | explain … all over again | no joy | have/had/having to explain/repeat | same thing over
    | passed around | passed … one … another | wild goose chase`,
  ],
  [
    felt('anger'),
    `furious | livid | fuming | raging | seething | enraged | incensed | angry
    | i/i'm/was/am/so/really/very cross | hit the roof | lost my temper/rag | saw red
    | made/makes my blood boil | blood boil/boiling | disgusted | outraged | pissed off | hopping mad
    | made/makes/make me so/really/very mad/angry/cross`,
  ],
  [
    met('anger'),
    `disgusting | disgraceful | absolute disgrace | outrageous | how dare | lied to my face
    | bloody/damn cheek | the cheek/nerve of | take/took/taking the mick/mickey/piss | appalling
    | unforgivable | should be ashamed | ought to be ashamed | shouldn't be allowed`,
  ],
  [
    felt('helplessness'),
    `powerless | helpless | felt/feel/feeling trapped/stuck/hopeless | trapped | at their/his/her mercy
    | nothing i/we could/can do | nothing you can do | nowhere to turn/go | no one/nobody to turn to
    | no control | no say | what can i/we/you do | can't do anything about | couldn't do anything about
    | no way out`,
  ],
  [
    met('helplessness'),
    `nobody/none listens/listened | no one listens/listened | in limbo | left … high and dry
    | left … in the lurch | have/had no choice`,
  ],
  [
    felt('disappointment'),
    `disappointed | disappointing | disappointment | let down | gutted | expected better/more`,
  ],
  [
    met('disappointment'),
    `let/lets/letting me/us/them/him/her/you down | broken promise/promises
    | broke/break/breaking their/his/her promise/promises/word | promised … never | came and went
    | not what i/we was/were promised/told/expecting/expected | not as/what promised
    | all that waiting for nothing | empty promises | promises … never kept | supposed to … never`,
  ],
  [
    felt('confusion'),
    `confused | confusing | confusion | baffled | baffling | bewildered | bewildering | puzzled
    | none the wiser | i/we/i'd/i've/had/have no idea | no idea who/what/why/when/where/which/how
    | don't know/understand who/what/which/where/why | don't … know who/what/which/where
    | didn't know/understand who/what/which/where/why | couldn't understand | didn't know … coming/going
    | don't know … coming/going | lost track`,
  ],
  [
    met('confusion'),
    `clear as mud | make/makes/made no sense | doesn't make sense | didn't make sense
    | contradict/contradicts/contradicted/contradictory | contradicting
    | different answer/story every time | different answers/story/stories | one says … another
    | mixed messages | tell/tells/told me one thing | unclear | wasn't clear | isn't clear
    | head nor/or tail | heads or tails | conflicting/inconsistent information/advice/answers
    | kept/left … in the dark`,
  ],
  [
    felt('disrespect'),
    `embarrassed | ashamed | humiliated | belittled | degraded
    | felt/feel judged/small/dirty/stupid/worthless/ashamed | patronised
    | like i/we was/were a/an idiot/liar/nuisance/nobody/criminal/child | not/never been/being believed`,
  ],
  [
    met('disrespect'),
    `talk/talked/talking/spoke/spoken/speaking down to | look/looks/looked/looking down on/at me/us
    | made/makes/make/making me/us feel … small/dirty/stupid/worthless/ashamed/guilty/fault/bad
    | degrading | humiliating
    | treat/treated/treats/treating … like dirt/rubbish/scum/idiots/children/animals/criminals
    | treat/treated/treats/treating … like a/an child/idiot/criminal/animal/number/liar/nuisance
    | patronising | condescending | spoke/talked to me/us like | didn't believe me/us
    | doesn't believe me/us | don't believe me/us | judging me/us | blame/blamed/blaming me/us
    | second class citizen/citizens | same brush | laugh/laughed/laughing at me/us`,
  ],
  [
    felt('distrust'),
    `don't believe a/any/anything | didn't believe a/any/anything | don't/do not … trust them/him/her/it
    | don't trust | can't trust | wouldn't trust | couldn't trust | don't … believe … word | didn't … believe … word
    | no trust/faith/confidence | lost … trust/faith/confidence | cynical | sceptical | suspicious
    | believe it when i see it | pinch of salt`,
  ],
  [
    met('distrust'),
    `cover/covering/covered their/his/her own back/backs | covering themselves | covering up | cover up
    | liars | pack of lies | they/he/she lie/lies/lied | lying to me/us | lied to me/us
    | say/said/says anything to get | lip service | tick box exercise | box ticking | all talk
    | just to shut me/us up | just to get rid of me/us | fob you off with anything`,
  ],
  [
    felt('resignation'),
    `given up | gave up | give up | stopped ringing/reporting/complaining/asking/bothering
    | stop ringing/reporting/complaining/asking/bothering | don't bother | can't be bothered
    | past caring | resigned to | learnt/learned to live with | just live with it | just put up with
    | put/putting up with it | used to it by now | used to it now | it is what it is | just how it is
    | that's how it is | same old | don't expect anything`,
  ],
  [likely('resignation'), `what's the point | what is the point | no point in/ringing/complaining`],
  [
    met('resignation'),
    `nothing … ever/will/gonna change/changes/changed | nothing changes | never changes
    | never gonna change`,
  ],
  [
    felt('anxiety'),
    `scared | frightened | frightening | terrified | terrifying | worried | worrying | worry | anxious
    | anxiety | afraid | dread | dreading | dreaded | on edge | stressed | stressful | panic | panicked
    | panicking | nervous | fearful | worried sick | didn't feel safe | don't feel safe
    | never felt safe | unsafe | lie/lay/lying awake | couldn't sleep | can't sleep | sleepless
    | up at night | walking on eggshells | mark/marked your/my/our card
    | lose/losing my/our home/house/flat`,
  ],
  [
    felt('distress'),
    `cry | cried | crying | in tears | tears | in bits | broke down | breaking point | depressed
    | depressing | heartbroken | heartbreaking | devastated | devastating | exhausted | exhausting
    | worn down/out | wore me/us down/out | ground me/us down | upset | upsetting | miserable
    | couldn't cope | can't cope | drained | get/gets/got/getting me/us down | sobbing | sobbed
    | suicidal | overwhelmed | at my lowest | broke my heart | made/makes me ill`,
  ],
  [
    felt('surprise'),
    `surprised | surprising | to my surprise | couldn't believe it/my | shocked | gobsmacked
    | flabbergasted | stunned | amazed | astonished | speechless | taken aback | wasn't expecting
    | never expected | didn't expect | out of the blue | nearly fell over/off`,
  ],
  [
    felt('neutral'),
    `nothing out of the ordinary | nothing special | neither here nor there | no feelings either way
    | no strong feelings | didn't mind either way | not bothered either way | just routine
    | matter of fact`,
  ],
  [
    felt('relief'),
    `relief | relieved | weight/load off my/our mind/shoulders/chest | weight … lifted | breathe again
    | could relax | sleep at night again | at long last`,
  ],
  [likely('relief'), `thank god/goodness/heavens | finally … fixed/sorted/done/repaired/resolved | at last`],
  [
    felt('gratitude'),
    `grateful | thankful | appreciate | appreciated | thank her/him/them enough | can't thank
    | couldn't thank | thanks to him/her/them | felt valued/heard/cared`,
  ],
  [
    met('gratitude'),
    `extra mile | above and beyond | out of his/her/their way | really/genuinely/truly cared/cares
    | listened to me/us | really/actually/properly listened
    | so/very/really/ever/always/was/were/is kind | so/very/really/ever caring/thoughtful/lovely
    | couldn't do enough | a godsend | an angel | bless him/her/them | looked after me/us
    | nothing was too much trouble | made me/us feel … valued/cared/heard/welcome`,
  ],
  [
    lookAlike,
    `so/very/really/was/were/is/always kind of | don't worry | no worries | not to worry
    | let down the/a/my | upset the/a/my stomach | cry off | thanks to him/her/them for nothing
    | far/long way out of his/her/their way`,
  ],
  [
    felt('reassurance'),
    `knew where i/we stood | know where i/we stand
    | knew who/what/where to ring/call/do/contact/go/expect | hopeful | reassured
    | felt/feel/am/i'm/was/more confident | mind at rest/ease | peace of mind
    | trusted/trust them/him/her | felt/feel safe | felt/feel … safe now`,
  ],
  [
    met('reassurance'),
    `reassuring | keeps/kept me/us informed/updated/posted | in the loop | in good/safe hands
    | good as her/his/their word | did what/everything he/she/they said | do what they say
    | kept his/her/their word/promise | light at the end | talked me through | explained everything
    | always answered`,
  ],
  [
    felt('satisfaction'),
    `happy with | happy about | pleased | satisfied | delighted | over the moon | chuffed | made up with
    | no complaints/complaint | can't complain | couldn't complain | couldn't … fault | can't … fault
    | couldn't be happier | couldn't have been better`,
  ],
  [
    met('satisfaction'),
    `spot on | cracking/brilliant/great/excellent/fantastic/lovely/good/fabulous job | top notch
    | first class | second to none | went/worked smoothly/well/perfectly | went/worked really/very well
    | right first time | as it should be | like a dream
    | great/excellent/brilliant/fantastic/good service`,
  ],
]
