import type { Sentence } from '../i18n/texts.ts'

/** Sentences for what can go wrong anywhere. Each says what happened and what to do. */
export const commonErrors = {
  'common.offline': {
    zh: '网络没有连上，内容还没有发出去。请检查网络后再试一次。',
    en: 'There is no connection and nothing was sent. Check the network and try again.',
  },
  'common.unavailable': {
    zh: '系统正在启动或维护，请过一分钟再试。',
    en: 'The system is starting or being serviced. Try again in a minute.',
  },
  'common.disk_full': {
    zh: '服务器的磁盘满了，这次什么也没有保存。请告诉系统管理员，清理之后再试。',
    en: 'The server’s disk is full and nothing was saved. Tell the system administrator, and try again when there is room.',
  },
  'common.internal': {
    zh: '系统出了问题，您的操作没有完成。请再试一次；如果还不行，把这个编号告诉管理员：{requestId}',
    en: 'Something went wrong on our side and nothing was done. Try again; if it stays, give the administrator this number: {requestId}',
  },
  'common.invalid': {
    zh: '有内容没有填对，请按提示改正后再提交。',
    en: 'Some entries are not right yet. Correct them as shown and submit again.',
  },
  'common.refused': {
    zh: '现在不能这样办理（{code}）。请刷新页面核对最新情况，再有疑问请把这个编号告诉管理员：{requestId}',
    en: 'This cannot be done now ({code}). Refresh to see the latest state; if in doubt give the administrator this number: {requestId}',
  },
  'common.wrong_address': {
    zh: '这个网址不是系统的正式地址。请用工会告知的网址打开。',
    en: 'This is not the address of the system. Open it by the address your union gave you.',
  },
  'common.sign_in': {
    zh: '登录已失效，请重新登录。',
    en: 'You are signed out. Please sign in again.',
  },
  'common.token_unknown': {
    zh: '这个访问令牌已失效：可能已撤销、到期，或它的任职、账号已经结束。请由本人重新生成。',
    en: 'This token does not work any more: it was revoked or is over, or its appointment or account has ended. Its owner can make a new one.',
  },
  'common.forbidden': {
    zh: '您现在使用的身份没有这项权限。可以切换身份，或请上级工会授权。',
    en: 'The post you are working as may not do this. Switch to another post or ask the union above you for the power.',
  },
  'common.not_found': {
    zh: '没有找到这条内容：它可能已被移走，或不在您的工作范围内。',
    en: 'Not found: it may have been moved, or it lies outside your area of work.',
  },
  'common.conflict': {
    zh: '刚才有别人改过这条内容。请刷新后核对再提交。',
    en: 'Somebody else has just changed this. Refresh, check and submit again.',
  },
  'common.too_many': {
    zh: '操作太频繁，请过一会儿再试。',
    en: 'Too many attempts. Wait a little and try again.',
  },
  'common.too_many_streams': {
    zh: '这个账号打开的页面太多。请关掉几个再试。',
    en: 'This account has too many pages open. Close some and try again.',
  },
  'common.body_too_large': {
    zh: '文件太大，系统没有收下。请拆成几份再上传。',
    en: 'The file is too large and was not taken. Split it and upload the parts.',
  },
  'common.key_reused': {
    zh: '这次提交与上一次内容不同，没有办理。请刷新页面后重新填写。',
    en: 'This differs from what was sent before, so it was not done. Refresh the page and fill it in again.',
  },
  'common.busy': {
    zh: '现在办理的人很多，请过半分钟再试。',
    en: 'The system is very busy. Try again in half a minute.',
  },
  'common.file_missing': {
    zh: '没有收到文件，请选好文件再提交。',
    en: 'No file arrived. Choose a file and submit again.',
  },
  'common.unreadable': {
    zh: '没有收到完整的内容，可能是网络中断。请再提交一次。',
    en: 'What was sent could not be read; the connection may have broken. Submit it again.',
  },
  'field.required': { zh: '这一项必须填写。', en: 'This entry is required.' },
  'field.unknown': {
    zh: '系统不认识这一项，请刷新页面后再填。',
    en: 'This entry is not known here. Refresh the page and fill it in again.',
  },
  'field.too_long': {
    zh: '内容太长，最多 {limit} 个字。',
    en: 'This is too long: {limit} characters at most.',
  },
  'field.too_small': { zh: '不能小于 {limit}。', en: 'It cannot be less than {limit}.' },
  'field.too_large': { zh: '不能大于 {limit}。', en: 'It cannot be more than {limit}.' },
  'field.format': {
    zh: '格式不对，请对照提示检查。',
    en: 'The format is not right. Check it against the hint.',
  },
  'common.field_invalid': { zh: '这一项没有填对，请检查。', en: 'This entry is not right. Please check it.' },
} as const satisfies Record<string, Sentence>
