import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HER_NUMBER, madeNumber, valuesOf, verdict, whyOf } from '../test/made-roster.ts'

/** Each cell and the verdict of the otherwise clean row. */
async function verdicts(
  column: Parameters<typeof verdict>[0] extends infer C ? keyof C : never,
  cases: [unknown, string][],
) {
  for (const [cell, expected] of cases)
    assert.equal(await verdict({ [column]: cell as never }), expected, `${column}: ${JSON.stringify(cell)}`)
}

test('names: blanks go out of Chinese names, Latin names are only trimmed and collapsed', async () => {
  await verdicts('姓名', [
    ['王　芳', 'accepted X06'],
    [' 王 芳\u00a0', 'accepted X06'],
    ['王\n芳', 'accepted X06'],
    ['Anna Maria Keller', 'accepted'],
    ['  Anna  Maria\u200b Keller ', 'accepted X06'],
    ["'王芳", 'accepted X04'],
    ['="王芳"', 'accepted X04'],
    ['𠮷野芳', 'accepted'],
  ])
  assert.equal((await valuesOf({ 姓名: '  Anna  Maria Keller ' })).full_name, 'Anna Maria Keller')
  assert.equal((await valuesOf({ 姓名: '王　 芳' })).full_name, '王芳')
})

test('names: the dots of minority names become one, only between Chinese characters', async () => {
  for (const dot of ['•', '・', '．', '.'])
    assert.deepEqual(
      [
        await verdict({ 姓名: `古丽娜尔${dot}艾山` }),
        (await valuesOf({ 姓名: `古丽娜尔${dot}艾山` })).full_name,
      ],
      ['accepted X05', '古丽娜尔·艾山'],
    )
  assert.equal(await verdict({ 姓名: '古丽娜尔·艾山' }), 'accepted')
  assert.equal(await verdict({ 姓名: '古丽娜尔 . 艾山' }), 'accepted X05 X06')
  assert.equal(await verdict({ 姓名: 'J. Smith' }), 'accepted')
})

test('names: blank rejects, brackets and digits ask, a formula text rejects', async () => {
  await verdicts('姓名', [
    [null, 'rejected M01'],
    ['——', 'rejected M01'],
    ['王芳（小）', 'review M03'],
    ['王芳(小)', 'review M03'],
    ['王芳【新】', 'review M03'],
    ['王芳2', 'review M03'],
    ['王芳２', 'review M03'],
    [12, 'review M03'],
    ['=HYPERLINK("http://example.invalid")', 'rejected X27'],
    ['+王芳', 'rejected X27'],
    ['-王芳', 'rejected X27'],
    ['@王芳', 'rejected X27'],
    [{ formula: '王芳' }, 'accepted X19'],
    [{ formula: '=王芳' }, 'rejected X27'],
  ])
  assert.match(await whyOf({ 姓名: null }), /缺少姓名/)
})

test('sex: aliases are marked, a difference asks, another text asks, blank is silent', async () => {
  await verdicts('性别', [
    [null, 'accepted'],
    ['-', 'accepted'],
    ['女', 'accepted'],
    [' 女', 'accepted X06'],
    ['F', 'accepted X24'],
    ['f', 'accepted X24'],
    [2, 'accepted X24'],
    ['2', 'accepted X24'],
    ['女性', 'accepted X24'],
    ['0', 'accepted X24'],
    [0, 'accepted X24'],
    [9, 'accepted X24'],
    ['男', 'review X10'],
    ['M', 'review X10'],
    ['1', 'review X10'],
    ['男性', 'review X10'],
    ['未知', 'review X24'],
    [3, 'review X24'],
    [{ error: '#VALUE!' }, 'review X19'],
    [{ formula: '女' }, 'accepted X19'],
  ])
  assert.equal((await valuesOf({ 性别: '0' })).sex, '女')
})

