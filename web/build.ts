import { rename, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))

/** Where the server looks for the pages. */
const builtPages = fileURLToPath(new URL('../build/web', import.meta.url))

/** Builds all pages of the web into a folder, from nothing. `node web/build.ts` builds them for the server. */
export async function buildWeb(folder: string = builtPages): Promise<void> {
  // Made beside its place and moved there: a server that runs never serves half of a build.
  const outDir = `${folder}.${process.pid}`
  await rm(outDir, { recursive: true, force: true })
  for (const mode of ['light', 'console']) {
    await build({ configFile, mode, logLevel: 'warn', build: { outDir, emptyOutDir: false } })
  }
  await rm(folder, { recursive: true, force: true })
  await rename(outDir, folder)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWeb()
