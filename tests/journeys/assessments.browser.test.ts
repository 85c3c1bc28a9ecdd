import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  assertAccessible,
  assertNoSidewaysScroll,
  launchBrowser,
  PHONE,
  type Opened,
  type TestBrowser,
} from '#tests/support/browser.ts'
import { ann, meg, type TestPerson } from '#tests/support/people.ts'
import { publishFramework } from '#tests/support/said.ts'
import { world, type World } from '#tests/support/world.ts'

describe('an assessment, from its first line to its review, on a phone without JavaScript', () => {
  let w: World
  let browser: TestBrowser
  let origin: string
  let writer: Opened

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-05-11T10:00:00Z'))
    await publishFramework(w)
    origin = await w.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await launchBrowser()
    writer = await look(ann, '/assessments')
  })
  after(async () => browser.close())

  const look = (person: TestPerson, address: string) =>
    browser.open(origin + address, {
      width: PHONE,
      javaScript: false,
      cookie: w.as(person)['cookie'] ?? '',
    })

  const press = (name: string) => writer.page.getByRole('button', { name, exact: true }).click()
  const open = (name: string) =>
    writer.page.getByRole('link', { name, exact: true }).first().click()
  const fill = async (fields: Readonly<Record<string, string>>) => {
    for (const [label, text] of Object.entries(fields)) {
      await writer.page.getByLabel(label, { exact: true }).fill(text)
    }
  }
  const days = async (legend: string, [day, month, year]: readonly [string, string, string]) => {
    const group = writer.page.getByRole('group', { name: legend })
    await group.getByLabel('Day').fill(day)
    await group.getByLabel('Month').fill(month)
    await group.getByLabel('Year').fill(year)
  }
  const choose = (name: string | RegExp) =>
    writer.page.getByRole('radio', { name, exact: typeof name === 'string' }).check()
  const saved = async (heading: string) => {
    await writer.page.getByRole('heading', { level: 1, name: heading }).waitFor()
  }

  it('is begun, and says itself what is still missing', async () => {
    await press('Begin an assessment')
    await choose('England')
    await fill({
      'What is this assessment called?': 'Later last buses',
      'What is proposed?': 'The last bus goes at eleven.',
      'Your post or team, as it is printed': 'Transport policy',
    })
    await days('On which day did drafting begin?', ['4', '5', '2026'])
    await press('Begin')
    await saved('Later last buses')
    await writer.page.getByText('Make the monitoring plan').waitFor()
    await assertNoSidewaysScroll(writer.page)
  })

  it('is written, section by section', async () => {
    const { page } = writer
    await open('What is proposed')
    await fill({
      'Who is affected, in a few sentences? (optional for now)': 'Whoever goes home late.',
    })
    await press('Save')
    await saved('Later last buses')
    await open('Who is touched')
    await press('Add a group')
    await fill({
      'Which group?': 'Young people at evening college',
      'What does it touch in their lives?': 'The way home.',
    })
    await choose('Directly')
    await press('Save')
    for (const [name, text] of [
      ['Later buses', 'Until eleven.'],
      ['As now', 'Until nine.'],
    ] as const) {
      await page.goto(`${at(page.url())}/options/add`)
      await fill({ 'What is this option called?': name, 'What would be done?': text })
      if (name === 'As now') await page.getByLabel('This option leaves things as they are').check()
      await press('Save')
    }
    await page.goto(`${at(page.url())}/evidence/add`)
    await choose('Research')
    await fill({
      'Where is it from?': 'An invented count',
      'What does it tell about children’s rights?': 'Many walk.',
    })
    await choose(/^Some:/)
    await press('Save')
    for (const option of ['Later buses', 'As now']) {
      await page.goto(`${at(page.url())}/impacts/add`)
      await choose(option)
      await choose('Young people at evening college')
      await page.getByLabel('Which article of the Convention?').selectOption('28')
      await page.getByLabel('On which outcome would it be felt?').selectOption({ index: 1 })
      await choose(option === 'As now' ? 'Cannot tell' : 'Helps')
      await fill({ 'In what way?': 'The way home is shorter.' })
      await choose('No evidence yet')
      await press('Save')
    }
    await page.goto(`${at(page.url())}/involvement/add`)
    await fill({
      'Who was asked?': 'An evening class',
      'How many?': '11',
      'How were they asked, and how were they kept safe?': 'In their break.',
      'What did they say?': 'Nine is too early.',
      'What changed because of it?': 'Eleven, not ten.',
      'What did not change, and why?': 'Sundays, for want of drivers.',
    })
    await days('From', ['5', '5', '2026'])
    await days('Until', ['6', '5', '2026'])
    await press('Save')
    await page.goto(`${at(page.url())}/write/decision`)
    await fill({
      'How were the best interests of children weighed, and against what?': 'First, against cost.',
      'What was decided, and why?': 'Until eleven.',
    })
    await choose('Later buses')
    await press('Save')
    await page.goto(`${at(page.url())}/write/plan`)
    await days('On which day does it take effect?', ['1', '6', '2026'])
    await days('On which day is it reviewed?', ['1', '6', '2027'])
    await press('Save')
    await page.goto(`${at(page.url())}/measures/add`)
    await choose(/^An outcome/)
    await page.getByLabel('Which outcome, if it is one?').selectOption({ index: 1 })
    await fill({
      'Who watches it?': 'Transport policy',
      'What would make you act, and what would you do?': 'Fewer say mostly.',
    })
    await days('From which day?', ['1', '9', '2026'])
    await press('Save')
    await page.goto(`${at(page.url())}/write/twin`)
    for (const label of [
      'What is this?',
      'What could change for you?',
      'What did children and young people say?',
      'What did we decide, and why?',
      'What happens next?',
    ]) {
      await fill({ [label]: 'The bus goes later. You asked for it.' })
    }
    await press('Save')
    await page.goto(`${at(page.url())}/write/sections`)
    await fill({ 'Who could be left out': 'Whoever lives off the line.' })
    await press('Save')
    await page.getByText('Everything is there.').waitFor()
    await press('Ask for it to be signed off')
    await page.getByText('it waits to be signed off').waitFor()
    await assertNoSidewaysScroll(page)
    assert.deepEqual(writer.offences, [])
  })

  it('is read by another, signed off, and is there for anybody', async () => {
    const manager = await look(meg, new URL(at(writer.page.url())).pathname)
    await manager.page
      .getByRole('link', { name: 'Read it and sign it off, or hand it back' })
      .click()
    await assertNoSidewaysScroll(manager.page)
    await manager.page.getByLabel('Your post, as it is printed').fill('Head of transport')
    await manager.page.getByRole('button', { name: 'Sign off and publish' }).click()
    await manager.page.getByRole('link', { name: 'Version 1' }).waitFor()
    await manager.close()
    const anybody = await browser.open(`${origin}/help`, { width: PHONE })
    await anybody.page
      .getByRole('main')
      .getByRole('link', { name: 'Published rights assessments' })
      .click()
    await anybody.page.getByRole('link', { name: 'Later last buses', exact: true }).click()
    await anybody.page.getByText('Head of transport').first().waitFor()
    await assertAccessible(anybody.page)
    await assertNoSidewaysScroll(anybody.page)
    await anybody.page
      .getByRole('link', { name: 'A short text for children and young people' })
      .click()
    await anybody.page.getByText('The bus goes later. You asked for it.').first().waitFor()
    await assertAccessible(anybody.page)
    await anybody.close()
  })

  it('is reviewed when its day comes, and the review is published too', async () => {
    w.setClock(new Date('2027-06-01T10:00:00Z'))
    const { page } = writer
    await page.goto(`${origin}/assessments`)
    await page.getByText('You owe this review, due on 1 June 2027').waitFor()
    await open('Later last buses')
    await saved('Later last buses')
    await choose('Happened')
    await fill({
      'What shows that?': 'The class is full.',
      'How were children and young people asked, and what did they say?': 'In their break again.',
      'What happened that nobody expected?': 'Drivers like it.',
      'What will be done about it?': 'Sundays next.',
    })
    await days('On which day is the next review?', ['1', '6', '2029'])
    await press('Save the review')
    await page.getByText('A manager who did not write in it completes it.').waitFor()
    const manager = await look(meg, '/assessments')
    await manager.page.getByRole('link', { name: 'Later last buses' }).first().click()
    await manager.page.getByLabel('Your post, as it is printed').fill('Head of transport')
    await manager.page.getByRole('button', { name: 'Complete and publish the review' }).click()
    await manager.page.getByRole('link', { name: 'Review of 1 June 2027' }).click()
    await manager.page.getByRole('link', { name: 'Read it as it is published' }).click()
    await manager.page.getByText('The class is full.').waitFor()
    await manager.page.getByText('The next review is on 1 June 2029').waitFor()
    assert.deepEqual(manager.offences, [])
    await manager.close()
  })

  /** The address of the assessment that a page belongs to. */
  const at = (url: string): string => /^.*\/assessments\/[0-9a-f-]{36}/.exec(url)?.[0] ?? url
})
