import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Download } from '#server/platform/http/route.ts'
import type { Renderer } from '../render.ts'
import type { Language } from '../words.ts'
import { bulletinFile } from './bulletin-file.ts'

interface Asked {
  bulletinId: string
  language?: Language
  /** Where the server is reached; null: the code gives the path only. */
  origin: string | null
  renderer: Renderer
}

/** A bulletin as .docx. Its code opens the public page once it is released, and the page in the console before. */
export async function bulletinDocument(tx: Tx, actor: Actor, input: Asked): Promise<Download> {
  const file = await bulletinFile(tx, actor, input)
  const language = input.language ?? 'zh'
  const proof = `${(input.origin ?? '').replace(/\/$/, '')}${file.publicPath ?? `/console/bulletins/${file.id}`}`
  // Heavy, and wanted by few: loaded when somebody takes a document.
  const { makeDocument } = await import('../document.ts')
  return {
    fileName: `${language === 'zh' ? file.titleZh : file.titleEn}.docx`,
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await makeDocument({ content: file.content, language, proof, state: file.state }),
  }
}
