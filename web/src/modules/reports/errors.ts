import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of reports. */
export const reportErrors = {
  'reports.already_corrected': {
    zh: '这份报表已经有更正版本了。请打开最新的版本，在它上面更正。',
    en: 'This report has been corrected already. Open its newest version and correct that one.',
  },
  'reports.template_unreadable': {
    zh: '读不出这个文件。请另存为 .xlsx（不带宏、不加密）再上传。',
    en: 'This file cannot be read. Save it as .xlsx, without macros and password, and send it again.',
  },
  'reports.template_too_large': {
    zh: '模板不能超过 4 MB。请去掉图片和数据，只留表样。',
    en: 'A template has 4 MB at most. Take out pictures and data and leave the form.',
  },
  'reports.sheet_unknown': {
    zh: '模板里没有名为“{cell}”的工作表。',
    en: 'The template has no sheet “{cell}”.',
  },
  'reports.cell_outside': {
    zh: '单元格 {cell} 在表样之外，请核对行号和列号。',
    en: 'Cell {cell} lies outside the form. Check its column and row.',
  },
  'reports.cell_has_formula': {
    zh: '单元格 {cell} 里是公式，不能填数。请填它所引用的单元格。',
    en: 'Cell {cell} holds a formula and is not filled. Fill the cells it is computed from.',
  },
  'reports.range_not_column': {
    zh: '区域 {cell} 要在同一列里从上到下，例如 C5:C12。',
    en: 'The range {cell} must be one column from above to below, such as C5:C12.',
  },
  'reports.metric_unknown': {
    zh: '没有名为“{measure}”的数据，请从目录里选。',
    en: 'There is no figure “{measure}”. Choose one of the catalogue.',
  },
  'reports.not_mapped': {
    zh: '这份模板还没有设定取数。先设定哪个单元格填哪项数据。',
    en: 'This template has no mapping yet. First say which figure goes into which cell.',
  },
  'reports.names_unmatched': {
    zh: 'A 列这些名称找不到对应的直接下级：{names}。改成登记的全称后再填。',
    en: 'No unit directly below bears these names of column A: {names}. Write them as registered and fill again.',
  },
  'reports.too_many_cells': {
    zh: '一次最多填 {most} 个单元格，请分成几份模板。',
    en: 'At most {most} cells are filled at once. Split the template.',
  },
  'reports.year_not_over': {
    zh: '统计年度到 {day} 才结束，到时再编制年报。',
    en: 'The statistical year ends on {day}. Make the return after that.',
  },
  'reports.no_unions_then': {
    zh: '截至 {day}，范围内没有基层工会，没有可报的内容。',
    en: 'There was no basic union in this scope on {day}: nothing to report.',
  },
  'reports.code_of_no_union': {
    zh: '统计代码只发给工会。请选择工会，不是用人单位。',
    en: 'Only unions have a statistical code. Choose the union, not the employer.',
  },
  'reports.stat_code_taken': {
    zh: '这个统计代码已由别的组织使用，请核对。',
    en: 'Another organisation bears this statistical code. Check it.',
  },
  'reports.stat_code_same': {
    zh: '这个工会的统计代码已经是 {code}，不用再登记。',
    en: 'The statistical code of this union is {code} already.',
  },
  'reports.no_title': {
    zh: '第 {line} 行：第一行要写标题，以“# ”开头。',
    en: 'Line {line}: the first line is the title; begin it with “# ”.',
  },
  'reports.figure_in_title': {
    zh: '第 {line} 行：标题里不能放数据，请写到正文里。',
    en: 'Line {line}: no figure can stand in the title; put it in the text.',
  },
  'reports.table_alone': {
    zh: '第 {line} 行：分项数据会列成表格，要单独占一行。',
    en: 'Line {line}: a figure by its parts becomes a table; put it on a line of its own.',
  },
  'reports.open_brace': {
    zh: '第 {line} 行：花括号没有成对。要写花括号本身，请连写两个。',
    en: 'Line {line}: a brace has no partner. To write a brace itself, write it twice.',
  },
  'reports.bad_placeholder': {
    zh: '第 {line} 行：看不懂“{placeholder}”。数据写成“指标|时间”，如“couples|2021..2025”。',
    en: 'Line {line}: “{placeholder}” is not understood. Write a figure as “measure|period”, such as “couples|2021..2025”.',
  },
  'reports.bad_period': {
    zh: '第 {line} 行：看不懂时间“{period}”。可以写 all、today、2025、2025-06、2025-06-30、year-1，或用“..”连接两个。',
    en: 'Line {line}: the period “{period}” is not understood. Write all, today, 2025, 2025-06, 2025-06-30, year-1, or two of them with “..”.',
  },
  'reports.unknown_measure': {
    zh: '第 {line} 行：没有叫“{measure}”的指标，请从右侧目录里选。',
    en: 'Line {line}: there is no measure “{measure}”; take one from the list.',
  },
  'reports.unknown_breakdown': {
    zh: '第 {line} 行：“{measure}”不能按“{by}”分项。',
    en: 'Line {line}: “{measure}” cannot be broken down by “{by}”.',
  },
  'reports.needs_a_day': {
    zh: '第 {line} 行：“{measure}”说的是某一天的数，时间要写一天或一年（取年末），不能是“{period}”。',
    en: 'Line {line}: “{measure}” is what there is on a day; write one day, or a year for its end, not “{period}”.',
  },
  'reports.wrong_period': {
    zh: '第 {line} 行：时间“{period}”不对：止于开始之前，或晚于简报的日期。',
    en: 'Line {line}: the period “{period}” ends before it begins, or begins after the day of the bulletin.',
  },
  'reports.unknown_template': {
    zh: '没有这个模板，请从列表里选一个。',
    en: 'There is no such template; choose one from the list.',
  },
  'reports.day_ahead': {
    zh: '数据日期不能晚于今天。',
    en: 'The day of the figures cannot be later than today.',
  },
  'reports.bulletin_changed': {
    zh: '别人刚改过这篇简报。请刷新后再改，您写的内容可先复制下来。',
    en: 'Somebody has just changed this bulletin. Copy what you wrote, reload, and write again.',
  },
  'reports.bulletin_not_draft': {
    zh: '简报已提交或已发布，不能再改。要改请先请审签人退回。',
    en: 'The bulletin was submitted or released and cannot be changed. Ask whoever reviews it to send it back.',
  },
  'reports.bulletin_not_released': {
    zh: '只有已发布的简报才能撤回。',
    en: 'Only a released bulletin can be withdrawn.',
  },
  'reports.own_text': {
    zh: '这篇简报是您写的，要由别的同志审签。',
    en: 'You wrote this bulletin: somebody else releases it.',
  },
} as const satisfies Record<string, Sentence>
