import { commandUsage, isCommand, usage } from './commands/usage.ts'
import type { CommandName } from './commands/usage.ts'
import { outageOf } from './platform/outage.ts'
import { PlainSentence } from './platform/plain-sentence.ts'

/** What a file of `commands/` exports. It answers when all is done; a PlainSentence ends the command with code 1. */
export interface Command {
  run(args: string[]): Promise<void>
}

/** Each command is loaded only when it is asked for: none pays for the weight of another. */
const commands: Partial<Record<CommandName, () => Promise<Command>>> = {
  start: () => import('./commands/start.ts'),
  init: () => import('./commands/init.ts'),
  migrate: () => import('./commands/migrate.ts'),
  demo: () => import('./commands/demo.ts'),
  'import-roster': () => import('./commands/import-roster.ts'),
  'import-organisations': () => import('./commands/import-organisations.ts'),
  backup: () => import('./commands/backup.ts'),
  drill: () => import('./commands/drill.ts'),
  restore: () => import('./commands/restore.ts'),
  verify: () => import('./commands/verify.ts'),
  'replay-draw': () => import('./commands/replay-draw.ts'),
  'rotate-key': () => import('./commands/rotate-key.ts'),
  user: () => import('./commands/user.ts'),
}

async function main(name: string, args: string[]): Promise<void> {
  if (['--help', '-h', 'help'].includes(name)) return console.log(usage())
  if (!isCommand(name)) throw new PlainSentence(`There is no command "${name}".\n\n${usage()}`)
  if (args.includes('--help') || args.includes('-h')) return console.log(commandUsage(name))
  const load = commands[name]
  if (load === undefined) throw new PlainSentence(`The command "${name}" is not there yet in this version.`)
  const { run } = await load()
  await run(args)
}

try {
  const [name = '--help', ...args] = process.argv.slice(2)
  await main(name, args)
} catch (error) {
  if (error instanceof PlainSentence) console.error(error.message)
  else if (outageOf(error)?.code === 'common.disk_full')
    console.error('The disk is full and nothing was done: make room, and try again. 磁盘已满，什么也没有做。')
  else console.error(error)
  // Connections that are still open must not keep a failed command alive.
  process.exit(1)
}
