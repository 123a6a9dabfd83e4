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
  saidOf,
  type OrganisationCells,
} from '../test/made-organisations.ts'
import { merge, type MadeCell } from '../test/made-workbook.ts'
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

const CODE = '91330299MA0005CT4E'

test('a clean row and its federation are accepted without a mark', async () => {
  const rows = (
    await judgeOrganisationSheets([
      { rows: [[...ORGANISATION_HEADER], madeOrganisation(FEDERATION), madeOrganisation()] },
    ])
  ).rows
  assert.deepEqual(rows.map(saidOf), ['accepted', 'accepted'])
})

test('only name and code reject', async () => {
  await verdicts('单位名称', [
    [null, 'rejected M01'],
    ['—', 'rejected M01'],
    [{ error: '#N/A' }, 'rejected X19'],
    ['=1+1', 'rejected X27'],
    ['云川恒瑞\n精密机械有限公司', 'accepted X06'],
    ['云川(恒瑞)精密机械有限公司', 'accepted X22'],
  ])
  await verdicts('统一社会信用代码', [
    [null, 'review M01'],
    [913302990000000000, 'rejected X01'],
    ['9.1330299E+17', 'rejected X03'],
    ['9.1E17', 'rejected X03'],
    [CODE.slice(0, 17), 'rejected U01'],
    [
      `${CODE.slice(0, 9)}${CODE[10]}${CODE[9]}${CODE.slice(11)}`,
      CODE[9] === CODE[10] ? 'accepted' : 'rejected U01',
    ],
    [`${CODE.slice(0, 17)}I`, 'rejected U01'],
    [123456, 'rejected U01'],
    [{ error: '#REF!' }, 'rejected X19'],
    [{ noResult: true }, 'rejected X19'],
    [CODE.replaceAll('0', 'O'), 'accepted U02'],
    [CODE.toLowerCase(), 'accepted X07'],
    [` ${CODE}\u00a0`, 'accepted X06'],
    [`'${CODE}`, 'accepted X04'],
    [{ formula: CODE }, 'accepted X19'],
  ])
})

test('federations and joint unions have no code, their members have one', async () => {
  for (const level of ['区总工会', '街道总工会', '园区工会联合会', '联合工会'])
    await verdicts('工会类型', [[level, 'accepted']], { 统一社会信用代码: null })
  for (const level of ['联合工会成员单位', '单独基层工会', null])
    await verdicts('工会类型', [[level, 'review M01']], { 统一社会信用代码: null })
})

test('codes in each other’s place ask to be exchanged, a bad union code asks', async () => {
  const union = '81330299MC0005CR5M'
  const why = async (change: OrganisationCells) =>
    whyText((await judgeOrganisations(madeOrganisation(change)))[0]!.reasons, 'zh')
  assert.equal(
    await organisationVerdict({ 统一社会信用代码: union, 工会统一社会信用代码: CODE }),
    'review X23',
  )
  assert.match(await why({ 统一社会信用代码: union, 工会统一社会信用代码: CODE }), /填反了/)
  assert.equal(
    await organisationVerdict({ 统一社会信用代码: union, 工会统一社会信用代码: null }),
    'review X23',
  )
  assert.match(await why({ 统一社会信用代码: union, 工会统一社会信用代码: null }), /单位代码栏填的是工会/)
  await verdicts('工会统一社会信用代码', [
    [null, 'accepted'],
    [`${union.slice(0, 17)}0`, 'review U01'],
    [union.replaceAll('0', 'O'), 'accepted U02'],
    [{ error: '#N/A' }, 'review X19'],
  ])
})

