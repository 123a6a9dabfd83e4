import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))

/** Builds all pages of the web into `build/web`, from nothing. `node web/build.ts` does the same. */
export async function buildWeb(): Promise<void> {
  await rm(fileURLToPath(new URL('../build/web', import.meta.url)), { recursive: true, force: true })
  await build({ configFile, mode: 'light', logLevel: 'warn' })
  await build({ configFile, mode: 'console', logLevel: 'warn' })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWeb()
