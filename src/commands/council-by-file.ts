import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import {
  answerByFile,
  askByFile,
  encodeByFile,
  type Identity,
  type KeptQuestion,
  type News,
  NOBODY_TO_RING,
  NotTaken,
  PURPOSE_WORDS,
  PURPOSES,
  readAsked,
  readQuestion,
  Refused,
  replyByFile,
  sayYesByFile,
  type Step,
  takeIntoFile,
  writtenQuestion,
} from '#domains/between-councils/index.ts'
import { readPeopleFile } from '#domains/matching/index.ts'
import { type Terminal, WrongArguments } from './command.ts'
import {
  type ActOf,
  inSentences,
  none,
  readCardFile,
  readKey,
  type Values,
  wanted,
} from './key-file.ts'

/** The acts of a council that runs no Waymark: a key file, a folder for each question, and a CSV file. */
const NAME = 'question.json'

const councilOf = (values: Values): Promise<Identity> =>
  readKey(wanted(values, 'key', 'where the key of this council is'), 'council')

const othersOf = async (values: Values) => ({
  partner: await readCardFile(wanted(values, 'to', 'the card of the other council'), 'council'),
  matcher: await readCardFile(wanted(values, 'through', 'the card of the matcher'), 'matcher'),
})

const folderOf = (values: Values): string =>
  wanted(values, 'run', 'the folder in which this question is kept')

async function questionIn(folder: string, own: Identity): Promise<KeptQuestion> {
  const kept = readQuestion(await readFile(path.join(folder, NAME), 'utf8').catch(() => ''))
  if (!kept) throw new Refused(`${folder} holds no question`)
  if (kept.own !== own.card.fingerprint)
    throw new Refused(`The question in ${folder} belongs to another key`)
  return kept
}

/** A new question has a folder of its own, so that none is written over. */
async function begin(folder: string, step: Step, terminal: Terminal): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    await writeFile(path.join(folder, NAME), writtenQuestion(step.kept), {
      flag: 'wx',
      mode: 0o600,
    })
  } catch {
    throw new Refused(`${folder} holds a question already, or cannot be written to`)
  }
  await carried(folder, step, terminal)
}

/** What is kept first, whole or not at all; then what is to be carried. */
async function goOn(folder: string, step: Step, terminal: Terminal): Promise<void> {
  const file = path.join(folder, NAME)
  await writeFile(`${file}.new`, writtenQuestion(step.kept), { mode: 0o600 })
  await rename(`${file}.new`, file)
  await carried(folder, step, terminal)
}

async function carried(folder: string, { messages }: Step, terminal: Terminal): Promise<void> {
  for (const message of messages) {
    const name = `${message.kind}-${message.run}-${message.id.slice(0, 8)}.json`
    await writeFile(path.join(folder, name), JSON.stringify(message), { mode: 0o600 })
    terminal.out(path.join(folder, name))
  }
}

/** What a step leads to by itself: whom to ring, and answers whose day has come. */
const withReplies = (own: Identity, step: Step, now: Date): Step => {
  const replied = replyByFile(own, step.kept, now)
  return { kept: replied.kept, messages: [...step.messages, ...replied.messages] }
}

export const ask: ActOf = (files, values, terminal) =>
  inSentences(terminal, async () => {
    none(files)
    const own = await councilOf(values)
    const given = wanted(values, 'purpose', `what it is for, one of ${PURPOSES.join(', ')}`)
    const purpose = PURPOSES.find((one) => one === given)
    if (!purpose) throw new WrongArguments(`--purpose is one of ${PURPOSES.join(', ')}`)
    const step = askByFile(own, await othersOf(values), {
      purpose,
      why: line(wanted(values, 'why', 'why, for the other lead to read'), 2_000, 'why'),
      lead: line(wanted(values, 'lead', 'the name of the lead who asks'), 200, 'lead'),
      now: new Date(),
    })
    await begin(folderOf(values), step, terminal)
    return 0
  })

function line(text: string, most: number, name: string): string {
  if (text.length <= most && !/\p{Cc}/u.test(text)) return text
  throw new WrongArguments(`--${name} is one line of ${most} letters at most`)
}