test('counts: exact Chinese numerals and 人 are read, anything approximate asks', async () => {
  await verdicts(
    '职工人数',
    [
      ['一百二十', 'accepted X12'],
      ['壹佰贰拾人', 'accepted X12'],
      ['两百零五', 'accepted X12'],
      ['一百二', 'accepted X12'],
      ['一千零二十', 'accepted X12'],
      ['120人', 'accepted X12'],
      ['120 人', 'accepted X06 X12'],
      ['120', 'accepted'],
      ['１２０', 'accepted X05'],
      ['１２０人', 'accepted X05 X12'],
      [null, 'accepted'],
      ['-', 'accepted'],
      ['约120', 'review X12'],
      ['120余人', 'review X12'],
      ['百余人', 'review X12'],
      ['100-120', 'review X12'],
      ['120多', 'review X12'],
      ['近百人', 'review X12'],
      ['七八人', 'review X12'],
      [120.5, 'review X12'],
      [-3, 'review X12'],
      [{ date: '2016-05-03' }, 'review X12'],
      [{ error: '#DIV/0!' }, 'review X19'],
    ],
    { 女职工数: null },
  )
  assert.equal((await organisationValues({ 职工人数: '两百零五' })).employees, 205)
  assert.equal((await organisationValues({ 职工人数: '一万二千三百' })).employees, 12_300)
})

test('a part larger than its whole asks', async () => {
  assert.equal(await organisationVerdict({ 会员人数: 121 }), 'review O03')
  assert.equal(await organisationVerdict({ 会员人数: 120 }), 'accepted')
  assert.equal(await organisationVerdict({ 女会员数: 101 }), 'review O03')
  assert.equal(await organisationVerdict({ 女职工数: 121 }), 'review O03')
  assert.equal(await organisationVerdict({ 女职工数: 500, 职工人数: null }), 'accepted')
})

test('money becomes fen, exactly', async () => {
  const fen = async (cell: MadeCell) => [
    await organisationVerdict({ '年度经费（元）': cell }),
    (await organisationValues({ '年度经费（元）': cell })).annual_budget_fen,
  ]
  for (const [cell, said, amount] of [
    [35000, 'accepted', 3_500_000],
    [0.07, 'accepted', 7],
    ['35000', 'accepted', 3_500_000],
    ['35000.50', 'accepted', 3_500_050],
    ['3万', 'accepted X13', 3_000_000],
    ['3.5万元', 'accepted X13', 3_500_000],
    ['35,000', 'accepted X13', 3_500_000],
    ['35,000元', 'accepted X13', 3_500_000],
    ['￥35000.00', 'accepted X13', 3_500_000],
    ['¥35,000', 'accepted X13', 3_500_000],
    ['叁万元', 'accepted X13', 3_000_000],
    ['三万五千元', 'accepted X13', 3_500_000],
    ['叁万伍仟元整', 'accepted X13', 3_500_000],
    ['３５０００元', 'accepted X05 X13', 3_500_000],
    ['35 000', 'accepted X06', 3_500_000],
    ['3-5万', 'review X13', null],
    ['待定', 'review X13', null],
    ['约3万', 'review X13', null],
    ['3万多', 'review X13', null],
    ['35000.555', 'review X13', null],
    ['1,23', 'review X13', null],
    [-1, 'review X13', null],
    [{ date: '2016-05-03' }, 'review X13', null],
    [null, 'accepted', null],
  ] as [MadeCell, string, number | null][])
    assert.deepEqual(await fen(cell), [said, amount], JSON.stringify(cell))
})

test('a header that says 万元 is believed', async () => {
  const header = ORGANISATION_HEADER.map((text) => (text === '年度经费（元）' ? '年度经费（万元）' : text))
  const { rows } = await judgeOrganisationSheets([
    { rows: [header, madeOrganisation({ ...FEDERATION, '年度经费（元）': 3.5 })] },
  ])
  assert.deepEqual([saidOf(rows[0]!), rows[0]!.values.annual_budget_fen], ['accepted X13', 3_500_000])
})

