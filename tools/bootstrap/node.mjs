import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PlainSentence, root } from './root.mjs'

const needed = 24

/** The Node 24 that npm brought for this machine, or the running one where it is new enough. */
export function findNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const brought = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(brought)) return brought
  if (Number(process.versions.node.split('.')[0]) >= needed) return process.execPath
  throw new PlainSentence(
    `Gonghui runs on Node ${needed}; npm brings one for Linux (x64, arm64) and Windows, but none for ${process.platform}-${process.arch}. Install Node ${needed} or newer and run the same command again.`,
  )
}
