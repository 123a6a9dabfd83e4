import type { Sentence } from './sentence.ts'

/** What is done with reports made of figures. */
export const reportSentences = {
  'reports.sealed': {
    zh: '封存了一份报表（第 {number} 号，{figures} 项数据）',
    en: 'sealed a report (seal {number}, {figures} {figures|figure|figures})',
  },
  'reports.template_kept': { zh: '存了一份上级报表模板', en: 'kept a superior’s workbook as a template' },
  'reports.template_mapped': {
    zh: '设定了报表模板的 {cells} 处取数',
    en: 'mapped {cells} {cells|place|places} of a template',
  },
  'reports.return_made': {
    zh: '编制了 {year} 年度统计年报（{unions} 个基层工会）',
    en: 'made the annual return of {year} ({unions} {unions|union|unions})',
  },
  'reports.stat_code_recorded': {
    zh: '登记了统计代码 {code}',
    en: 'wrote down the statistical code {code}',
  },
  'reports.bulletin_begun': { zh: '起草了简报', en: 'began a bulletin' },
  'reports.bulletin_written': {
    zh: '修改了简报草稿（第 {version} 稿）',
    en: 'wrote version {version} of a bulletin',
  },
  'reports.bulletin_released': { zh: '审签发布了简报', en: 'released a bulletin' },
  'reports.bulletin_withdrawn': { zh: '撤回了已发布的简报', en: 'withdrew a released bulletin' },
} as const satisfies Record<string, Sentence>