test('dates, document numbers, names of people, phones', async () => {
  await verdicts('建会时间', [
    ['2016.5', 'accepted X11'],
    [42493, 'accepted X11'],
    ['16/5/3', 'review X11'],
    ['2016-11-31', 'review X11'],
    [null, 'accepted'],
  ])
  for (const pair of ['[]', '()', '（）', '【】'])
    await verdicts('审批文号', [[`云临工${pair[0]}2016${pair[1]}12号`, 'accepted X22']])
  assert.equal((await organisationValues({ 审批文号: '云临工[2016]12号' })).approval_no, '云临工〔2016〕12号')
  await verdicts('主席姓名', [
    ['王　芳', 'accepted X06'],
    ['古丽•艾山', 'accepted X05'],
  ])
  await verdicts('主席电话', [
    ['+8614200000001', 'accepted X25'],
    [14200000001, 'accepted'],
    ['无', 'accepted X25'],
    ['123', 'review X25'],
  ])
  await verdicts('备注', [
    ['@SUM(A1:A9)', 'accepted X27'],
    ['已退休', 'accepted'],
  ])
})

test('numbers get their leading zeros back, texts stay as they are', async () => {
  await verdicts('邮编', [
    [10000, 'accepted O04'],
    [315000, 'accepted'],
    ['010000', 'accepted'],
    ['10000', 'accepted'],
  ])
  await verdicts('行业代码', [
    [3, 'accepted O04'],
    [12, 'accepted'],
    ['03', 'accepted'],
  ])
  const values = await organisationValues({ 邮编: 10000, 行业代码: 3 })
  assert.deepEqual([values.postcode, values.industry_code], ['010000', '03'])
})

test('the six haves: √, × and blank are plain, other ways to say so are marked, the rest asks', async () => {
  for (const yes of ['✓', '✔', '是', '有', 1, '1'])
    assert.deepEqual(
      [await organisationVerdict({ 有标志: yes }), (await organisationValues({ 有标志: yes })).six_haves![2]],
      ['accepted X24', true],
    )
  for (const no of ['✗', '否', '无', 0, '0'])
    assert.deepEqual(
      [await organisationVerdict({ 有场所: no }), (await organisationValues({ 有场所: no })).six_haves![0]],
      ['accepted X24', false],
    )
  await verdicts('有场所', [
    ['部分', 'review X24'],
    [null, 'accepted'],
    ['/', 'accepted'],
    [' √', 'accepted X06'],
    [{ formula: '√' }, 'accepted X19'],
  ])
  assert.deepEqual((await organisationValues({})).six_haves, [true, false, null, true, true, true])
})

test('the six haves under one group are told apart by their order when named otherwise', async () => {
  const top: MadeCell[] = ['单位名称', '信用代码', '上级工会', '六有达标情况', null, null, null, null, null]
  const below: MadeCell[] = [null, null, null, '一有', '二有', '三有', '四有', '五有', '六有']
  const row: MadeCell[] = ['云川恒瑞精密机械有限公司', CODE, null, '√', '×', '√', '×', '√', '×']
  const merges = [merge(1, 0, 2), merge(1, 1, 2), merge(1, 2, 2), merge(1, 3, 1, 8)]
  const { rows } = await judgeOrganisationSheets([{ rows: [top, below, row], merges }])
  assert.deepEqual(rows[0]!.values.six_haves, [true, false, true, false, true, false])
})

test('signature and note rows need a blank code; a hidden row asks', async () => {
  const cells = (some: OrganisationCells) => ORGANISATION_HEADER.map((name) => some[name] ?? null)
  const rows = [
    [...ORGANISATION_HEADER],
    madeOrganisation(FEDERATION),
    cells({ 单位名称: '合计', 职工人数: 120 }),
    cells({ 单位名称: '制表人：顾××', 上级工会: '负责人：' }),
    cells({ 序号: '备注：不填' }),
    cells({ 单位名称: '注：云川公司', 统一社会信用代码: '123' }),
    madeOrganisation(),
  ]
  const { rows: judged, summary } = await judgeOrganisationSheets([{ rows, hiddenRows: [7] }])
  assert.deepEqual(
    summary.sheets[0]!.skipped.map((one) => one.kind),
    ['header', 'subtotal', 'signature', 'note'],
  )
  assert.deepEqual(judged.map(saidOf), ['accepted', 'rejected U01', 'review X17'])
})
