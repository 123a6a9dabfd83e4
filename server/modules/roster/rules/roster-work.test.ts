import assert from 'node:assert/strict'
import { test } from 'node:test'
import { valuesOf, verdict, whyOf, type Cells } from '../test/made-roster.ts'
import { isGoodCreditCode } from './credit-code.ts'

const HENGRUI = {
  name: '云川恒瑞精密机械有限公司',
  code: '91330299MA0005CT4E',
  union: '云川恒瑞精密机械有限公司工会',
}
/** A row of the company without brackets. */
const atHengrui = (change: Cells = {}): Cells => ({
  工作单位: HENGRUI.name,
  统一社会信用代码: HENGRUI.code,
  所属工会: HENGRUI.union,
  ...change,
})

async function verdicts(cases: [Cells, string][]) {
  for (const [change, expected] of cases)
    assert.equal(await verdict(atHengrui(change)), expected, JSON.stringify(change))
}

test('a known code gives the register’s name, a different name is marked', async () => {
  await verdicts([
    [{}, 'accepted'],
    [{ 工作单位: '云川恒瑞精密机械' }, 'accepted X22'],
    [{ 工作单位: '云川第二轴承厂' }, 'accepted X22'],
    [{ 工作单位: null }, 'accepted'],
    [{ 工作单位: '云川恒瑞\n精密机械有限公司 ' }, 'accepted X06'],
    [{ 工作单位: "'云川恒瑞精密机械有限公司" }, 'accepted X04'],
  ])
  const values = await valuesOf(atHengrui({ 工作单位: '恒瑞' }))
  assert.deepEqual([values.employer_name, values.employer_uscc], [HENGRUI.name, HENGRUI.code])
})

test('half-width brackets in names of units and unions become full-width and are marked', async () => {
  assert.equal(await verdict({ 工作单位: '鸿远(云川)物流有限公司' }), 'accepted X22')
  assert.equal(await verdict({ 工作单位: '鸿远（云川)物流有限公司', 统一社会信用代码: null }), 'accepted X22')
  assert.equal(await verdict({ 所属工会: '鸿远(云川)物流有限公司工会委员会' }), 'accepted X22')
})

test('a branch under the head company’s code asks', async () => {
  for (const branch of ['东埠分公司', '东埠分店', '第二分厂'])
    assert.equal(await verdict(atHengrui({ 工作单位: HENGRUI.name + branch })), 'review X22')
  assert.match(
    await whyOf(atHengrui({ 工作单位: `${HENGRUI.name}东埠分公司` })),
    /填写的是分公司，代码是总公司/,
  )
})

test('without a code the name decides: current, former, or a person', async () => {
  await verdicts([
    [{ 统一社会信用代码: null }, 'accepted'],
    [{ 统一社会信用代码: '-' }, 'accepted'],
    [{ 统一社会信用代码: null, 工作单位: '云川第二轴承厂' }, 'accepted X22'],
    [{ 统一社会信用代码: null, 工作单位: '云川恒瑞精密机械' }, 'review X22'],
  ])
  const values = await valuesOf(atHengrui({ 统一社会信用代码: null, 工作单位: '云川第二轴承厂' }))
  assert.deepEqual([values.employer_name, values.employer_uscc], [HENGRUI.name, HENGRUI.code])
  assert.match(
    await whyOf(atHengrui({ 统一社会信用代码: null, 工作单位: '恒瑞' })),
    /工作单位名称与台账不一致/,
  )
})

test('codes are repaired; one that fails asks, a union’s code asks, one not in the register asks', async () => {
  const code = HENGRUI.code
  await verdicts([
    [{ 统一社会信用代码: code.toLowerCase() }, 'accepted X07'],
    [{ 统一社会信用代码: code.replaceAll('0', 'O') }, 'accepted U02'],
    [{ 统一社会信用代码: code.replaceAll('0', 'o') }, 'accepted U02 X07'],
    [{ 统一社会信用代码: `${code.slice(0, 8)} ${code.slice(8)}` }, 'accepted X06'],
    [{ 统一社会信用代码: code.slice(0, 17) + (code.endsWith('7') ? '8' : '7') }, 'review U01'],
    [{ 统一社会信用代码: code.slice(0, 17) }, 'review U01'],
    [{ 统一社会信用代码: '81330299MC0005CR5M' }, 'review X23'],
    [{ 统一社会信用代码: '91350100M000100Y43' }, 'review X22'],
    [{ 统一社会信用代码: 913302990000000000 }, 'review U01'],
    [{ 统一社会信用代码: { error: '#REF!' } }, 'review X19'],
    [{ 工作单位: { error: '#N/A' } }, 'review X19'],
    [{ 统一社会信用代码: '=1+1' }, 'review U01'],
  ])
})

test('I stands for 1 where that makes the check fit', async () => {
  const withOne = '12310110425000065U'
  assert.ok(isGoodCreditCode(withOne))
  assert.equal(await verdict({ 统一社会信用代码: withOne.replaceAll('1', 'I') }), 'review X22')
})

test('the union: 工会 and 工会委员会 at the end are the same, marked when different; unknown asks', async () => {
  await verdicts([
    [{ 所属工会: `${HENGRUI.union}委员会` }, 'accepted X22'],
    [{ 所属工会: ` ${HENGRUI.union}` }, 'accepted X06'],
    [{ 所属工会: '云川市临江区总工会' }, 'accepted'],
    [{ 所属工会: '文桥街道综合工会' }, 'review X22'],
    [{ 所属工会: { error: '#N/A' } }, 'review X19'],
  ])
  assert.equal((await valuesOf(atHengrui({ 所属工会: `${HENGRUI.union}委员会` }))).union_name, HENGRUI.union)
  assert.equal(await verdict({ 所属工会: '鸿远（云川）物流有限公司工会' }), 'accepted X22')
  assert.match(await whyOf({ 所属工会: '文桥街道综合工会' }), /所属工会不在台账中/)
})

test('blank employer and code, or a blank union, ask; a value is never taken from the row above', async () => {
  await verdicts([
    [{ 工作单位: null, 统一社会信用代码: null }, 'review M01'],
    [{ 所属工会: null }, 'review M01'],
    [{ 工作单位: '—', 统一社会信用代码: '/', 所属工会: ' ' }, 'review M01'],
  ])
  assert.match(
    await whyOf({ 工作单位: null, 统一社会信用代码: null, 所属工会: null }),
    /工作单位、所属工会为空/,
  )
})
