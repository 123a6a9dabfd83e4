import { readdir, readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { Operation } from '#contract/operation.ts'

const contractFolder = new URL('../contract/', import.meta.url)
const tableFile = new URL('../web/src/kit/operations.generated.ts', import.meta.url)

/**
 * The text of `web/src/kit/operations.generated.ts`: for every operation of the contract its method, path and kind at run time,
 * and its type by name. The browser so knows where to call without carrying the schemas.
 */
export async function operationsTable(): Promise<string> {
  const declared = await declaredOperations()
  const modules = [...new Set(declared.map((one) => one.module))]
  return [
    '// Written by tools/generate-operations.ts from contract/*.ts; run `node tools/generate-operations.ts` after a change there.',
    ...modules.map(
      (module) => `import type { operations as ${alias(module)} } from '#contract/${module}.ts'`,
    ),
    '',
    '/** Every operation of the contract by its id. */',
    'export interface Operations {',
    ...declared.map(({ id, module }) => `  ${id}: (typeof ${alias(module)})['${id}']`),
    '}',
    '',
    "export type Kind = 'json' | 'upload' | 'download'",
    '',
    '/** Where an operation is called: method, path below /api/v1, kind of transfer. */',
    'export const operationTable = {',
    ...declared.map(({ id, method, path, kind }) => `  ${id}: ['${method}', '${path}', '${kind}'],`),
    '} as const satisfies Record<keyof Operations, readonly [string, string, Kind]>',
    '',
  ].join('\n')
}

/** The table as it stands in the tree; empty when it was never written. */
export async function writtenTable(): Promise<string> {
  return readFile(tableFile, 'utf8').catch(() => '')
}

async function declaredOperations() {
  const files = (await readdir(contractFolder)).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  const declared: { id: string; module: string; method: string; path: string; kind: string }[] = []
  for (const file of files.sort()) {
    const exported = (await import(new URL(file, contractFolder).href)) as {
      operations?: Record<string, Operation>
    }
    for (const [id, one] of Object.entries(exported.operations ?? {})) {
      const twin = declared.find((other) => other.id === id)
      if (twin) throw new Error(`Operation ${id} is declared in ${twin.module} and in ${file}`)
      declared.push({
        id,
        module: file.slice(0, -3),
        method: one.method,
        path: one.path,
        kind: one.file ?? 'json',
      })
    }
  }
  return declared
}

function alias(module: string): string {
  return module.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) + 'Operations'
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await writeFile(tableFile, await operationsTable())
}
