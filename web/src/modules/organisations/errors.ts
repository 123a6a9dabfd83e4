import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of the organisation tree and register. */
export const organisationErrors = {
  'organisations.already_covered': {
    zh: '这个工会已经覆盖了这家单位，不用重复登记。',
    en: 'This union covers that employer already.',
  },
  'organisations.already_ended': {
    zh: '这个组织已经撤销，请刷新页面看现在的情况。',
    en: 'This organisation has ended already. Refresh to see how things stand.',
  },
  'organisations.already_led': {
    zh: '这个组织在这段时间已有上级。请先办理变更隶属，不能同时有两个上级。',
    en: 'This organisation is led by another one in that time. Move it instead; it cannot have two above it.',
  },
  'organisations.already_there': {
    zh: '它现在就隶属于这个上级，不用再变更。',
    en: 'It stands under that organisation already.',
  },
  'organisations.already_tied': {
    zh: '这两个组织之间已有这种关系。',
    en: 'These two organisations are tied in this way already.',
  },
  'organisations.cannot_lead': {
    zh: '按组织类型，选中的上级不能领导这类组织。请另选上级。',
    en: 'An organisation of that kind cannot lead this one. Choose another parent.',
  },
  'organisations.cannot_merge': {
    zh: '这两类组织不能合并。请核对组织类型。',
    en: 'Organisations of these kinds cannot be merged. Check their kinds.',
  },
  'organisations.children_to_itself': {
    zh: '下级组织不能再交给即将撤销的组织。请另选接收单位。',
    en: 'Its sub-units cannot be left to the organisation being closed. Choose who takes them.',
  },
  'organisations.cycle': {
    zh: '这样变更后，从 {day} 起它会成为自己的上级。请另选上级。',
    en: 'From {day} on it would stand above itself. Choose another parent.',
  },
  'organisations.ended': {
    zh: '“{name}”已于 {endedOn} 撤销，不能再办理。请核对日期或另选组织。',
    en: '{name} ended on {endedOn}. Check the date or choose another organisation.',
  },
  'organisations.ends_before_start': {
    zh: '结束日期要在开始日期之后，请核对。',
    en: 'The end must come after the start. Check both dates.',
  },
  'organisations.ends_within': {
    zh: '覆盖的起止日期要在工会和单位都存在的期间之内，请核对日期。',
    en: 'The coverage must lie within the time both exist. Check the dates.',
  },
  'organisations.has_children': {
    zh: '它下面还有 {count} 个组织。请先选择由谁接收这些下级，再办理撤销。',
    en: 'It still leads {count} {count|organisation|organisations}. Choose who takes them over first.',
  },
  'organisations.headcount_exists': {
    zh: '这一天的人数已经登记过。请刷新后在原记录上更正。',
    en: 'The headcount of that day is recorded already. Refresh and correct it.',
  },
  'organisations.merge_into_itself': {
    zh: '不能与自己合并，请另选组织。',
    en: 'An organisation cannot be merged into itself.',
  },
  'organisations.more_than_members': {
    zh: '女会员数不能多于会员总数。',
    en: 'There cannot be more women members than members.',
  },
  'organisations.more_than_workers': {
    zh: '不能多于职工总数。',
    en: 'It cannot be more than the number of workers.',
  },
  'organisations.name_taken': {
    zh: '同一上级下已有“{name}”。请核对是否重复，或写全名称。',
    en: '{name} exists under the same parent. Check for a double, or write the full name.',
  },
  'organisations.not_a_basic_union': {
    zh: '只有基层工会可以覆盖单位，请选择基层工会。',
    en: 'Only a basic union covers employers. Choose one.',
  },
  'organisations.not_a_union': {
    zh: '这项只对工会办理，请选择工会。',
    en: 'This is done for unions only. Choose a union.',
  },
  'organisations.not_an_employer': {
    zh: '被覆盖的必须是用人单位，请重新选择。',
    en: 'Only an employer can be covered. Choose again.',
  },
  'organisations.not_covered': {
    zh: '这个工会现在没有覆盖这家单位。',
    en: 'This union does not cover that employer at present.',
  },
  'organisations.not_its_own': {
    zh: '有 {count} 个组织不是它的下级，不能划给分立出的组织。请重新选择。',
    en: '{count} of the chosen organisations {count|is not|are not} its own. Choose again.',
  },
  'organisations.not_yet': {
    zh: '“{name}”从 {startsOn} 起才成立，请把日期改到这一天之后。',
    en: '{name} exists from {startsOn} on. Choose a later date.',
  },
  'organisations.nothing_changed': {
    zh: '内容没有变化，没有需要保存的。',
    en: 'Nothing was changed, so nothing was saved.',
  },
  'organisations.parent_ends': {
    zh: '上级“{name}”已于 {endedOn} 撤销。请另选上级。',
    en: 'The parent {name} ended on {endedOn}. Choose another one.',
  },
  'organisations.parent_not_yet': {
    zh: '上级“{name}”从 {startsOn} 起才成立。请改日期或另选上级。',
    en: 'The parent {name} exists from {startsOn} on. Change the date or choose another parent.',
  },
  'organisations.stat_code_taken': {
    zh: '统计代码 {statCode} 已被别的组织使用，请核对。',
    en: 'The statistical code {statCode} belongs to another organisation. Check it.',
  },
  'organisations.successor_below': {
    zh: '接收单位不能是它自己的下级，请另选。',
    en: 'What takes over cannot stand below it. Choose another organisation.',
  },
  'organisations.term_exists': {
    zh: '{electedOn} 当选的这一届已经登记。',
    en: 'The term elected on {electedOn} is recorded already.',
  },
  'organisations.term_years': { zh: '任期只能是 {allowed} 年。', en: 'A term lasts {allowed} years.' },
  'organisations.tie_to_itself': {
    zh: '不能与自己建立关系，请另选组织。',
    en: 'An organisation cannot be tied to itself.',
  },
  'organisations.top_cannot_close': {
    zh: '最上级的组织不能撤销。',
    en: 'The organisation at the top cannot be closed.',
  },
  'organisations.top_cannot_split': {
    zh: '最上级的组织不能分立。',
    en: 'The organisation at the top cannot be split.',
  },
  'organisations.undone': {
    zh: '建立这个组织的导入已经撤销。请刷新列表。',
    en: 'The import that brought this organisation was undone. Refresh the list.',
  },
  'organisations.uscc_taken': {
    zh: '这个统一社会信用代码已登记在“{name}”名下，请核对。',
    en: 'This unified social credit code stands on {name}. Check it.',
  },
} as const satisfies Record<string, Sentence>
