/** Commands of the command line, in the order in which one meets them. */
const usages = {
  start: {
    form: '',
    en: 'starts the server; in an empty data folder it loads the demo first',
    zh: '启动服务；数据目录为空时先载入演示数据',
  },
  init: {
    form: '[--name FEDERATION --division 330205 --code ningbo-jiangbei --system NAME:LOGIN --security NAME:LOGIN --audit NAME:LOGIN --officer NAME:LOGIN]',
    en: 'makes a real tenant with its administrators and its key',
    zh: '建立正式租户、管理员和密钥',
  },
  migrate: { form: '', en: 'brings the database to this version', zh: '把数据库升级到本版本' },
  demo: { form: '', en: 'loads the demo tenants', zh: '载入演示租户' },
  'import-roster': {
    form: 'FILE [--register REG.json] [--report OUT.json] [--as-of DATE] [--dry-run] [--tenant T [--organisation O]]',
    en: 'reads a member roster and reports on every row',
    zh: '导入会员花名册，逐行给出结果',
  },
  'import-organisations': {
    form: 'FILE [--report OUT.json] [--as-of DATE] [--dry-run] [--tenant T [--organisation O]]',
    en: 'reads a register of organisations and reports on every row',
    zh: '导入组织台账，逐行给出结果',
  },
  backup: {
    form: 'FILE | --scheduled   (--scheduled: into GONGHUI_BACKUP_FOLDER, as the server does every night)',
    en: 'writes one encrypted file of database and attachments',
    zh: '把数据库和附件备份成一个加密文件',
  },
  drill: {
    form: '[FILE | --newest]   (--newest: the newest one of GONGHUI_BACKUP_FOLDER)',
    en: 'restores a backup into a scratch place, tries it there and removes it; ends with code 1 when it could not',
    zh: '恢复演练：把备份恢复到临时位置并逐项核对，然后删除；做不成就算失败',
  },
  restore: {
    form: 'FILE [--sheet FILE] [--anchor FILE-OR-FOLDER | --no-anchor]',
    en: 'restores a backup into an empty place',
    zh: '把备份恢复到空的位置',
  },
  verify: {
    form: '[--anchor FILE-OR-FOLDER]',
    en: 'recounts everything that can be recounted, the audit log against its anchors',
    zh: '重新核对所有可核对的数据，并用锚点核对审计日志',
  },
  'replay-draw': {
    form: 'FILE',
    en: 'draws a lottery again from its published file, and says whether seed and result are as told',
    zh: '按公布的文件重新抽签，核对种子和结果',
  },
  'rotate-key': { form: '', en: 'replaces the encryption key', zh: '更换加密密钥' },
  user: {
    form: `add --login L --name N --post P --organisation O [--from DAY] [--until DAY] [--document NO]
             appoint --login L --post P --organisation O [--from DAY] [--until DAY] [--document NO]
             reset-password --login L | close --login L | list   [--tenant T]
  P: city_officer, federation_officer, street_officer, union_chair, union_vice_chair, union_officer, audit_committee_member,
     system_administrator, security_administrator, audit_administrator`,
    en: 'manages log-ins from the machine itself',
    zh: '在本机管理登录账号',
  },
}

export type CommandName = keyof typeof usages

/** Whether there is a command of this name. */
export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(usages, name)
}

/** The list of all commands, in English and Chinese. */
export function usage(): string {
  const lines = Object.entries(usages).map(
    ([name, { en, zh }]) => `  ${name.padEnd(22)}${en}\n${' '.repeat(24)}${zh}`,
  )
  return [
    'gonghui COMMAND [...]   (gonghui COMMAND --help)',
    lines.join('\n'),
    'Settings are environment variables: docs/operations.md · 设置见 docs/operations.md',
  ].join('\n\n')
}

/** How one command is called, and what it does. */
export function commandUsage(name: CommandName): string {
  const { form, en, zh } = usages[name]
  return `gonghui ${name} ${form}\n  ${en}\n  ${zh}`
}
