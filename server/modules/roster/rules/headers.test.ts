import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anotherRow, HEADER, inShort, judgeSheets, madeRow } from '../test/made-roster.ts'
import { at, cells, header, people, personal, skipped } from '../test/made-sheets.ts'
import { merge, type MadeCell, type MadeSheet } from '../test/made-workbook.ts'

test('rows above the header are titles, wholly blank ones blank, gaps in the file too', async () => {
  const title: MadeCell[] = ['文桥街道企业工会会员花名册']
  assert.equal(
    await skipped({
      rows: [title, [], [null, null], ['填报单位：', null, '2017年8月'], header, ...people(1)],
    }),
    '1 title, 2-3 blank, 4 title, 5 header',
  )
  assert.equal(
    await skipped({ rows: [null, title, null, header, ...people(1)] }),
    '1 blank, 2 title, 3 blank, 4 header',
  )
})

test('the header stands in the first fifteen rows, with a name, a number and three known headers', async () => {
  const far = (row: number): MadeSheet => ({
    rows: [...Array.from({ length: row - 1 }, () => ['说明文字'] as MadeCell[]), header, ...people(1)],
  })
  assert.equal((await judgeSheets([far(15)])).summary.dataRows, 1)
  assert.deepEqual(
    (await judgeSheets([far(16)])).summary.sheets.map(({ imported, code }) => [imported, code]),
    [[false, 'X18']],
  )
  const of = async (...texts: string[]) =>
    (await judgeSheets([{ rows: [texts, ['王芳', '1', 'x']] }])).summary.sheets[0]!.imported
  assert.equal(await of('姓名', '身份证号', '民族'), true)
  assert.equal(await of('姓名', '身份证号', '天气'), false)
  assert.equal(await of('姓名', '性别', '民族'), false)
  assert.equal(await of('性别', '身份证号', '民族'), false)
})

test('headers are compared without blanks, stars, brackets and colons', async () => {
  const { rows } = await judgeSheets([
    {
      rows: [
        [
          '序 号',
          '*姓　名',
          '性别（男/女）',
          '身份证号码*(18位)',
          '手机号码：',
          '工作单位【全称】',
          '统一社会\n信用代码',
          '★所属工会',
          '入会时间（年月日）',
        ],
        personal(),
      ],
    },
  ])
  assert.equal(inShort(rows[0]!), 'accepted')
  assert.equal(rows[0]!.values.mobile, '14200000001')
  assert.deepEqual(rows[0]!.values.join_date, { value: '2012-03-05', precision: 'day' })
})

test('officers’ other words for the columns are known', async () => {
  const words = [
    '编号',
    '会员姓名',
    '性别',
    '公民身份号码',
    '移动电话',
    '所在单位',
    '单位统一社会信用代码',
    '基层工会名称',
    '入会日期',
  ]
  const others = [
    'No.',
    '职工姓名',
    '性 别',
    '证件号码',
    '联系方式',
    '用人单位',
    '社会信用代码',
    '会籍所在工会',
    '加入工会时间',
  ]
  const longer = [
    '序号',
    '工会会员姓名',
    '性别',
    '会员居民身份证号码',
    '会员本人手机号码',
    '现工作单位名称',
    '工作单位统一社会信用代码',
    '所属基层工会组织名称',
    '会员入会时间',
  ]
  for (const texts of [words, others, longer]) {
    const { rows } = await judgeSheets([{ rows: [texts, personal()] }])
    assert.equal(inShort(rows[0]!), 'accepted', texts.join())
    assert.ok(
      rows[0]!.values.mobile &&
        rows[0]!.values.join_date &&
        rows[0]!.values.union_name &&
        rows[0]!.values.employer_name,
    )
  }
})

test('columns of others are not taken for the member’s', async () => {
  const { summary } = await judgeSheets([
    {
      rows: [
        [
          '姓名',
          '身份证号',
          '性别',
          '工会主席姓名',
          '紧急联系人电话',
          '身份证有效期',
          '工会统一社会信用代码',
          '曾用名',
          '配偶姓名',
          '单位电话',
        ],
        ['王芳', '1', '女'],
      ],
    },
  ])
  assert.deepEqual(
    summary.sheets[0]!.header!.columns.slice(3).map((column) => column.field),
    [null, null, null, 'union_uscc', null, null, null],
  )
})

test('two header rows under merged groups are joined, whichever of them knows more', async () => {
  const top: MadeCell[] = ['序号', '基本信息', null, null, null, '工作情况', null, null, '会籍', '备注']
  const below: MadeCell[] = [
    null,
    '姓名',
    '性别',
    '身份证号',
    '手机号码',
    '单位名称',
    '统一社会信用代码',
    '工会名称',
    '入会时间',
    null,
  ]
  const merges = [merge(1, 0, 2), merge(1, 1, 1, 4), merge(1, 5, 1, 7), merge(1, 9, 2)]
  const { rows, summary } = await judgeSheets([{ rows: [top, below, [...personal(), '已退休']], merges }])
  assert.equal(inShort(rows[0]!), 'review X29')
  assert.deepEqual(
    summary.sheets[0]!.skipped.map((one) => one.kind),
    ['header', 'header'],
  )
  assert.equal(summary.sheets[0]!.header!.columns[1]!.header, '基本信息/姓名')
})

