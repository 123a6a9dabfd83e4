import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { dayOf } from '../platform/clock.ts'
import type { KeyFile } from '../platform/master-keys.ts'

/** Lines of a key file for paper: a name, sixteen groups of four, and four letters that tell a slip of the pen. */
export function recoveryLines(file: KeyFile): string[] {
  const keys = Object.entries(file.keys).map(([id, hex]) => lineOf(`K${id}`, hex))
  return [lineOf('H', file.hash), ...keys]
}

/**
 * The key file from the lines of a recovery sheet. Blanks, hyphens, the case of letters and other text between them do not count.
 * @returns the file, or a sentence naming the line that is mistyped or missing.
 */
export function readRecoveryLines(text: string): KeyFile | string {
  const keys: Record<string, string> = {}
  let hash: string | null = null
  const plain = text.replace(/<[^>]*>/g, '\n')
  for (const [, name, rest] of plain.matchAll(/^\W*(H|K\d{1,4})\s*[::]\s*(.+)$/gim)) {
    const letters = rest!.toLowerCase().replace(/[^0-9a-f]/g, '')
    const hex = letters.slice(0, 64)
    const label = name!.toUpperCase()
    if (letters.length !== 68 || letters.slice(64) !== checkOf(label, hex))
      return `Line ${label} of the recovery sheet is mistyped: compare it with the paper, sixteen groups and the check group.`
    if (label === 'H') hash = hex
    else keys[label.slice(1)] = hex
  }
  const numbers = Object.keys(keys).map(Number)
  if (hash === null || numbers.length === 0)
    return 'The recovery sheet needs its line H and at least one line K.'
  return { current: Math.max(...numbers), hash, keys }
}

/** Writes the printable sheet, readable by its owner only. */
export function writeRecoverySheet(path: string, file: KeyFile, tenantName: string): void {
  writeFileSync(path, sheet(recoveryLines(file), tenantName), { mode: 0o600 })
}

function lineOf(label: string, hex: string): string {
  const groups = hex.match(/.{4}/g)!.join(' ')
  return `${label}: ${groups}  ${checkOf(label, hex)}`
}

function checkOf(label: string, hex: string): string {
  return createHash('sha256').update(`${label} ${hex}`).digest('hex').slice(0, 4)
}

function sheet(lines: string[], tenantName: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8" />
<title>Gonghui 恢复密钥 · Recovery sheet</title>
<style>
  body { font: 12pt/1.6 serif; max-width: 46em; margin: 2em auto; padding: 0 1em; }
  pre { font: 11pt/2 monospace; white-space: pre-wrap; border: 1px solid; padding: 1em; }
</style>
<h1>恢复密钥 · Recovery sheet</h1>
<p>${escape(tenantName)} · ${dayOf(new Date())}</p>
<p>
  没有这些字符，备份和隐藏的个人信息都打不开。请打印两份，封好，分别锁在两个不同的地方；打印后删除本文件。不要拍照，不要发送。
</p>
<p>
  Without these characters neither a backup nor the hidden personal data can be opened. Print it twice, seal it, lock it away in two
  different places, then delete this file. No photographs, no messages.
</p>
<pre>${lines.join('\n')}</pre>
<p>
  恢复：把上面各行照样敲进一个文本文件 sheet.txt，再运行 <code>npx gonghui restore 备份文件 --sheet sheet.txt</code>。每行最后四位用来查错。
</p>
<p>
  To recover: type the lines into a text file sheet.txt, then run <code>npx gonghui restore BACKUP --sheet sheet.txt</code>. The last
  four characters of each line catch a slip of the pen.
</p>
</html>
`
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