test('birth date: compared with the number at its own precision, two-digit years by their two digits', async () => {
  await verdicts('出生日期', [
    [null, 'accepted'],
    ['1985-04', 'accepted'],
    ['1985', 'accepted'],
    [{ date: '1985-04-12' }, 'accepted'],
    [{ date: '1985-04-12T00:00:00' }, 'accepted'],
    ['1985.4.12', 'accepted X11'],
    ['1985年4月', 'accepted X11'],
    [19850412, 'accepted X11'],
    [198504, 'accepted X11'],
    [1985, 'accepted X11'],
    [1985.4, 'accepted X11'],
    ['85.4.12', 'accepted X11'],
    ['85年4月', 'accepted X11'],
    ['850412', 'accepted X11'],
    ['85-04', 'accepted X11'],
    ['1985-05', 'review X10'],
    ['1986', 'review X10'],
    [{ date: '1985-04-13' }, 'review X10'],
    ['86.4.12', 'review X10'],
    ['85.4.13', 'review X10'],
    ['不详', 'review X11'],
    ['1985-02-30', 'review X11'],
    ['12/4/1985', 'review X11'],
    ['2203-05-01', 'review X11'],
    [{ error: '#VALUE!' }, 'review X19'],
  ])
})

test('mobile: none written becomes null, marked only where something was written', async () => {
  await verdicts('手机号码', [
    [null, 'accepted'],
    ['', 'accepted'],
    ['  ', 'accepted'],
    ['无', 'accepted X25'],
    ['没有', 'accepted X25'],
    ['暂无', 'accepted X25'],
    ['无 ', 'accepted X06 X25'],
    ['-', 'accepted X25'],
    ['/', 'accepted X25'],
    ['0574-87654321', 'accepted X25'],
    ['057487654321', 'accepted X25'],
    ['010-12345678', 'accepted X25'],
    ['没手机', 'review X25'],
  ])
  assert.equal((await valuesOf({ 手机号码: '无' })).mobile, null)
})

test('mobile: country codes, hyphens, dots and several numbers are cleaned, anything else asks', async () => {
  const plain = '14312345678'
  await verdicts('手机号码', [
    [14312345678, 'accepted'],
    ['143 1234 5678', 'accepted X06'],
    ["'14312345678", 'accepted X04'],
    ['１４３１２３４５６７８', 'accepted X05'],
    ['+8614312345678', 'accepted X25'],
    ['008614312345678', 'accepted X25'],
    ['8614312345678', 'accepted X25'],
    [8614312345678, 'accepted X25'],
    ['+86 143-1234-5678', 'accepted X06 X25'],
    ['143.1234.5678', 'accepted X25'],
    ['14312345678.0', 'accepted X25'],
    ['14312345678/15412345678', 'accepted X25'],
    ['14312345678、15412345678', 'accepted X25'],
    ['14312345678，15412345678', 'accepted X05 X25'],
    ['14312345678；15412345678', 'accepted X05 X25'],
    ['14312345678;15412345678', 'accepted X25'],
    ['1431234567/14312345678', 'accepted X25'],
    ['0574-87654321/14312345678', 'accepted X25'],
    ['14312345678/', 'accepted X25'],
    ['1431234567', 'review X25'],
    ['1431234567812', 'review X25'],
    ['12312345678', 'review X25'],
    ['1.43E+10', 'review X25'],
    [143123456.5, 'review X25'],
    [{ error: '#N/A' }, 'review X19'],
  ])
  for (const written of ['+86 143-1234-5678', '14312345678，15412345678', '0574-87654321/14312345678'])
    assert.equal((await valuesOf({ 手机号码: written })).mobile, plain)
})

