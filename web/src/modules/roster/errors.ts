import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of imports and of files turned away. */
export const rosterErrors = {
  'roster.changed_since': {
    zh: '检查之后，名册里有 {rows} 行涉及的人又有了变化。请重新检查一遍再提交。',
    en: 'Since the check, {rows} {rows|row|rows} no longer fit what is recorded. Check the file again, then commit.',
  },
  'roster.file_removed': {
    zh: '上传的原文件已经移除：保存期限已满，或其中有人的个人信息已依法删除。需要时请重新上传文件。',
    en: 'The uploaded file was removed: its time was over, or it named somebody whose data were erased. Upload a file again if you need to.',
  },
  'roster.mend_in_file': {
    zh: '组织名册请在原文件里改好，再重新上传。',
    en: 'Mend a register of organisations in the file itself and upload it again.',
  },
  'roster.not_ready': {
    zh: '还有行没有处理完，不能提交。请先处理待核对的行。',
    en: 'Some rows still wait for a decision. Settle them before you commit.',
  },
  'roster.nothing_returned': {
    zh: '没有被退回的行，不需要下载。',
    en: 'No row was rejected, so there is nothing to download.',
  },
  'roster.nothing_to_undo': {
    zh: '这次导入没有提交过，或已经撤销，没有可撤销的内容。',
    en: 'This import was never committed, or is undone already.',
  },
  'roster.row_is_settled': {
    zh: '这一行已经处理过。请刷新后查看。',
    en: 'This row is settled already. Refresh to see it.',
  },
  'roster.row_must_be_mended': {
    zh: '这一行有错误，必须先改正才能接受。',
    en: 'This row has an error and must be mended before it can be accepted.',
  },
  'roster.same_person_twice': {
    zh: '第 {row} 行已是同一个人。请只保留一行。',
    en: 'Row {row} is the same person. Keep one of the two.',
  },
  'roster.still_judging': {
    zh: '文件还在检查，请等检查完再办理。',
    en: 'The file is still being checked. Wait until that is done.',
  },
  'roster.union_ended': {
    zh: '名册涉及的 {unions} 个工会已经撤销。请改到现有的工会后重新检查。',
    en: '{unions} {unions|union|unions} of this roster {unions|has|have} ended. Put the members with a union that exists and check again.',
  },
  'roster.is_refused': {
    zh: '这个文件没有通过检查，请换一个文件重新上传。',
    en: 'This file was turned away. Upload another one.',
  },
  'roster.is_committing': {
    zh: '正在提交，请等它完成。',
    en: 'The import is being committed. Wait until that is done.',
  },
  'roster.is_committed': {
    zh: '这次导入已经提交，行不能再改。需要改动时请先撤销，或再导入一份。',
    en: 'This import is committed, so its rows stand. Undo it first, or import another file.',
  },
  'roster.is_undoing': {
    zh: '正在撤销，请等它完成。',
    en: 'The import is being undone. Wait until that is done.',
  },
  'roster.is_undone': {
    zh: '这次导入已经撤销。需要时请重新上传文件。',
    en: 'This import was undone. Upload the file again if you need it.',
  },
  'roster.is_failed': {
    zh: '这次导入没有成功，请重新上传文件。',
    en: 'This import failed. Upload the file again.',
  },
  'workbook.save_as_xlsx': {
    zh: '系统读不了 .xls 和 .et 文件。请用 WPS 或 Excel 打开，另存为 .xlsx 后再上传。',
    en: 'Files of the kinds .xls and .et cannot be read. Open it in WPS or Excel, save it as .xlsx and upload that.',
  },
  'workbook.too_large': {
    zh: '文件过大，或行、列太多。请删去空白的行列，或拆成几份再上传。',
    en: 'The file is too large or has too many rows or columns. Remove empty ones, or split it and upload the parts.',
  },
  'workbook.unusable': {
    zh: '文件打不开：可能不是表格、已损坏、设了密码或含有宏。请用 WPS 或 Excel 另存为不带密码的 .xlsx 再上传。',
    en: 'The file cannot be opened: it may not be a workbook, be damaged, locked by a password or carry macros. Save it as .xlsx without a password and upload that.',
  },
} as const satisfies Record<string, Sentence>
