import { readFileSync } from 'node:fs'
import { faultsOf, type DrawProof } from '../modules/events/index.ts'
import { PlainSentence } from '../platform/plain-sentence.ts'
import { onlyWord, readOptions } from './options.ts'

/** Draws again from the published file of a draw; needs nothing else. Ends with code 1 when seed or result are not as told. */
export async function run(args: string[]): Promise<void> {
  const file = onlyWord('replay-draw', readOptions('replay-draw', args, []))
  const proof = readProof(file)
  const faults = faultsOf(proof)
  const admitted = proof.result.filter(({ outcome }) => outcome === 'admitted').length
  if (faults.includes('seed'))
    throw new PlainSentence(
      'The seed is not the one whose SHA-256 was told when the event was published. 种子与发布时公布的 SHA-256 不符。',
    )
  if (faults.includes('result'))
    throw new PlainSentence(
      'Seed and list give another result than the file tells. 按种子和名单重新抽签，结果与文件不符。',
    )
  console.log(
    `Drawn again with the same result: ${proof.entries.length} entries, ${admitted} places. 重新抽签结果一致。\nSHA-256 of the seed · 种子的 SHA-256: ${proof.seedHash}`,
  )
}

function readProof(file: string): DrawProof {
  const text = readFileSync(file, 'utf8')
  try {
    const proof = JSON.parse(text) as DrawProof
    if (proof.format === 1 && Array.isArray(proof.entries) && Array.isArray(proof.result)) return proof
  } catch {
    // Said below.
  }
  throw new PlainSentence(`${file} is not the file of a draw. 这不是抽签凭据文件。`)
}
