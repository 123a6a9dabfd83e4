import { texts } from '../../../i18n/texts.ts'

export const t = texts({
  hint: {
    zh: '照片或 PDF，最多 {most} 个，每个不超过 15 MB。',
    en: 'Pictures or PDF files, up to {most}, each of 15 MB at most.',
  },
  photo: { zh: '拍照', en: 'Take a photo' },
  choose: { zh: '选择文件', en: 'Choose files' },
  chosen: { zh: '已添加的附件', en: 'Files added' },
  sending: { zh: '正在上传 {name}', en: 'Sending {name}' },
  stop: { zh: '停止', en: 'Stop' },
  stopLabel: { zh: '停止上传 {name}', en: 'Stop sending {name}' },
  remove: { zh: '移除', en: 'Remove' },
  removeLabel: { zh: '移除 {name}', en: 'Remove {name}' },
  again: { zh: '重新上传', en: 'Try again' },
  againLabel: { zh: '重新上传 {name}', en: 'Send {name} again' },
  added: { zh: '已添加 {name}', en: '{name} was added' },
  enough: { zh: '最多 {most} 个，先移除一个才能再加', en: 'Up to {most}. Remove one to add another' },
  tooMany: {
    zh: '最多 {most} 个，多选的没有添加。',
    en: 'Up to {most}: the files beyond that were not added.',
  },
  waitForFiles: {
    zh: '附件还没有传好，请稍等，或停止、移除它',
    en: 'A file is not there yet. Wait, or stop or remove it',
  },
})
