import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  FEDERATION,
  judgeOrganisations,
  judgeOrganisationSheets,
  madeOrganisation,
  ORGANISATION_HEADER,
  organisationValues,
  organisationVerdict,
  otherOrganisation,
  saidOf,
  type OrganisationCells,
} from '../test/made-organisations.ts'
import { type MadeCell } from '../test/made-workbook.ts'
import { whyText } from './reasons.ts'

async function verdicts(
  column: keyof OrganisationCells,
  cases: [MadeCell, string][],
  change: OrganisationCells = {},
) {
  for (const [cell, expected] of cases)
    assert.equal(
      await organisationVerdict({ ...change, [column]: cell }),
      expected,
      `${column}: ${JSON.stringify(cell)}`,
    )
}

test('parents are found by union or unit name, shortened names are marked and completed', async () => {
  await verdicts('上级工会', [
    ['云川市临江区总工会', 'accepted'],
    ['云川市临江区', 'accepted X22'],
    ['云川市临江区工会', 'accepted X22'],
    ['云川市 临江区总工会', 'accepted X06'],
    ['江南街道总工会', 'review O01'],
    ['总工会', 'review O01'],
    [null, 'review O01'],
    ['已撤并', 'review O01'],
    [{ error: '#N/A' }, 'review X19'],
  ])
  assert.equal((await organisationValues({ 上级工会: '云川市临江区' })).parent_name, '云川市临江区总工会')
})

test('a parent may stand below, in another sheet, or in a rejected row', async () => {
  const street = otherOrganisation('青河街道', {
    工会名称: '青河街道总工会',
    工会类型: '街道总工会',
    统一社会信用代码: '123',
  })
  const rows = await judgeOrganisations(madeOrganisation({ 上级工会: '青河街道总工会' }), street)
  assert.deepEqual(rows.map(saidOf), ['accepted', 'rejected U01'])
  const { rows: spread } = await judgeOrganisationSheets([
    { rows: [[...ORGANISATION_HEADER], madeOrganisation()] },
    { rows: [[...ORGANISATION_HEADER], madeOrganisation(FEDERATION)] },
  ])
  assert.deepEqual(spread.map(saidOf), ['accepted', 'accepted'])
})

test('rows on a circle of parents ask, those below it do not', async () => {
  const union = (name: string, parent: string) =>
    otherOrganisation(name, { 工会名称: `${name}总工会`, 上级工会: parent, 工会类型: '街道总工会' })
  const rows = await judgeOrganisations(
    union('甲', '乙总工会'),
    union('乙', '丙总工会'),
    union('丙', '甲总工会'),
    union('丁', '甲总工会'),
    union('戊', '戊总工会'),
    union('己', '戊'),
    union('庚', '戊工会'),
  )
  assert.deepEqual(rows.map(saidOf), [
    'review O02',
    'review O02',
    'review O02',
    'accepted',
    'review O02',
    'accepted',
    'accepted X22',
  ])
  assert.match(whyText(rows[4]!.reasons, 'zh'), /上级工会填的是本单位/)
})

test('a member of a joint union names it as its union and as its parent without being its own parent', async () => {
  const joint = otherOrganisation('青河第一联合工会', { 工会名称: '青河第一联合工会' })
  const member = madeOrganisation({
    工会名称: '青河第一联合工会',
    上级工会: '青河第一联合工会',
    工会类型: '联合工会成员单位',
  })
  assert.deepEqual((await judgeOrganisations(member, joint)).map(saidOf), ['accepted', 'accepted'])
})

test('repeated organisations: later rows ask; one code with two names, or one name with two codes, all rows ask', async () => {
  const other = '91330299MA0005CY5M'
  const plain = { 工会统一社会信用代码: null }
  const of = async (...changes: OrganisationCells[]) =>
    (await judgeOrganisations(...changes.map((change) => madeOrganisation({ ...plain, ...change })))).map(
      saidOf,
    )
  assert.deepEqual(await of({}, {}, { 单位名称: '云川 恒瑞精密机械有限公司' }), [
    'accepted',
    'review X20',
    'review X20',
  ])
  assert.deepEqual(await of({}, { 单位名称: '云川新港有限公司' }), ['review X20', 'review X20'])
  assert.deepEqual(await of({}, { 统一社会信用代码: other }), ['review X20', 'review X20'])
  assert.deepEqual(await of({}, { 统一社会信用代码: null }), ['accepted', 'review M01'])
  assert.deepEqual(await of({}, { 统一社会信用代码: '123' }), ['accepted', 'rejected U01'])
})