test('sub-headers mean what their group says', async () => {
  const top: MadeCell[] = ['姓名', '证件', null, '户籍', null, '所属工会', null, '工作单位', null]
  const below: MadeCell[] = [
    null,
    '类型',
    '号码',
    '类型',
    '所在地',
    '名称',
    '统一社会信用代码',
    '名称',
    '统一社会信用代码',
  ]
  const merges = [merge(1, 0, 2), merge(1, 1, 1, 2), merge(1, 3, 1, 4), merge(1, 5, 1, 6), merge(1, 7, 1, 8)]
  const { summary } = await judgeSheets([{ rows: [top, below, ['王芳', '身份证', '1']], merges }])
  assert.deepEqual(
    summary.sheets[0]!.header!.columns.map((column) => column.field),
    [
      'full_name',
      'id_document_type',
      'id_number',
      'household_type',
      'household_place',
      'union_name',
      'union_uscc',
      'employer_name',
      'employer_uscc',
    ],
  )
})

test('a title merged over the table, or a line of merged remarks, is no group row', async () => {
  const title: MadeCell[] = ['会员花名册']
  assert.equal(
    await skipped({ rows: [title, header, ...people(2)], merges: [merge(1, 0, 1, 15)] }),
    '1 title, 2 header',
  )
  const line: MadeCell[] = ['填报单位（盖章）：云川', ...Array<null>(9).fill(null), '填报日期：2017年8月']
  assert.equal(
    await skipped({ rows: [line, header, ...people(2)], merges: [merge(1, 0, 1, 5), merge(1, 10, 1, 15)] }),
    '1 title, 2 header',
  )
})

test('a data row under merged header cells stays a data row', async () => {
  const wide: MadeCell[] = ['姓名', '性别', '身份证号', '联系电话', null, '备注']
  const { rows } = await judgeSheets([
    {
      rows: [wide, ['王芳', '女', String(madeRow()[at('身份证号')]), '14200000001', '家', '劳模']],
      merges: [merge(1, 3, 1, 4)],
    },
  ])
  assert.equal(rows.length, 1)
})

test('a header repeated further down is a header, of two rows both', async () => {
  assert.equal(await skipped({ rows: [header, ...people(2), header, ...people(2, 3)] }), '1 header, 4 header')
  const partly = cells({ 姓名: '姓 名', 身份证号: '身份证号*', 性别: '性别' })
  assert.equal(await skipped({ rows: [header, ...people(1), partly, ...people(1, 3)] }), '1 header, 3 header')
  const onlyTwo = cells({ 姓名: '姓名', 性别: '性别' })
  assert.equal(await skipped({ rows: [header, ...people(1), onlyTwo] }), '1 header')
})

test('the same field twice: the left column counts, the right one fills only blanks', async () => {
  const twice: MadeCell[] = [...HEADER, '联系电话']
  const { rows } = await judgeSheets([
    {
      rows: [
        twice,
        [...anotherRow(1), '15400000001'],
        [...anotherRow(2, { 手机号码: null }), '15400000002'],
        [...anotherRow(3, { 手机号码: '-' }), '15400000003'],
        [...anotherRow(4, { 手机号码: '123' }), '15400000004'],
      ],
    },
  ])
  assert.deepEqual(
    rows.map((row) => [inShort(row), row.values.mobile]),
    [
      ['accepted', '14300000001'],
      ['accepted', '15400000002'],
      ['accepted', '15400000003'],
      ['review X25', null],
    ],
  )
})

test('a header repeated within the first rows does not push the first one aside', async () => {
  const top: MadeCell[] = ['姓名', '基本信息', null, null, '备注']
  const below: MadeCell[] = [null, '性别', '身份证号', '民族', null]
  const row: MadeCell[] = ['王芳', '女', '33029919850412242X', '汉族', null]
  const merges = [1, 5].flatMap((first) => [
    merge(first, 0, first + 1),
    merge(first, 1, first, 3),
    merge(first, 4, first + 1),
  ])
  const { rows, summary } = await judgeSheets([{ rows: [top, below, row, [], top, below, row], merges }])
  assert.deepEqual(
    rows.map((one) => one.row),
    [3, 7],
  )
  assert.deepEqual(
    summary.sheets[0]!.skipped.map((one) => one.kind),
    ['header', 'header', 'blank', 'header', 'header'],
  )
})
