import { parseImport } from './import-options.ts'
import { importFile } from './import-file.ts'

/** Judges a member roster and writes its report; with --tenant also brings it in. */
export async function run(args: string[]): Promise<void> {
  await importFile(await parseImport('import-roster', args))
}
