import type { OrganisationKind, StoryEntry } from '#contract/organisation-shapes.ts'
import type { OrganisationGap } from '#contract/organisations.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'
import { formatNumber } from '../../kit/format.ts'

const kinds: Record<OrganisationKind, Sentence> = {
  federation: { zh: '总工会', en: 'Federation' },
  industrial_union: { zh: '产业工会', en: 'Industrial union' },
  street_federation: { zh: '街道（镇）总工会', en: 'Sub-district federation' },
  union_association: { zh: '工会联合会', en: 'Association of basic unions' },
  basic_union: { zh: '基层工会', en: 'Basic union' },
  employer: { zh: '用人单位', en: 'Employer' },
  party_body: { zh: '党组织', en: 'Party body' },
  department: { zh: '部门', en: 'Department' },
  health_centre: { zh: '卫生服务中心', en: 'Health centre' },
  station: { zh: '服务站点', en: 'Station' },
  other: { zh: '其他', en: 'Other' },
}
const unionTypes: Record<string, Sentence> = {
  single: { zh: '单独基层工会', en: 'single-employer' },
  joint: { zh: '联合基层工会', en: 'joint' },
  organiser_only: { zh: '组织员', en: 'organiser only' },
}
const twoNewTypes: Record<string, Sentence> = {
  new_economic: { zh: '新经济组织', en: 'New economic organisation' },
  new_social: { zh: '新社会组织', en: 'New social organisation' },
}
const gaps: Record<OrganisationGap, Sentence> = {
  no_union: { zh: '没有建会', en: 'Without a union' },
  no_chair: { zh: '没有主席', en: 'Without a chair' },
  term_over: { zh: '已超期未换届', en: 'Term is over' },
  term_ends_soon: { zh: '{days} 天内届满', en: 'Term ends within {days} days' },
  term_ends_later: { zh: '{days} 天内届满', en: 'Term ends within {days} days' },
  term_ends_last: { zh: '{days} 天内届满', en: 'Term ends within {days} days' },
  headcount_gap: { zh: '职工多于会员', en: 'More workers than members' },
  committee_due: { zh: '应设工会委员会', en: 'Committee is due' },
}
const ties: Record<string, Sentence> = {
  guides: { zh: '业务指导', en: 'guided by trade' },
  territory: { zh: '属地', en: 'territory' },
  party: { zh: '党组织', en: 'Party' },
  health: { zh: '卫生', en: 'health' },
}
const events: Record<string, Sentence> = {
  entered: { zh: '登记入册，名称“{text}”', en: 'Entered as {text}' },
  renamed: { zh: '更名，原名称“{text}”', en: 'Renamed; called {text} before' },
  changed: { zh: '登记信息变更', en: 'Details changed' },
  placed: { zh: '隶属于{other}', en: 'Stands under {other}' },
  moved: { zh: '上级变更为{other}', en: 'Moved under {other}' },
  tied: { zh: '与{other}建立“{text}”关系', en: 'Tied to {other}: {text}' },
  untied: { zh: '与{other}的“{text}”关系结束', en: 'Tie to {other} ends: {text}' },
  merged_into: { zh: '并入{other}', en: 'Merged into {other}' },
  took_in: { zh: '{other}并入', en: 'Took in {other}' },
  split_off: { zh: '分立出{other}', en: 'Split off {other}' },
  split_from: { zh: '由{other}分立', en: 'Split from {other}' },
  replaced: { zh: '与{other}衔接', en: 'Replaced {other}' },
  headcount: { zh: '填报职工 {text} 人', en: '{text} workers reported' },
  elected: { zh: '选举产生新一届委员会，任期 {text} 年', en: 'Committee elected for {text} years' },
  closed: { zh: '撤销', en: 'Closed' },
}

/** What a kind of organisation is called. */
export function kindName(kind: OrganisationKind): string {
  return fill(kinds[kind], {})
}

/** Kinds as choices of a filter or a form. */
export function kindOptions(of: readonly OrganisationKind[] = Object.keys(kinds) as OrganisationKind[]) {
  return of.map((kind) => ({ value: kind, label: kindName(kind) }))
}

/** 单独 or 联合 basic union, or an organiser alone. */
export function unionTypeName(type: string | null): string {
  return type === null ? '' : fill(unionTypes[type]!, {})
}

/** Forms of a basic union as choices. */
export function unionTypeOptions() {
  return Object.keys(unionTypes).map((value) => ({ value, label: unionTypeName(value) }))
}

/** New economic or new social organisation. */
export function twoNewName(type: string | null): string {
  return type === null ? '' : fill(twoNewTypes[type]!, {})
}

/** Two-new types as choices. */
export function twoNewOptions() {
  return Object.keys(twoNewTypes).map((value) => ({ value, label: twoNewName(value) }))
}

/** What a worklist is called; the lists of terms name their days. */
export function gapName(gap: OrganisationGap, days: number | null): string {
  return fill(gaps[gap], { days })
}

/** What a tie beside the line of leading is called. */
export function tieName(kind: string): string {
  return fill(ties[kind] ?? { zh: kind, en: kind }, {})
}

/** One event of a story as a sentence, in two parts: the organisation on the other side stands between them. */
export function eventWords(entry: StoryEntry): readonly [before: string, after: string] {
  const said = fill(events[entry.kind] ?? events.changed!, { text: eventText(entry), other: place })
  const [before = '', after = ''] = said.split(place)
  return [before, after]
}

const place = '\u0000'

function eventText({ kind, text }: StoryEntry): string {
  if (kind === 'tied' || kind === 'untied') return tieName(text ?? '')
  if (kind === 'headcount') return formatNumber(Number(text))
  return text ?? ''
}
