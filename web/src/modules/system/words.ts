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
  'roster.judge': { zh: '名册检查', en: 'check of a roster' },
  'roster.commit': { zh: '名册提交', en: 'commit of a roster' },
  'roster.undo': { zh: '名册撤回', en: 'undo of a roster' },
  'people.mass_change': { zh: '批量变更会员', en: 'change of many members' },
  'activation.write_slips': { zh: '生成激活凭证', en: 'activation slips' },
  'messages.deliver': { zh: '发送消息', en: 'delivery of messages' },
  'messages.make_code': { zh: '生成验证码', en: 'making a code' },
  'attachments.remove_content': { zh: '删除附件内容', en: 'removing attachments' },
  'tenants.load_demo': { zh: '载入演示数据', en: 'loading the demo' },
  'audit.seal': { zh: '审计日志封存', en: 'seal of the audit log' },
  'audit.anchor': { zh: '审计日志外部锚点', en: 'anchor of the audit log' },
  'audit.verify': { zh: '审计日志校验', en: 'check of the audit log' },
  'messages.erase': { zh: '清除已送出的消息内容', en: 'erasing texts that were sent' },
  'messages.forget_codes': { zh: '清除过期验证码', en: 'forgetting old codes' },
  'activation.forget_secrets': { zh: '清除过期激活凭证', en: 'forgetting old activation slips' },
  'attachments.remove_stale': { zh: '清理没有用到的附件', en: 'removing unused attachments' },
  'roster.remove_files': { zh: '清理导入的原文件', en: 'removing files of imports' },
  'people.erase_due': { zh: '到期个人信息删除', en: 'erasing what is due' },
  'http.forget_answers': { zh: '清除旧的应答记录', en: 'forgetting kept answers' },
  'http.forget_buckets': { zh: '清除旧的限流计数', en: 'forgetting old limits' },
  'appointments.remind': { zh: '任期到期提醒', en: 'reminders of terms that end' },
  'people.day': { zh: '会籍到期和保留期处理', en: 'memberships and retention of the day' },
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
