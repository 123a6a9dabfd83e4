import { texts } from '../../i18n/texts.ts'

export const t = texts({
  worklists: { zh: '待补的缺口', en: 'Gaps to close' },
  noGaps: { zh: '没有缺口，各项都齐了', en: 'No gaps: everything is in place' },
  systemDesk: { zh: '系统运行', en: 'Running the system' },
  systemHint: {
    zh: '系统管理员负责服务器、备份和升级，看不到人员和会员信息。下面的命令在服务器上运行。',
    en: 'The system administrator keeps the server, its backups and upgrades, and sees no personal data. These commands run on the server itself.',
  },
  backup: { zh: '做一份加密备份', en: 'Make an encrypted backup' },
  verify: { zh: '重新核对全部数据', en: 'Recount everything' },
  rotate: { zh: '更换加密密钥', en: 'Replace the encryption key' },
  state: { zh: '服务状态', en: 'State of the server' },
  stateReady: { zh: '正常', en: 'ready' },
  stateDown: { zh: '没有应答，请查看服务器日志', en: 'no answer: look at the server’s log' },
  metrics: { zh: '运行指标', en: 'Metrics' },
  api: { zh: '接口说明', en: 'API description' },
  securityDesk: { zh: '账号与授权', en: 'Accounts and powers' },
  securityHint: {
    zh: '安全管理员负责账号和授权，看不到会员信息，也不能改动日志。下面的命令在服务器上运行，每一步都会写入审计日志。',
    en: 'The security administrator keeps accounts and powers, sees no members and cannot change the log. These commands run on the server; each leaves an entry in the audit log.',
  },
  userHelp: { zh: '开通、停用账号，重置密码', en: 'Open and close accounts, reset passwords' },
})