test('lists: aliases are marked, unknown values ask, blanks are null', async () => {
  await verdicts('政治面貌', [
    ['党员', 'accepted X24'],
    ['中国共产党党员', 'accepted X24'],
    ['中共党员（预备）', 'accepted X24'],
    ['九三学社', 'accepted X24'],
    ['其他', 'accepted'],
    ['中 共 党 员', 'accepted X06'],
    ['积极分子', 'review X24'],
    ['/', 'accepted'],
    [{ error: '#N/A' }, 'review X19'],
  ])
  await verdicts('民族', [
    ['汉', 'accepted X24'],
    ['维吾尔', 'accepted X24'],
    ['汗族', 'review X24'],
    ['族', 'review X24'],
    [1, 'review X24'],
  ])
  await verdicts('学历', [
    ['大学', 'accepted X24'],
    ['文盲', 'accepted X24'],
    ['博士研究生', 'accepted X24'],
    ['自考', 'review X24'],
    ['高中/中专', 'accepted'],
  ])
  const values = await valuesOf({ 政治面貌: '台盟', 民族: null, 学历: '技校' })
  assert.deepEqual(
    [values.political_affiliation, values.ethnic_group, values.education_level],
    ['民主党派', null, '高中/中专'],
  )
})

test('joining date: blank is null, before the sixteenth birthday asks, unknown parts count as the last', async () => {
  await verdicts('入会时间', [
    [null, 'accepted'],
    ['2001-04-12', 'accepted'],
    ['2001-04-11', 'review M02'],
    ['2001-04', 'accepted'],
    ['2001-03', 'review M02'],
    ['2001', 'accepted'],
    ['2000', 'review M02'],
    ['1997-03-01', 'review M02'],
    ['2026-06-30', 'accepted'],
    ['2026-07-01', 'review X11'],
    ['2026-06', 'accepted'],
    ['2026', 'accepted'],
    ['2026-07', 'review X11'],
    ['17/8/16', 'review X11'],
    [{ error: '#VALUE!' }, 'review X19'],
    [{ formula: '2017-08-16' }, 'accepted X19'],
  ])
  assert.deepEqual((await valuesOf({ 入会时间: '2017年8月' })).join_date, {
    value: '2017-08',
    precision: 'month',
  })
})

test('card number: a number cell that has lost digits asks', async () => {
  await verdicts('会员服务卡号', [
    [6217000000000000000, 'review X01'],
    [1e15, 'review X01'],
    [999999999999999, 'accepted'],
    ['6217 0000 0000 0000 001', 'accepted'],
    [{ error: '#N/A' }, 'accepted'],
  ])
})

test('remark: what it says of leaving or moving goes to review, with its words', async () => {
  for (const word of '退休 离职 辞职 离岗 转入 转出 调入 调出 去世 死亡 下岗 失业 保留 借调 一户 除名'.split(
    ' ',
  ))
    assert.equal(await verdict({ 备注: `2016年3月已${word}` }), 'review X29', word)
  assert.equal(await verdict({ 备注: '退 休' }), 'review X29')
  await verdicts('备注', [
    ['劳模', 'accepted'],
    ['需补办会员证', 'accepted'],
    [20160301, 'accepted'],
  ])
  assert.match(await whyOf({ 备注: '已退休，2016年离职' }), /备注含需要人工处理的内容：退休、离职/)
})

test('a text that begins like a formula is kept and marked in any column but number, mobile and dates', async () => {
  for (const text of ["=cmd|'/c calc'!A1", '@SUM(1+1)', '+1+1', '-2+3', ' =1+1', '\t@A1'])
    for (const column of ['部门', '备注', '会员服务卡号'] as const)
      assert.equal(await verdict({ [column]: text }), 'accepted X27', text)
  assert.equal((await valuesOf({ 备注: '=1+1' })).remark, '=1+1')
  assert.equal(await verdict({ 备注: { formula: '=1+1' } }), 'accepted')
  assert.equal(await verdict({ 备注: '-' }), 'accepted')
  assert.equal(await verdict({ 手机号码: '+8614312345678' }), 'accepted X25')
  assert.equal(await verdict({ 入会时间: '=1+1' }), 'review X11')
  assert.equal(await verdict({ 序号: '=ROW()' }), 'accepted')
})

test('sex and birth date in the result come from the number', async () => {
  const values = await valuesOf({ 性别: null, 出生日期: '1985' })
  assert.deepEqual([values.sex, values.birth_date, values.id_number], ['女', '1985-04-12', HER_NUMBER])
  assert.equal((await valuesOf({ 身份证号: madeNumber('1985-04-12', 243), 性别: '男' })).sex, '男')
})
