import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anotherRow, inShort, judgeRows, judgeSheets } from '../test/made-roster.ts'
import { cells, header, people, skipped } from '../test/made-sheets.ts'
import type { MadeCell } from '../test/made-workbook.ts'

test('blank rows between are listed, after the last filled row not; a running number alone fills nothing', async () => {
  const dashes = cells({ 姓名: '-', 备注: '/' })
  assert.equal(
    await skipped({
      rows: [header, ...people(1), [], dashes, null, ...people(1, 3), [], null, [null, null]],
    }),
    '1 header, 3-5 blank',
  )
  assert.equal(
    await skipped({ rows: [header, ...people(1), cells({ 序号: 2 }), cells({ 序号: 3 })] }),
    '1 header',
  )
  assert.equal((await judgeSheets([{ rows: [header, [...Array(16).fill(null), '']] }])).summary.dataRows, 0)
})

test('subtotals: any cell that begins so, while the number is blank or short', async () => {
  for (const word of ['小计', '小  计', '合计', '总计', '共计', '累计', '本页小计', '本单位小计：'])
    for (const column of ['序号', '姓名', '部门', '备注'] as const)
      assert.equal(
        await skipped({ rows: [header, ...people(1), cells({ [column]: word })] }),
        '1 header, 3 subtotal',
        `${column} ${word}`,
      )
  assert.equal(
    await skipped({ rows: [header, ...people(1), cells({ 姓名: '小计', 身份证号: '12人' })] }),
    '1 header, 3 subtotal',
  )
  assert.equal(
    await skipped({ rows: [header, ...people(1), anotherRow(2, { 备注: '合计两份' })] }),
    '1 header',
  )
  assert.equal(await skipped({ rows: [header, ...people(1), cells({ 部门: '本月合计' })] }), '1 header')
})

test('signatures and notes: name and number blank, or the name cell holds the text itself', async () => {
  for (const word of ['填表人：沈××', '制表人', '审核人：', '负责人（签字）', '经 办 人', '联系人'])
    assert.equal(
      await skipped({ rows: [header, ...people(1), cells({ 部门: word })] }),
      '1 header, 3 signature',
      word,
    )
  assert.equal(
    await skipped({ rows: [header, ...people(1), cells({ 姓名: '填表人：沈××', 部门: '审核人：' })] }),
    '1 header, 3 signature',
  )
  for (const word of ['注：一式两份', '说明：可不填', '备注：', ' 注 1'])
    assert.equal(
      await skipped({ rows: [header, ...people(1), cells({ 序号: word })] }),
      '1 header, 3 note',
      word,
    )
  assert.equal(
    await skipped({ rows: [header, ...people(1), cells({ 姓名: '注：一式两份' })] }),
    '1 header, 3 note',
  )
  assert.equal(
    await skipped({ rows: [header, ...people(1), cells({ 身份证号: '填表人：沈××', 部门: '审核人：' })] }),
    '1 header, 3 signature',
  )
  // Somebody stands there: a data row, whatever else it says.
  const [row] = await judgeRows([cells({ 姓名: '王芳', 备注: '说明' })])
  assert.equal(inShort(row!), 'rejected M01')
})

test('a total that declares another number of people is noted, a subtotal or an equal total is not', async () => {
  const notes = async (rows: MadeCell[][]) =>
    (await judgeSheets([{ rows: [header, ...rows] }])).summary.fileNotes
  const total = (label: string, declared: MadeCell) => cells({ 姓名: label, 性别: declared })
  assert.deepEqual(await notes([...people(3), total('合计', '5人')]), [
    { code: 'X16', declared: 5, found: 3 },
  ])
  assert.deepEqual(await notes([...people(3), total('总计', ' 5 人')]), [
    { code: 'X16', declared: 5, found: 3 },
  ])
  assert.deepEqual(await notes([...people(3), total('共 计', '３人')]), [])
  assert.deepEqual(await notes([...people(3), total('小计', '5人')]), [])
  assert.deepEqual(await notes([...people(3), total('合计', 5)]), [])
  assert.deepEqual(await notes([...people(2), total('小计', '2人'), ...people(1, 3), total('合计', '2人')]), [
    { code: 'X16', declared: 2, found: 3 },
  ])
  assert.deepEqual(await notes([...people(3), total('合计：1,413人', null)]), [
    { code: 'X16', declared: 1413, found: 3 },
  ])
})
