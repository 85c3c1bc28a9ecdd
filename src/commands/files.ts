import { commandLineOf } from '#domains/exchange/index.ts'
import { addFileKey, readKeys } from '#platform/config/keys.ts'
import { record } from '#platform/audit/record.ts'
import { asActor, atTheDoor } from '#platform/db/unit-of-work.ts'
import { sealOrganisationKeysAnew } from '#platform/files/organisation-files.ts'
import { sealKeysAnew } from '#platform/files/store.ts'
import { argumentsOf, type Command, WrongArguments } from './command.ts'
import { openExisting, type Opened } from './database.ts'

export const filesCommand: Command = {
  name: 'files',
  summary: 'Look after the keys of pictures and recordings',
  help: `Usage: ./waymark files new-key

  new-key  Makes a new key for the keys of files and seals them all anew under it. The
           files stay as they are. Stop the server first and start it again afterwards;
           then back up keys.json: the earlier key stays in it.

Exit codes: 0 done; 1 not done, with the reason; 2 wrong arguments.`,
  async run(args, terminal) {
    const { positionals } = argumentsOf(args, { options: {} })
    if (positionals.join(' ') !== 'new-key') throw new WrongArguments('Say what to do: new-key')
    const opened = await openExisting(terminal.settings)
    try {
      const id = addFileKey(terminal.settings.data)
      const sealed = await sealAllAnew(opened, terminal.settings.data)
      terminal.out(`The new key is ${id}. ${sealed} files are sealed under it.`)
      return 0
    } finally {
      await opened.close()
    }
  },
}

/** In the name of each organisation's system account, which reaches its files' keys and never what is in them. */
async function sealAllAnew(opened: Opened, data: string): Promise<number> {
  const keys = readKeys(data).files
  const organisations = await atTheDoor(opened.db, (door) =>
    door.selectFrom('waymark.organisation').select('code').orderBy('code').execute(),
  )
  let sealed = 0
  for (const { code } of organisations) {
    const acts = await atTheDoor(opened.db, (door) => commandLineOf(door, code))
    if (!acts) continue
    sealed += await asActor(opened.db, acts.id, async (tx) => {
      const files = (await sealKeysAnew(tx, keys)) + (await sealOrganisationKeysAnew(tx, keys))
      await record(tx, {
        actorId: acts.id,
        actorRole: 'system',
        organisationId: acts.organisationId,
        sessionId: undefined,
        action: 'files.new-key',
        outcome: 'done',
        childId: undefined,
        shown: [],
        address: undefined,
        requestId: undefined,
        detail: { files },
      })
      return files
    })
  }
  return sealed
}
