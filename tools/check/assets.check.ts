import type { CheckResult } from './check.ts'
import { filesMatching, textOf } from './tree.ts'

/** A file beside the source is not there once the server is built: data is read below `projectRoot`. Workers are built (`workerFile`). */
export function check(): CheckResult {
  const files = filesMatching('{server,contract}/**/*.ts').filter((file) => !/\.(test|soak)\./.test(file))
  const findings = files
    .filter((file) => !/(^|\/)tests?\//.test(file) && /new URL\([^)]*import\.meta\.url/.test(textOf(file)))
    .map((file) => `${file}: the built server has no file beside this one: read it below projectRoot`)
  return { looked: files.length, findings }
}
