/** The words by which transcripts name roles, in the languages researchers have sent; data, not rules. */

const words = (list: string) => new Set(list.trim().split(/\s*,\s*|\s*\n\s*/))

/** Whoever asks. */
export const INTERVIEWER_WORDS = words(`
  interviewer, interviewers, int, intv, intvr, iv, ivr, moderator, moderators, mod, facilitator, fac, researcher, res’er,
  questioner, question, q, host, interrogator, fieldworker, assessor, chair, counsel, investigator, examiner
  interviewerin, moderatorin, forscher, forscherin, frage, fragesteller
  intervieweur, intervieweuse, enquêteur, enquêtrice, chercheur, chercheuse, animateur, animatrice, modérateur
  entrevistador, entrevistadora, moderador, moderadora, investigador, investigadora, pregunta, pergunta
  intervistatore, intervistatrice, moderatore, domanda, onderzoeker, onderzoekster, vraag
  intervjuare, intervjuer, intervjueren, haastattelija, kysyjä, tazatel, tazatelka, badacz, badaczka, moderatorka
  prowadzący, prowadząca, cyfwelydd, holwr, ymchwilydd, hwylusydd, görüşmeci, araştırmacı, kérdező, kutató
  интервьюер, исследователь, модератор, вопрос, інтервʼюер, дослідник, συνεντευξιαστής, ερευνητής
  المقابل, المقابلة, المُقابِلة, المُقابِل, الباحث, الباحثة, المحاور, المحاورة, סוקר, מראיין, מראיינת
  访谈者, 訪談者, 采访者, 採訪者, 访问者, 訪問者, 访员, 訪員, 主持人, 研究者, 问, 問, インタビュアー, 質問者, 聞き手, 면접자, 연구자, 진행자
`)

/** Whoever answers. */
export const PARTICIPANT_WORDS = words(`
  interviewee, interviewees, participant, participants, respondent, respondents, resp, res, part, ppt, pt, ie, ive,
  informant, tenant, resident, residents, narrator, subject, patient, client, customer, guest, answer, a, witness
  leaseholder, householder, homeowner, landlord, user, student, teacher, parent, carer, mother, father, expert
  befragte, befragter, befragten, interviewte, interviewter, interviewpartner, interviewpartnerin, teilnehmer
  teilnehmerin, proband, probandin, antwort, enquêté, enquêtée, interviewé, interviewée, répondant, répondante
  participante, entrevistado, entrevistada, respuesta, resposta, informante, intervistato, intervistata, risposta
  partecipante, geïnterviewde, respondente, deelnemer, deelneemster, antwoord, intervjuperson, informanten
  deltagare, deltaker, haastateltava, osallistuja, vastaaja, dotazovaný, respondentka, rozmówca, rozmówczyni, uczestnik
  uczestniczka, badany, badana, cyfranogwr, ymatebydd, atebydd, tenant, preswylydd, katılımcı, görüşülen, válaszadó
  респондент, респондентка, информант, участник, участница, ответ, респонденту, συμμετέχων, ερωτώμενος
  المشارك, المشاركة, المجيب, المبحوث, المبحوثة, الضيف, משתתף, משתתפת, מרואיין, מרואיינת
  受访者, 受訪者, 被访者, 被訪者, 被访谈者, 参与者, 參與者, 答, 回答者, 協力者, 参加者, 피면접자, 참여자, 응답자
`)

/** People and voices that are neither, or of whom it is not known. */
export const OTHER_WORDS = words(`
  speaker, sprecher, sprecherin, locuteur, voice, male, female, man, woman, boy, girl, child, baby, unknown
  unidentified, all, both, everyone, everybody, group, several, multiple, audience, stranger, friend, neighbour
  neighbor, partner, husband, wife, son, daughter, sister, brother, mum, mam, dad, grandmother, grandfather
  interpreter, translator, observer, note-taker, notetaker, scribe, transcriber, registrar, clerk, chairperson
  chairman, chairwoman, president, judge, commissioner, court, advocate, mr, mrs, ms, miss, dr, prof, professor, sir
  adv, councillor, cllr, caller, operator, receptionist, nurse, doctor, officer, staff, colleague, assistant, second
  co-interviewer, co-moderator, alle, beide, tous, todos, tutti, allen, wszyscy, pawb, gast, gruppe, f, m, fv, mv
`)

/** Openings of a line that name no person, however often they come back. */
export const NEVER_WORDS = words(`
  http, https, ftp, mailto, www, note, notes, nb, n.b, ps, p.s, date, time, location, place, venue, duration, length
  focus group, focus group discussion, group discussion, panel discussion, workshop, meeting title
  interview id, interview number, interview no, interview, interview date, interview with, date of interview, id
  key, legend, section, chapter, page, title, topic, theme, heading, summary, keywords, summary keywords
  speakers, attendees, apologies, transcript, transcription, transcribed by, transcriber’s note, recording, audio, audio file
  file, file name, filename, source, url, link, email, e-mail, tel, phone, mobile, address, from, to, bcc, re, fw
  total, table, figure, appendix, step, example, for example, e.g, i.e, eg, ie., he said, she said, i said, they said
  he says, she says, i say, says, said, and i said, and he said, and she said, i was like, i thought, so i said, ok, tv, okay
  yes, no, anyway, also, however, datum, ort, dauer, zeit, notiz, anmerkung, beispiel, seite, teil, lieu, durée
  fecha, lugar, duración, nota, ejemplo, plaats, tijd, duur, opmerking, gender, sex, age, ethnicity, occupation
  tenure, region, area, pseudonym, year of birth, date of birth, project, study, study title, version, language
  laughs, laughing, laughter, laugh, pause, pauses, long pause, silence, sighs, inaudible, unclear, indistinct, crosstalk
  redacted, name, empty, applause, music, noise, phone rings, interruption, overtalking, interposing, coughs, crying
  mhm, mm, mmm, hmm, uh-huh, right, sure, exactly, absolutely, definitely, great, good, true, really, wow, oh, ah, er
  erm, um, hi, hello, thanks, thank you, bye, cool, lovely, perfect, correct, of course, i see, i know
  monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, july
  september, october, november, december, morning, afternoon, evening
  kitchen, bathroom, bedroom, hallway, living room, garden, heating, water, type, default, description, status
  problem, problems, issue, issues, action, actions, cause, causes, solution, outcome, outcomes, observation
  observations, reflection, reflections, comment, comments, result, results, aim, aims, method, methods, conclusion
  quote, quotes, memo, definition, category, pros, cons, strengths, weaknesses, advantages, disadvantages
  start time, end time, start, end, started, ended, background, context, consent, warning, option, question no, box
`)

/** Openings that name a person only where they come back. */
export const DOUBTFUL_WORDS = words('subject, part, hall, april, may, june, august')

/** Two or three capitals that are nobody's initials; any others may be, `AH` and `CC` among them. */
export const ABBREVIATIONS = words(
  'tv, ok, id, ps, nb, re, fw, bcc, tel, no, yes, www, ftp, url, end, key, sex, age',
)

/** Last words of a clause that introduces what is quoted or listed: "and he told me:". */
export const CLAUSE_END =
  /(?:^|\s)(?:said|says|say|asked|asks|told|tell|thought|think|like|is|was|are|were|be|that|this|these|those|following|example|it|here|there|and|or|of|to|for|with|as|because)$|\s(?:me|him|her|them|us)$/i
