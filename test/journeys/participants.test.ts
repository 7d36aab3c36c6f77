/** Who took part: consent, withdrawal and careful attributes, with the keyboard alone. */
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { closeBrowser, openApp, type App } from '../support/app.ts'
import { handsOn } from '../support/hands.ts'

let app: App
beforeEach(async () => {
  app = await openApp({ project: inject('sample') })
})
afterEach(async () => {
  expect(app.problems).toEqual([])
  await app.close()
})
afterAll(closeBrowser)

const { press, type, goTo, until } = handsOn(() => app)
const person = async (name: string) => {
  const { participants } = await app.ask('participants.list', {})
  const found = participants.find((one) => one.name === name)
  if (found === undefined) throw new Error(`no participant ${name}`)
  return found
}
const onCard = async (name: string) => {
  await goTo(`#/participants/${(await person(name)).id}`, '.people-card')
}
const frustrated = async () => (await app.ask('analysis.heatmap', {})).rows[0]?.total.P ?? 0

describe('a participant', () => {
  it('is not quoted once they said no, and is asked again by undo', async () => {
    await onCard('P07')
    await app.page.getByRole('radio', { name: 'Yes' }).focus()
    await press('ArrowDown')
    await until(async () => (await person('P07')).consentQuotes === false)
    await press('Control+z')
    await until(async () => (await person('P07')).consentQuotes === true)
  })

  it('withdraws from every figure, and is brought back from the card', async () => {
    const before = await frustrated()
    await onCard('P07')
    await app.page.getByRole('button', { name: 'Withdraw from the study' }).press('Enter')
    await app.page.getByText('Withdrawn: in no figure, summary or export.').waitFor()
    expect(await frustrated()).toBe(before - 1)
    await app.page.getByRole('button', { name: 'Restore' }).press('Enter')
    await app.page.getByRole('button', { name: 'Withdraw from the study' }).waitFor()
    expect(await frustrated()).toBe(before)
  })

  it('is followed from the card along their journey', async () => {
    await onCard('P07')
    await app.page.getByRole('link', { name: 'Their journey, step by step' }).press('Enter')
    await app.page.getByRole('combobox', { name: 'Person' }).or(app.page.getByText('P07')).first().waitFor()
    expect(app.page.url()).toContain(`#/map/journey/${(await person('P07')).id}`)
  })

  it('has memos that read as they were meant', async () => {
    await onCard('P07')
    await app.page.getByRole('button', { name: 'Write a memo' }).press('Enter')
    await app.page.getByRole('textbox', { name: /^Memo on P07/ }).waitFor()
    await type('Told it **twice**')
    await press('Control+Enter')
    await until(async () => (await app.page.locator('.people-card strong').allInnerTexts()).includes('twice'))
    const { memos } = await app.ask('memos.list', { kind: 'participant' })
    expect(memos.map(({ about }) => about)).toContain('P07')
  })

  it('cannot take the name of another, and is told so while typing', async () => {
    await onCard('P07')
    const name = app.page.getByRole('textbox', { name: 'Pseudonym or number' })
    await name.focus()
    await press('Control+a')
    await type('P01')
    await app.page.getByText('There is a P01 already.').waitFor()
    await press('Tab')
    expect((await person('P07')).words).toBeGreaterThan(0)
  })

  it('who is another too becomes that one after what will happen was said', async () => {
    const { participants } = await app.ask('participants.list', {})
    const [one, other] = [await person('P10'), await person('P11')]
    await onCard('P10')
    // The field is far down the card: the scroll that brings it into sight must not close the list it opens.
    await app.page.getByRole('combobox', { name: 'Same person as' }).focus()
    const options = app.page.getByRole('option')
    await options.first().waitFor()
    await app.page.evaluate(() => new Promise((done) => setTimeout(done, 200)))
    expect(await options.count()).toBe(participants.length - 1)
    await type('P11')
    await press('ArrowDown', 'Enter')
    await app.page.getByText(/Transcripts, attributes, notes and memos of P10 go to P11/).waitFor()
    expect((await person('P11')).documents).toHaveLength(1)
    await app.page.getByRole('button', { name: 'Merge into P11' }).press('Enter')
    await until(async () => (await person('P11')).words === one.words + other.words)
    await press('Control+z')
    await until(async () => (await person('P10')).words === one.words)
  })
})

describe('attributes', () => {
  it('stated exactly are offered as bands, for one and for all', async () => {
    for (const [name, age_band] of [
      ['P01', '71'],
      ['P02', '33'],
    ] as const) {
      const participant = (await person(name)).id
      await app.ask('participants.change', { participant, attributes: { age_band } })
    }
    await onCard('P01')
    await app.page.getByText('2 people have an exact number').waitFor()
    await app.page.getByRole('button', { name: 'Say 65-74 instead of 71' }).press('Enter')
    await until(async () => (await person('P01')).attributes['age_band'] === '65-74')
    await app.page.getByRole('button', { name: 'Use the bands' }).press('Enter')
    await until(async () => (await person('P02')).attributes['age_band'] === '25-34')
  })

  it('of a special category are left out of an export from then on', async () => {
    await goTo('#/participants', '.people-list')
    await app.page.getByRole('button', { name: 'Attributes' }).press('Enter')
    const tenure = app.page.getByRole('radiogroup', { name: 'How Tenure is handled' })
    await tenure.getByRole('radio', { name: /^Special category/ }).press('Space')
    await until(async () => {
      const { attributes } = await app.ask('participants.attributes', {})
      return attributes.find(({ id }) => id === 'tenure')?.sensitivity === 'C'
    })
    const { files } = await app.ask('exporting.make', { format: 'participants' })
    expect(new TextDecoder().decode(files[0]?.bytes).split('\n')[0]).not.toContain('tenure')
  })
})
