import { globSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
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
  await packFiles(outDir)
  await rm(folder, { recursive: true, force: true })
  await rename(outDir, folder)
}

/** Beside each file of text its packed forms, so that the server sends a phone on a weak network a third of the bytes without work of its own. */
async function packFiles(folder: string): Promise<void> {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  for (const name of globSync('**/*.{js,css,svg,html,webmanifest}', { cwd: folder })) {
    const file = join(folder, name)
    const content = await readFile(file)
    await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }))
    await writeFile(`${file}.br`, await promisify(brotliCompress)(content, quality))
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWeb()
