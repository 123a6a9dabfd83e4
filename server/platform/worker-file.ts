import { basename } from 'node:path'

/**
 * Where the file of a worker thread is: `workerFile(import.meta.url, './scan.worker.ts')`. In the built server every
 * `*.worker.ts` is a file of its own beside the others; run from sources it is the source itself.
 */
export function workerFile(moduleUrl: string, source: string): URL {
  if (moduleUrl.endsWith('.ts')) return new URL(source, moduleUrl)
  return new URL(`./${basename(source, '.ts')}.js`, moduleUrl)
}
