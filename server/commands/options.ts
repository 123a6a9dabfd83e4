import { parseArgs } from 'node:util'
import { PlainSentence } from '../platform/plain-sentence.ts'
import { commandUsage, type CommandName } from './usage.ts'

/** What stood behind a command: `--name value` pairs, `--flags`, and the words without a name. */
export interface Options {
  words: string[]
  values: Record<string, string | undefined>
}

/**
 * Reads the options a command knows, all of them with a value.
 * @throws PlainSentence with the usage when there is another one.
 */
export function readOptions(command: CommandName, args: string[], names: readonly string[]): Options {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    })
    return { words: positionals, values: values as Record<string, string | undefined> }
  } catch (error) {
    throw new PlainSentence(`${(error as Error).message}\n\n${commandUsage(command)}`)
  }
}

/** The value of an option that must be there. */
export function needed(options: Options, name: string): string {
  const value = options.values[name]?.trim()
  if (value === undefined || value === '') throw new PlainSentence(`--${name} is missing.`)
  return value
}

/** The one word a command needs, such as the name of a file. */
export function onlyWord(command: CommandName, options: Options): string {
  const [word, ...more] = options.words
  if (word === undefined || more.length > 0) throw new PlainSentence(commandUsage(command))
  return word
}
