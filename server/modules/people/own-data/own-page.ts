import type { OwnData } from './own-export.ts'

type Language = 'zh' | 'en'
type Line = [string, string | null]

/** One's own data as a page of its own: readable without the product, made for printing. Every value is escaped. */
export function ownPage(data: OwnData, language: Language): string {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  const { file } = data
  const parts = [
    part(say('基本信息', 'About me'), [
      [say('姓名', 'Name'), file.name],
      [say('性别', 'Sex'), file.sex],
      [say('出生日期', 'Date of birth'), file.birthDate],
      [say('民族', 'Ethnic group'), file.ethnicGroup],
      [say('政治面貌', 'Political affiliation'), file.politicalAffiliation],
      [say('学历', 'Education'), file.educationLevel],
      [say('户籍类型', 'Household registration'), file.householdType],
      [say('证件号码', 'Document number'), file.document],
      [say('手机号', 'Mobile'), file.mobile],
    ]),
    part(
      say('会籍', 'Memberships'),
      file.memberships.map((row): Line => [`${row.startsOn} – ${row.endsBefore ?? ''}`, row.unionName]),
    ),
    part(
      say('工作单位', 'Workplaces'),
      file.employments.map((row): Line => [
        `${row.startsOn} – ${row.endsBefore ?? ''}`,
        [row.employerName ?? row.platformName, row.job].filter(Boolean).join(' · '),
      ]),
    ),
    part(
      say('会员卡', 'Service cards'),
      file.cards.map((row): Line => [row.startsOn, row.number]),
    ),
    part(
      say('用途和同意', 'Purposes and consents'),
      data.purposes.map((row): Line => [
        row.name[language],
        `${row.basis} · ${row.state} ${row.since ?? ''}`,
      ]),
    ),
    part(
      say('谁使用过我的信息', 'Who had my data'),
      data.looked.map((row): Line => [
        row.lookedAt,
        `${row.organisationName} · ${row.post} · ${row.kind} ${row.fields.join(', ')} ${row.reason}`,
      ]),
    ),
    part(
      say('我的申请', 'My requests'),
      data.requests.map((row): Line => [row.askedAt, `${row.kind} · ${row.state}`]),
    ),
    ...data.programmes.map(({ title, rows }) =>
      part(
        title[language],
        rows.map((row): Line => [row.what[language], row.said]),
      ),
    ),
  ]
  const title = say('本人信息', 'My data')
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${title}</title>
<style>body{font:16px/1.6 sans-serif;max-width:46em;margin:2em auto;padding:0 1em}th{text-align:left;font-weight:normal;color:#555;padding-right:1.5em;vertical-align:top;white-space:nowrap}h2{font-size:1.1em;border-bottom:1px solid #ccc;margin-top:1.6em}@media print{body{margin:0}h2{break-after:avoid}tr{break-inside:avoid}}</style>
</head><body><h1>${title}</h1><p>${escape(data.takenOn)}</p>${parts.join('')}</body></html>`
}

function part(title: string, lines: readonly Line[]): string {
  const rows = lines
    .filter(([, value]) => value !== null && value !== '')
    .map(([label, value]) => `<tr><th scope="row">${escape(label)}</th><td>${escape(value!)}</td></tr>`)
  return `<h2>${escape(title)}</h2>${rows.length === 0 ? '<p>—</p>' : `<table>${rows.join('')}</table>`}`
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
}
