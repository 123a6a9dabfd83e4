import { texts } from '../../i18n/texts.ts'

export const t = texts({
  worklists: { zh: '待补的缺口', en: 'Gaps to close' },
  noGaps: { zh: '没有缺口，各项都齐了', en: 'No gaps: everything is in place' },
  securityDesk: { zh: '账号与授权', en: 'Accounts and powers' },
  securityHint: {
    zh: '安全管理员负责账号和授权，看不到会员信息，也不能改动日志。下面的命令在服务器上运行，每一步都会写入审计日志。',
    en: 'The security administrator keeps accounts and powers, sees no members and cannot change the log. These commands run on the server; each leaves an entry in the audit log.',
  },
  userHelp: { zh: '开通、停用账号，重置密码', en: 'Open and close accounts, reset passwords' },
})