/** Without --lead or --no only what is asked is said, for a lead to read first. */
export const answer: ActOf = (files, values, terminal) =>
  inSentences(terminal, async () => {
    const [file, ...more] = files
    if (file === undefined || more.length > 0)
      throw new WrongArguments('matching answer takes one file: the question that came')
    const own = await councilOf(values)
    const others = await othersOf(values)
    const asked = readAsked(own, others, await readFile(file, 'utf8').catch(() => ''))
    const { purpose, why, lead: theirs } = asked.proposal
    const no = values['no'] === true
    if (!no && values['lead'] === undefined) {
      terminal.out(`${others.partner.name} asks, by ${theirs}: ${PURPOSE_WORDS[purpose]}.\n${why}`)
      terminal.err('Say yes with --lead NAME and --run FOLDER, or no with --no and --run FOLDER')
      return 0
    }
    const lead = no ? undefined : line(wanted(values, 'lead', 'who says yes'), 200, 'lead')
    const step = answerByFile(own, others, asked, { lead, now: new Date() })
    await begin(folderOf(values), step, terminal)
    return 0
  })

export const encodeFile: ActOf = (files, values, terminal) =>
  inSentences(terminal, async () => {
    const [file, ...more] = files
    if (file === undefined || more.length > 0)
      throw new WrongArguments('matching encode --run takes one CSV file')
    const own = await councilOf(values)
    const folder = folderOf(values)
    const kept = await questionIn(folder, own)
    const bytes = await readFile(file).catch(() => undefined)
    if (!bytes) throw new Refused(`${file} cannot be read`)
    const people = [...readPeopleFile(bytes, file)].map((person) => person.record)
    const step = await encodeByFile(own, kept, people, new Date())
    await goOn(folder, step, terminal)
    const little = step.tooLittle > 0 ? `; of ${step.tooLittle} too little is known` : ''
    terminal.err(`${people.length - step.tooLittle} records encoded${little}`)
    return 0
  })

/** Takes in what came. Of bands it says the ids of our own records, the likeliest first. */
export const revealFile: ActOf = (files, values, terminal) =>
  inSentences(terminal, async () => {
    const own = await councilOf(values)
    const folder = folderOf(values)
    const now = new Date()
    let kept = await questionIn(folder, own)
    let refused = 0
    for (const file of files) {
      const text = await readFile(file, 'utf8').catch(() => '')
      try {
        const taken = takeIntoFile(own, kept, { text, now })
        kept = taken.kept
        for (const said of newsLines(taken.news)) terminal.out(said)
      } catch (error) {
        if (!(error instanceof NotTaken)) throw error
        refused++
      }
    }
    await goOn(folder, withReplies(own, { kept, messages: [] }, now), terminal)
    if (refused > 0)
      terminal.err(
        `${refused} of ${files.length} files were not taken, or came before. Nothing was changed by them.`,
      )
    return refused > 0 ? 1 : 0
  })

const ORDER = ['very_alike', 'alike', 'perhaps']

function newsLines({ kind, pairs }: News): readonly string[] {
  if (kind === 'answer') return ['The other council answered']
  if (kind === 'end') return ['The other council ended this question']
  const sorted = pairs.toSorted((a, b) => ORDER.indexOf(a.band) - ORDER.indexOf(b.band))
  return sorted.map((pair) => `${pair.id}\t${pair.band}\t${saidOf(pair)}`.trimEnd())
}

function saidOf({ ring, nobody, theirYes }: News['pairs'][number]): string {
  if (ring) return `Ring ${ring.name}, ${ring.phone}`
  if (nobody && !theirYes) return NOBODY_TO_RING
  return theirYes ? 'Their lead said yes' : ''
}

/** A lead says yes to records of ours, by their ids. */
export const sayYes: ActOf = (files, values, terminal) =>
  inSentences(terminal, async () => {
    if (files.length === 0) throw new WrongArguments('Say of which records, by their ids')
    const own = await councilOf(values)
    const folder = folderOf(values)
    const name = line(wanted(values, 'ring-name', 'whom they may ring'), 200, 'ring-name')
    const phone = wanted(values, 'ring-phone', 'the number they may ring')
    if (!/^[0-9+ ()]{3,30}$/.test(phone)) throw new WrongArguments('--ring-phone is in figures')
    const now = new Date()
    let step: Step = { kept: await questionIn(folder, own), messages: [] }
    for (const id of files) {
      const said = sayYesByFile(own, step.kept, { id, ring: { name, phone }, now })
      step = { kept: said.kept, messages: [...step.messages, ...said.messages] }
    }
    await goOn(folder, withReplies(own, step, now), terminal)
    return 0
  })
