import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for files that people send in. */
export const attachmentErrors = {
  'attachments.heic': {
    zh: '这是苹果手机的 HEIC 照片，这里打不开。请在“设置 → 相机 → 格式”里选“兼容性最佳”后重拍，或把照片截图后上传。',
    en: 'This is a HEIC photo, which cannot be opened here. Choose “Most Compatible” under Settings → Camera → Formats and take it again, or send a screenshot.',
  },
  'attachments.kind_unknown': {
    zh: '这种文件不能上传。可以传照片（JPG、PNG、WebP）或 PDF。',
    en: 'This kind of file is not taken. Send a picture (JPG, PNG, WebP) or a PDF.',
  },
  'attachments.too_many_pixels': {
    zh: '图片太大，超过 {millions} 百万像素。请缩小后再上传。',
    en: 'The picture has more than {millions} million pixels. Make it smaller and send it again.',
  },
  'attachments.damaged': {
    zh: '图片已损坏或没有传完整，打不开。请换一张，或重新上传。',
    en: 'The picture is damaged or incomplete and cannot be opened. Choose another, or send it again.',
  },
  'attachments.too_many_loose': {
    zh: '您已经上传了 {loose} 个还没有提交的文件。请先提交或撤回其中一些。',
    en: 'You have sent in {loose} files that no form has used yet. Submit or take back some of them first.',
  },
  'attachments.in_use': {
    zh: '这个文件已经随表单提交，不能再撤回。',
    en: 'This file has been submitted with its form and cannot be taken back.',
  },
} as const satisfies Record<string, Sentence>
