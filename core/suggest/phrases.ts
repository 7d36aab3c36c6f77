/**
 * Set phrases of UK residents, rated on the lexicon's scale from −4 (worst) to 4 (best).
 *
 * `|` parts phrases, `/` alternatives, `…` is a gap of up to three words. A phrase rated 0 takes its words
 * out of the count: "complaint" is what the study is about, and "kind of" is not kind.
 */
export const ratedPhrases: readonly (readonly [number, string])[] = [
  [
    -3.2,
    `end of my/our/her/his/their tether | at my/our/her/his wits/wit's end | had it up to here
    | tearing/tear my hair out | banging/hitting/bang my/your/our head against/on a/the brick wall
    | treat/treats/treated/treating … like dirt/rubbish/scum/muck/animals/criminals/idiots
    | treat/treats/treated/treating … like a/an child/idiot/criminal/animal/number/nuisance
    | not fit to live in | not/unfit for human habitation | not fit for human habitation | living hell
    | made/making/makes me/us/him/her/them ill/poorly | worst … ever | absolute disgrace`,
  ],
  [
    -2.6,
    `fob/fobs/fobbed/fobbing … off | palm/palms/palmed/palming … off | from pillar to post
    | pillar to post | left … in limbo | in limbo | left … high and dry | left … in the lurch
    | left/kept … in the dark | left … in tears | let/lets/letting … down | fed up | sick of
    | sick and tired | sick to death | had enough of | just had enough | at breaking point
    | wash/washed/washing their/his/her hands of | couldn't care less | couldn't have cared less
    | don't care | doesn't care | didn't care | nobody/none cares/cared/bothered/listens/listened
    | no one cares/cared/bothered/listens/listened | waste/wasted of time/space/money
    | not fit for purpose | not good enough | not worth the paper
    | looked/look/looking/looks down on/at me/us/you
    | made/making/makes/make me/us/you feel … small/stupid/dirty/worthless/guilty/ashamed
    | talk/talked/talking/spoke/spoken/speaking down to | fell/fallen/falling on deaf ears
    | fell/fallen through the cracks/net | falling to bits/pieces
    | take/took/taken/taking the mick/mickey/piss/biscuit
    | drive/drives/driving/drove/driven me/us/you up the wall
    | drive/drives/driving/drove/driven me/us/you mad/mental/crazy/insane/potty/bonkers
    | done/doing my/our/her/his head in | do/does/did my/our head in | a right mess/state/pain/shambles
    | in a right/terrible/shocking/dreadful/awful state | a joke | having a laugh
    | laugh/laughed/laughing at me/us | cut/cuts/cutting corners | botched/bodged/bodge job
    | pass/passed/passing … the buck | no way to live | no way to treat | cry/cried/crying my eyes out`,
  ],
  [
    -1.9,
    `no joy | no luck | no use | no good | no help | no show | no shows
    | no answer/reply/response/explanation/apology/updates/contact/communication | no end in sight
    | no heating/water/electric/electricity/power/kitchen/toilet | no hot water
    | no heating or hot water | never … turn/turned/turns up | didn't turn up | doesn't turn up
    | don't turn up | not turned up | never … come/came/comes | never … come/came/comes back
    | never … hear/heard back/anything | never … get/got back to
    | never … ring/rang/rings/call/called back | never … rang/called/replied/answered/responded
    | never … bothered/happened/happens/fixed/finished/sorted/repaired
    | not been fixed/finished/sorted/repaired/done | didn't get back to
    | didn't listen/bother/reply/respond/answer/work | don't listen | doesn't listen/work | didn't fix
    | not … working | nothing … happened/happens/done/changes/changed | heard nothing | still waiting
    | still no | still not | still broken/leaking/damp/wet | waiting/waited … months/weeks/years/hours
    | round and round | round in circles | going in circles | back to square one | brick wall
    | chase/chased/chasing … up | have/had/having to chase | keep/kept/always/constantly chasing/ringing
    | cut … off | on hold | left … hanging | missed appointment/appointments
    | wrong part/parts/day/address/department/information | wild goose chase | a nightmare
    | hit and miss | a pain | pain in the neck/backside/arse | could/should have been better
    | could be better | would have been nice/good/helpful/better/useful
    | would be nice/good/helpful/better/useful | should have been done/told/fixed/checked/sorted
    | not being/been listened to | lost … faith/trust/confidence | no faith/trust/confidence
    | for nothing | out of pocket | in/into arrears/debt
    | nobody came/rang/told/knows/knew/answered/answers/turned/called/rings/phoned/showed
    | no one came/rang/told/knows/knew/answered/answers/turned/called/rings/phoned/showed
    | as much use as | chocolate teapot | in one ear and out the other | get/gets/getting/got worse
    | take/takes/took/taken/taking forever/ages | weeks/months/years on end | shoddy | slapdash | dire
    | grotty | manky | gutted | rubbish | shambles | shambolic | knackered | mould | mouldy | infested
    | infestation | skint | jobsworth | jobsworths | palaver | faff | faffing | hassle | fiasco
    | cowboys | condescending | patronising | patronised | dismissive | offhand | off hand | abrupt
    | snotty | stroppy | arsey`,
  ],
  [
    -0.9,
    `not bothered | what is the point | what's the point | no point | give/gave/given/giving up
    | put/putting up with`,
  ],
  [
    0,
    `work/works/working/worked | leave/leaves/leaving | progress | work's | hand/hands | top | fan/fans
    | asset/assets | in care | dead on | safeguarding | credited | tendered
    | supported lodgings/housing/living | hard of hearing | hard hat/hats | not joking | sentence
    | like/likes/love/prefer to know/see/say/think/hear/be/have | credit it
    | complaint/complaints/complain/complains/complained/complaining | benefit/benefits
    | housing benefit | universal credit | credit | emergency | emergencies | alarm/alarms | court
    | fair rent | united | support worker/workers/officer/officers/team/plan/service/services
    | care home/worker/workers/package/plan | housing/hospital/nhs trust | share/shared/shares
    | secure tenancy/tenant | interest rate/rates | gas safe
    | safety check/checks/certificate/inspection | charge/charges | living/spare/dining/bath room
    | kind/kinds of | sort/sorts of | as well | well as | you know | to be honest | to be fair
    | i'm sure | i am sure | not sure | make/made/making sure | matter of
    | good morning/afternoon/evening/night | a good few/while/many | a great deal/many | like i say/said
    | would like | i'd like | promise/promises/promised | i mean | i hope | hope/hoped/hoping | wish
    | god | heart attack/condition/problems | block/blocks | play/playing/plays | top floor
    | water/low/high pressure | waste pipe/bin/bins | fire door/doors/station
    | need/needs/needed/want/wanted/asked/asking for help | need/needs/needed help | please | value for
    | at least | third party | no fault of`,
  ],
  [
    1.6,
    `not bad | not too bad | not bad at all | no complaints | no complaint | can't complain
    | couldn't complain | no problem/problems/bother/trouble/issue/issues/worries/hassle/fuss/drama
    | without … problem/problems/bother/trouble/fuss/issue/issues/hitch/hassle
    | nothing was too much trouble | done and dusted | got/get it sorted/fixed | sorted/fixed it
    | sorted it out | sorted … straight away | straight away | right away | on time
    | keep/keeps/kept/keeping me/us informed/updated/posted | in the loop | right first time
    | like a dream | listened to me/us | really/actually listened | took/take/takes/taken … seriously
    | rang/called/phoned me/us back | got back to me/us | well looked after
    | no more damp/mould/leaks/noise/trouble | polite`,
  ],
  [
    2.4,
    `couldn't … fault | can't … fault | spot on | top notch | top bloke/lad/marks | good as gold
    | go/goes/went/gone/going … the extra mile | above and beyond
    | go/goes/went/going out of his/her/their/your way | bent/bend over backwards | first class
    | second to none | hats off | fair play | weight/load off my/our mind
    | weight off my/our/her/his shoulders/chest | weight lifted | chuffed | cracking job
    | worth … weight in gold | a godsend | a lifesaver | life saver | an angel
    | a star/gem/diamond/treasure/delight | can't ask for more | couldn't ask for more
    | couldn't … thank … enough | can't … thank … enough
    | couldn't have been nicer/kinder/happier/better/more | couldn't be better/happier/nicer/more
    | dead good/nice/helpful/easy/kind/pleased/happy/quick/polite/friendly | mind at rest/ease
    | peace of mind | really cared | made me/us feel … welcome/safe/better/human/valued/heard | spotless
    | immaculate`,
  ],
  [
    3.3,
    `over the moon | on cloud nine | chuffed to bits | could have kissed/hugged | life changing
    | best … ever`,
  ],
]
