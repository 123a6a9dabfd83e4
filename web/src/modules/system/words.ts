import { fill, type Sentence } from '../../i18n/texts.ts'

const problems: Record<string, Sentence> = {
  disk_full: { zh: '磁盘已满', en: 'the disk is full' },
  folder: { zh: '备份目录不能写入', en: 'the folder cannot be written' },
  damaged: { zh: '写出的文件读回时不完整', en: 'the file was not whole when it was read back' },
  failed: { zh: '出现意外，见服务器日志', en: 'an accident, see the server’s log' },
  no_backup: { zh: '没有可以演练的备份', en: 'there is no backup to try' },
  restore: { zh: '恢复不出来', en: 'it could not be restored' },
  upgrade: { zh: '升级到本版本没有成功', en: 'it could not be brought to this version' },
  recount: { zh: '恢复后核对不一致', en: 'something differed when it was recounted' },
  sign_in: { zh: '恢复后不能登录或读取', en: 'nobody could sign in and read' },
  stopped: { zh: '中途停止', en: 'it was stopped early' },
}

const origins: Record<string, Sentence> = {
  schedule: { zh: '每晚自动', en: 'every night' },
  command: { zh: '人工', en: 'by hand' },
}

const jobs: Record<string, Sentence> = {
  'system.nightly': { zh: '每晚备份', en: 'nightly backup' },
  'system.backup': { zh: '备份', en: 'backup' },
  'system.drill': { zh: '恢复演练', en: 'restore drill' },
  'roster.dry_run': { zh: '名册检查', en: 'check of a roster' },
  'roster.commit': { zh: '名册提交', en: 'commit of a roster' },
  'roster.undo': { zh: '名册撤回', en: 'undo of a roster' },
}

/** Why a backup or a drill failed, with the part it failed at. */
export function problemWords(problem: string | null, part?: string | null): string {
  const sentence = problems[problem ?? '']
  const words = sentence === undefined ? (problem ?? '') : fill(sentence, {})
  return part ? `${words}（${part}）` : words
}

/** What asked for a backup. */
export function originWords(origin: string): string {
  const sentence = origins[origin]
  return sentence === undefined ? origin : fill(sentence, {})
}

/** What a kind of job is called; one without a name shows its own. */
export function jobWords(kind: string): string {
  const sentence = jobs[kind]
  return sentence === undefined ? kind : fill(sentence, {})
}
